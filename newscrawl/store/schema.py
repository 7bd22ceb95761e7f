"""The tables, as the list of steps that made them. A step that was ever released is never changed; another is added.

`PRAGMA user_version` counts the steps that a file has gone through.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

# Written into the file's header, so that another program's database is not taken for a store: "nwsc".
APPLICATION_ID = 0x6E777363

FIRST = """
CREATE TABLE sites (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE runs (
    id        INTEGER PRIMARY KEY,
    site      INTEGER NOT NULL REFERENCES sites,
    arguments TEXT NOT NULL,                -- JSON object of -a name=value
    started   INTEGER NOT NULL,
    ended     INTEGER,                      -- NULL: going on, or killed and not yet noticed
    outcome   TEXT NOT NULL DEFAULT '',     -- one of newscrawl.store.runs.RunOutcome
    problem   TEXT NOT NULL DEFAULT '',     -- one line for a person; empty where the run did its job
    complete  INTEGER NOT NULL DEFAULT 0,   -- 1: every listing was read to its end and every page answered for
    requests  INTEGER NOT NULL DEFAULT 0,
    saved     INTEGER NOT NULL DEFAULT 0,
    counts    TEXT NOT NULL DEFAULT '{}'    -- JSON object: reason -> how many
);
CREATE INDEX runs_of_site ON runs(site, started);
CREATE TABLE pages (
    id          INTEGER PRIMARY KEY,
    site        INTEGER NOT NULL REFERENCES sites,
    url         TEXT NOT NULL,              -- the article's canonical URL, else the address asked for
    state       TEXT NOT NULL,              -- one of newscrawl.store.pages.PageState
    reason      TEXT,                       -- why it was refused or failed
    first_seen  INTEGER NOT NULL,
    fetched     INTEGER,
    status      INTEGER,                    -- of the last answer
    tries       INTEGER,                    -- failed ones in a row
    due         INTEGER,                    -- when to ask for it again; NULL: never
    published   INTEGER,
    updated     INTEGER,
    fingerprint BLOB,                       -- newscrawl.state.versions
    post        TEXT,                       -- a line for each format: its name, a blank, the path under OUTPUT
    etag        TEXT,                       -- only while `due` is set
    modified    TEXT,                       -- likewise
    link        TEXT                        -- JSON: what the listing said; likewise
);
CREATE INDEX pages_due ON pages(site, due) WHERE due IS NOT NULL;
CREATE INDEX pages_published ON pages(site, published) WHERE published IS NOT NULL;
-- Every name a page is known by (addresses, the site's own id, file names), as 64 bits of a hash: 22 bytes a name
-- where the text would take 150. Two of 1,000,000 names meet with a probability of 3 in 100 million.
CREATE TABLE names (
    key  INTEGER PRIMARY KEY,
    page INTEGER NOT NULL REFERENCES pages
);
-- What happened to a page after it was first posted: edited, moved, gone, back.
CREATE TABLE events (
    page INTEGER NOT NULL REFERENCES pages,
    at   INTEGER NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (page, at, what)
) WITHOUT ROWID;
CREATE TABLE listings (
    key      INTEGER PRIMARY KEY,           -- of site, arguments and address
    etag     TEXT NOT NULL,
    modified TEXT NOT NULL,
    links    INTEGER NOT NULL
);
-- How many pages of a run gave a field (`what` "field") or how many links a listing had (`what` "listing").
CREATE TABLE health (
    run       INTEGER NOT NULL REFERENCES runs,
    what      TEXT NOT NULL,
    name      TEXT NOT NULL,                -- the field, or the listing's address
    gave      INTEGER NOT NULL,
    pages     INTEGER NOT NULL,
    selectors TEXT NOT NULL,
    PRIMARY KEY (run, what, name)
) WITHOUT ROWID;
-- Texts in outline, to know an article again that came back under another address.
CREATE TABLE sketches (
    page   INTEGER PRIMARY KEY,
    sketch BLOB NOT NULL
);
CREATE TABLE bands (
    key  INTEGER NOT NULL,
    page INTEGER NOT NULL,
    PRIMARY KEY (key, page)
) WITHOUT ROWID;
-- The newest articles of each site, whole: for feeds and the report.
CREATE TABLE newest (
    page      INTEGER PRIMARY KEY,
    site      INTEGER NOT NULL REFERENCES sites,
    published INTEGER NOT NULL,
    article   BLOB NOT NULL                 -- JSON, zlib
);
CREATE INDEX newest_of_site ON newest(site, published);
-- How much of each JSON Lines file stands for what this store knows.
CREATE TABLE exports (
    path   TEXT PRIMARY KEY,
    length INTEGER NOT NULL
) WITHOUT ROWID;
"""

# The scheduler's tables: what became of every slot, and what was told of it; and what the report looks up.
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
    how TEXT NOT NULL,                -- one of newscrawl.store.slots.SlotOutcome
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

IMAGES = """
-- Images that were downloaded: a site and an address, as 64 bits of a hash, and the file.
CREATE TABLE images (
    key    INTEGER PRIMARY KEY,
    path   TEXT NOT NULL,                   -- under OUTPUT
    width  INTEGER NOT NULL,
    height INTEGER NOT NULL
);
"""

PLACES = """
-- Arguments that say which part of the site a page belongs to, as JSON; only while it is to be asked for again.
ALTER TABLE pages ADD COLUMN place TEXT;
"""

FORMS = """
-- The formats that a run wrote posts in; a run that wrote none has left nothing done for one that does.
ALTER TABLE runs ADD COLUMN forms TEXT NOT NULL DEFAULT '';
"""

ARCHIVE = """
-- Every article whole. A record is JSON, packed by newscrawl.store.packing.
CREATE TABLE articles (
    page   INTEGER PRIMARY KEY REFERENCES pages,
    kept   INTEGER NOT NULL,                -- when this version was kept
    record BLOB,                            -- NULL: not kept any longer; empty: to be read back from its post
    stamp  INTEGER NOT NULL                 -- counts what is put here, so that an index knows what it lacks
);
CREATE INDEX articles_by_stamp ON articles(stamp);
CREATE INDEX articles_to_read_back ON articles(page) WHERE record = x'';
-- What articles were before they were edited.
CREATE TABLE versions (
    page   INTEGER NOT NULL REFERENCES pages,
    kept   INTEGER NOT NULL,
    record BLOB NOT NULL
);
CREATE INDEX versions_of_page ON versions(page, kept);
INSERT INTO articles(page, kept, record, stamp)
    SELECT newest.page, coalesce(pages.fetched, pages.first_seen), newest.article, newest.page
    FROM newest JOIN pages ON pages.id = newest.page;
DROP TABLE newest;
INSERT INTO articles(page, kept, record, stamp)
    SELECT id, first_seen, x'', id FROM pages
    WHERE state IN ('posted', 'gone') AND id NOT IN (SELECT page FROM articles);
"""

POSTS = """
-- The files that newscrawl wrote.
CREATE TABLE posts (
    id      INTEGER PRIMARY KEY,
    page    INTEGER NOT NULL REFERENCES pages,
    root    TEXT NOT NULL,                  -- the folder that `path` is under; '' stands for OUTPUT
    form    TEXT NOT NULL,
    path    TEXT NOT NULL,
    named   TEXT,                           -- the template of its name; NULL: not known
    digest  BLOB,                           -- of the bytes written last; NULL: none yet; empty: not known
    coming  BLOB,                           -- of the bytes that are being written
    leaving INTEGER NOT NULL DEFAULT 0      -- 1: about to be removed
);
CREATE INDEX posts_of_page ON posts(page);
CREATE INDEX posts_coming ON posts(page) WHERE coming IS NOT NULL;
CREATE INDEX posts_leaving ON posts(page) WHERE leaving;
CREATE INDEX posts_unknown ON posts(page) WHERE digest = x'';
WITH RECURSIVE lines(page, line, rest) AS (
    SELECT id, '', post || char(10) FROM pages WHERE post != ''
    UNION ALL
    SELECT page, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
    FROM lines WHERE rest != ''
)
INSERT INTO posts(page, root, form, path, digest)
    SELECT page, '', substr(line, 1, instr(line, ' ') - 1), substr(line, instr(line, ' ') + 1), x''
    FROM lines WHERE line != '';
ALTER TABLE pages DROP COLUMN post;
-- The latest time at which a listing called the page published or changed.
ALTER TABLE pages ADD COLUMN said INTEGER;
ALTER TABLE runs DROP COLUMN forms;
-- What all posts of a site were made by last.
CREATE TABLE renders (
    site    TEXT NOT NULL,
    root    TEXT NOT NULL,
    choices TEXT NOT NULL,
    PRIMARY KEY (site, root)
) WITHOUT ROWID;
"""

OPEN_RUNS = """
-- The newest stamp of articles when the run began: what a run has kept that has no end. NULL: not known.
ALTER TABLE runs ADD COLUMN stamp INTEGER;
CREATE INDEX runs_open ON runs(site) WHERE ended IS NULL;
"""

FAILURES = """
ALTER TABLE wellbeing ADD COLUMN failures INTEGER NOT NULL DEFAULT 1;   -- in a row
"""

BESIDE = """
-- The digest of the bytes that stand beside a post that was edited by hand; NULL: none do.
ALTER TABLE posts ADD COLUMN beside BLOB;
"""

SITE_LINES = """
-- The lines at the edges of a site's articles, as 64 bits, and in how many articles each stood.
CREATE TABLE site_lines (
    site     TEXT NOT NULL,
    line     INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    met      INTEGER NOT NULL,              -- when it was met last
    PRIMARY KEY (site, line)
) WITHOUT ROWID;
"""

TRIES = """
-- How often a worker began the run of a slot.
ALTER TABLE slots ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
"""

HOSTS = """
-- How each host is to be met by the next run.
CREATE TABLE hosts (
    name    TEXT PRIMARY KEY,
    free    INTEGER NOT NULL,               -- nothing is sent before; milliseconds of the database's clock
    why     TEXT NOT NULL,                  -- what the host said that asked for it; empty for the gap alone
    gap     INTEGER NOT NULL,               -- from one request to the next, in milliseconds
    latency INTEGER NOT NULL,               -- how long it takes to answer, in milliseconds
    going   INTEGER NOT NULL                -- 1: the run that said so has not come to its end
) WITHOUT ROWID;
"""

PAGES_BEGUN = """
-- Pages that a run began to read and that did not come through, and in how many runs.
CREATE TABLE pages_begun (
    site    TEXT NOT NULL,
    address TEXT NOT NULL,
    runs    INTEGER NOT NULL,
    PRIMARY KEY (site, address)
) WITHOUT ROWID;
"""

RATES = """
-- How often a site publishes, as it was estimated on a day; JSON, packed by newscrawl.store.packing.
CREATE TABLE rates (
    site TEXT PRIMARY KEY,
    day  INTEGER NOT NULL,
    rate BLOB NOT NULL
) WITHOUT ROWID;
"""

STEPS: tuple[str, ...] = (
    FIRST, SCHEDULE, IMAGES, PLACES, FORMS, ARCHIVE, POSTS, OPEN_RUNS, FAILURES, BESIDE, SITE_LINES,
    TRIES, HOSTS, PAGES_BEGUN, RATES,
)  # fmt: skip


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: sqlite3's own `executescript` would end the transaction."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the steps leave it."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


def tables() -> list[Table]:
    """All tables, by name."""
    connection = sqlite3.connect(":memory:")
    for step in STEPS:
        connection.executescript(step)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    found = [table(name, connection.execute(f"PRAGMA table_info({name})").fetchall()) for (name,) in names]
    connection.close()
    return found


def table(name: str, columns: list[tuple[int, str, str, int, str | None, int]]) -> Table:
    """What SQLite says of a table; one without a key is in the order in which its rows came."""
    names = tuple(column[1] for column in columns)
    key = tuple(column[1] for column in sorted(columns, key=lambda column: column[5]) if column[5])
    return Table(name, names if key else ("rowid", *names), key or ("rowid",))
