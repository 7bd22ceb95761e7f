"""The scheduler's tables: what became of every slot, and what was told of it; and what the report looks up."""

SCHEDULE = """
CREATE TABLE slots (
    id INTEGER PRIMARY KEY,
    site TEXT NOT NULL,
    slot INTEGER NOT NULL,            -- when it was due
    first INTEGER NOT NULL,           -- the oldest slot that it stands for
    covers INTEGER NOT NULL,          -- how many slots it stands for
    late TEXT NOT NULL,               -- why it did not start on time; empty where it did
    started INTEGER,
    ended INTEGER,
    how TEXT NOT NULL,                -- one of newscrawl.schedule.history.ENDS
    exit_code INTEGER,
    problem TEXT NOT NULL DEFAULT '', -- one line
    pid INTEGER
);
CREATE INDEX slots_of_site ON slots(site, slot);
CREATE INDEX slots_running ON slots(id) WHERE how = 'running';
CREATE TABLE wellbeing (
    site TEXT PRIMARY KEY,
    well INTEGER NOT NULL,
    since INTEGER NOT NULL,              -- when it became so
    reason TEXT NOT NULL,                -- why it is ill
    told INTEGER NOT NULL DEFAULT 1      -- what was told last; nobody is told that a new site is well
) WITHOUT ROWID;
-- The report after each run: without it, all pages of a site are read for the few that were set aside.
CREATE INDEX pages_aside ON pages(site, fetched) WHERE state IN ('refused', 'failed');
"""
