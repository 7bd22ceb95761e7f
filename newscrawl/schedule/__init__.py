"""The schedule: when each site is crawled, by its own process, and what became of every time it was due.

config         schedule.yml, each mistake with its line
plan           for every site its rhythm and how it is run
adaptive       `every: auto`: more often when the site publishes more
due            what is due now, and what was missed
launcher       starts a crawl, holding the site's lock
process        one crawl: a process with a deadline
scheduler      the loop that joins them; its history is store.slots
notifications  what follows a run: alerts and the report
service        the scheduler as a program
"""
