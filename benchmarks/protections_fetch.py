"""Each protection of fetching taken out: python benchmarks/protections_fetch.py [WORD …]

In a copy of the project one protection at a time is made to do nothing, and the tests that are there for it must fail.
Printed: each protection and whether a test noticed. WORDs choose those whose names have one of them.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

MANNERS, UNHARMED = "crawl/test_manners", "crawl/test_unharmed"
RECORDING = "unit/warc/test_recording"
# name -> (file under newscrawl/fetch, what stands there, what stands there instead, tests, which of them)
PROTECTIONS: dict[str, tuple[str, str, str, str, str]] = {
    "requests wait for robots.txt": (
        "robots.py",
        "rules, robots = await self.rules_for(request, host)",
        "asyncio.ensure_future(self.rules_for(request, host)); rules, robots = Protego.parse(''), None",
        MANNERS,
        "while_robots or redirects_too",
    ),
    "no robots.txt, no crawl": (
        "robots.py",
        "if response.status >= 500 or response.status == 429:",
        "if False:",
        MANNERS,
        "odd_robots or reachable",
    ),
    "crawl-delay": (
        "robots.py",
        "host.floor = max(host.floor, min(wish, LONGEST_CRAWL_DELAY))",
        "pass",
        MANNERS,
        "crawl_delay",
    ),
    "length of robots.txt": (
        "robots.py",
        "response.body[:MOST_BYTES]",
        "response.body",
        "unit/fetch/test_robots",
        "bounded",
    ),
    "gap": (
        "throttle.py",
        "slot.delay = max(host.gap(self.adaptive) / (1 - self.jitter), some)",
        "slot.delay = some",
        MANNERS,
        "gap or hosts_do_not",
    ),
    "jitter": ("throttle.py", "slot.jitter = self.jitter", "slot.jitter = 0", MANNERS, "one_request"),
    "one at a time": (
        "throttle.py",
        "LEAST_DELAY = 0.001",
        "LEAST_DELAY = 0.0",
        MANNERS,
        "retry_after_is_obeyed or long_rest",
    ),
    "queue of the host redirected to": (
        "limits.py",
        'request.meta.pop("download_slot", None)',
        "pass",
        MANNERS,
        "hosts_do_not",
    ),
    "slower for slow hosts": (
        "throttle.py",
        "slowness = min(SLOWDOWN * self.latency, LONGEST_GAP) if adaptive else 0.0",
        "slowness = 0.0",
        MANNERS,
        "slows_down",
    ),
    "Retry-After": (
        "retry.py",
        "wait = backoff(self.backoff, done, random.random) if asked is None else asked",
        "wait = 0",
        MANNERS,
        "retry_after_is_obeyed or waits_grow",
    ),
    "long Retry-After": ("retry.py", "asked > self.longest", "False", MANNERS, "long_rest"),
    "tries of a run": ("retry.py", "or self.tries_left <= 0", "", MANNERS, "tries"),
    "dead hosts": ("retry.py", "if host.failures >= self.leave_after:", "if False:", MANNERS, "dead_host"),
    "left hosts": ("handler.py", "if known.left:", "if False:", MANNERS, "long_rest or dead_host"),
    "contact": ("addon.py", 'f"{agent} (+{contact})"', "agent", MANNERS, "user_agent"),
    "impolite at home only": (
        "handler.py",
        "if named and (self.runs_this_site or not is_public(address)):",
        "if True:",
        MANNERS,
        "impolite",
    ),
    "private addresses": (
        "handler.py",
        "if is_public(address) or name in",
        "if True or name in",
        UNHARMED,
        "reach_no_private or point_inside",
    ),
    "named hosts alone": (
        "handler.py",
        "(named and is_private_name(name))",
        "is_private_name(name)",
        UNHARMED,
        "reach_no_private",
    ),
    "public names of private addresses": (
        "handler.py",
        "(named and is_private_name(name))",
        "named",
        UNHARMED,
        "point_inside",
    ),
    "redirects name nobody": (
        "limits.py",
        'or meta.get("redirect_times")',
        "",
        UNHARMED,
        "start_address",
    ),
    "other schemes": (
        "limits.py",
        'if urlparse_cached(request).scheme not in ("http", "https"):',
        "if False:",
        UNHARMED,
        "schemes",
    ),
    "credentials of links": (
        "limits.py",
        "self.credentials.get(origin(request.url))",
        "next(iter(self.credentials.values()))",
        UNHARMED,
        "credentials",
    ),
    "unpacked size": ("unpack.py", "if out.tell() + len(piece) > most:", "if False:", UNHARMED, "bombs"),
    "window of zstd": (
        "unpack.py",
        "with zstd.ZstdFile(BytesIO(data), options=ZSTD_WINDOW) as file:",
        "with zstd.ZstdFile(BytesIO(data)) as file:",
        UNHARMED,
        "bombs",
    ),
    "bytes of headers": ("handler.py", "if self.header_bytes > MOST_HEADER_BYTES:", "if False:", UNHARMED, "too_big"),
    "length of URLs": ("limits.py", "if len(request.url) > self.longest_url:", "if False:", UNHARMED, "too_big"),
    "pages of a run": ("limits.py", "self.pages_left -= 1", "pass", UNHARMED, "last_page"),
    "first byte": (
        "handler.py",
        "async with asyncio.timeout(self.first_byte) as waiting:",
        "async with asyncio.timeout(None) as waiting:",
        UNHARMED,
        "slowness",
    ),
    "cut compression": ("../text/gzip.py", 'raise EOFError("it breaks off")', 'return b""', UNHARMED, "breaks_off"),
    "reset without a length": (
        "handler.py",
        "broke = not isinstance(",
        "broke = False and not isinstance(",
        UNHARMED,
        "breaks_off",
    ),
    "bad redirects": (
        "redirects.py",
        "except ValueError as error:",
        "except ZeroDivisionError as error:",
        UNHARMED,
        "one_reason",
    ),
    "secrets in recordings": ("../warc/recording.py", "if name.lower() not in SECRET_HEADERS", "", RECORDING, "secret"),
    "forged headers": (
        "../warc/recording.py",
        'bytes.maketrans(b"\\r\\n\\0", b"   ")',
        'bytes.maketrans(b"", b"")',
        RECORDING,
        "forge",
    ),
    "half records": ("../warc/records.py", "if len(block) != record.length:", "if False:", RECORDING, "killed"),
    "kinds of images": (
        "../images/size.py",
        "return ImageInfo(ending, width, height) if good else None",
        "return ImageInfo(ending, width, height)",
        "unit/images/test_size",
        "stands_in_its_bytes",
    ),
    "walls": (
        "block_detection.py",
        "if host.walls >= self.most:",
        "if False:",
        "crawl/test_block_detection",
        "behind_a_wall",
    ),
}


def noticed(copy: Path, name: str) -> bool:
    """Whether a test fails without this protection."""
    file, there, instead, tests, chosen = PROTECTIONS[name]
    path = copy / "newscrawl" / "fetch" / file
    text = path.read_text()
    if there not in text:
        raise LookupError(f"{name}: {file} has no {there!r}")
    path.write_text(text.replace(there, instead))
    try:
        command = [sys.executable, "-m", "pytest", f"tests/{tests}.py", "-q", "-x", "-k", chosen]
        done = subprocess.run(command, cwd=copy, capture_output=True, timeout=200)
        return done.returncode == 1
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(text)


def main() -> int:
    chosen = [name for name in PROTECTIONS if not sys.argv[1:] or any(word in name for word in sys.argv[1:])]
    with tempfile.TemporaryDirectory(prefix="newscrawl-protections-") as folder:
        copy = Path(folder) / "newscrawl"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "output", "node_modules"))
        missed = 0
        for name in chosen:
            found = noticed(copy, name)
            missed += not found
            print(f"{'noticed' if found else 'NOT NOTICED':12} {name}", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} protections have a test that fails without them")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
