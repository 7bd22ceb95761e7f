"""When something is due: intervals, cron lines, quiet hours, durations in words."""
