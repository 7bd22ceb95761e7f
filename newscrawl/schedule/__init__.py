"""The schedule: when each site is crawled, by its own process, and what became of every time it was due.

rhythm    "30 minutes", a cron line, "auto": when a site is due
plan      schedule.yml and the sites' own rhythms, read into values
due       what is due now, and what was missed
history   every slot and what became of it, in the store
running   one run: a process with a deadline
scheduler the loop that joins them
"""
