#!/usr/bin/env python3
"""large_sites.py PROGRAM FOLDER [NAME...]: builds very large sites (all, or those named) below FOLDER.

Each build must succeed, or say what is too much, and stay within a memory limit if one is promised. The program is the release build, since sanitizers
need several times the memory. The time is printed, but has no limit.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))
from make_corpus import make_corpus  # noqa: E402

MB = 1024 * 1024


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def essay(title, text, more=""):
    return f"---\ntitle: {title}\ndate: 2026-01-01\n{more}---\n{text}\n"


def site_file(site):
    write(site / "site.yaml", "title: Letters\nbase_url: https://letters.example/\n")


def many_essays(site):
    """Ten thousand essays with a hundred thousand comments."""
    make_corpus(site, 10_000)


def one_tag(site):
    """One tag on twenty thousand essays."""
    site_file(site)
    for number in range(20_000):
        write(site / f"content/essays/essay-{number}.md", essay(f"Essay {number}", "Short.", "tags: [one]\n"))


def long_essay(site):
    """An essay of fifty million bytes."""
    site_file(site)
    paragraph = "A word after another, *and* [one more](https://example.org/), until nobody reads on.\n\n"
    write(site / "content/essays/long.md", essay("Long", paragraph * (50_000_000 // len(paragraph))))


def deep_nesting(site):
    """A hundred thousand brackets, quotes and lists, each within the one before."""
    site_file(site)
    for number, opening in enumerate(["[", "![", "> ", "- ", "*", "(", "<b>", "1. ", "> - "]):
        write(site / f"content/essays/deep-{number}.md", essay(f"Deep {number}", opening * 100_000))


def too_many_comments(site):
    """More comments in one file than a file may hold, and a file of comments that is too large."""
    site_file(site)
    write(site / "content/essays/a.md", essay("A", "Text."))
    write(site / "content/essays/a.comments/many.yaml", "- {_id: a, message: b}\n" * 200_001)
    write(site / "content/essays/a.comments/large.json", " " * 33 * MB + "[]")


# The exit status, and whether memory is limited to 64 MB plus 1.5 times the bytes read and written.
SITES = {
    many_essays: (0, True),
    one_tag: (0, False),
    long_essay: (0, False),
    deep_nesting: (0, False),
    too_many_comments: (1, False),
}


def size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def build(program, site):
    """The exit status and the peak memory in bytes."""
    process = subprocess.Popen([program, "build", "--quiet", "--clock", "2026-06-01"], cwd=site)
    _, status, used = os.wait4(process.pid, 0)
    return os.waitstatus_to_exitcode(status), used.ru_maxrss * 1024


def main(program, folder, *names):
    program = os.environ.get("CAUSERIE_BINARY") or program
    is_good = True
    for make, (expected, is_bounded) in SITES.items():
        if names and make.__name__ not in names:
            continue
        site = Path(folder) / make.__name__
        shutil.rmtree(site, ignore_errors=True)
        make(site)
        start = time.monotonic()
        status, peak = build(program, site)
        seconds = time.monotonic() - start
        files = size(site / "content") + size(site / "public")
        bound = 64 * MB + files * 3 // 2
        says = f"{make.__doc__} {seconds:.0f} s, {peak / MB:.0f} MB of memory, {files / MB:.0f} MB read and written"
        print(says + (f", at most {bound / MB:.0f} MB wanted" if is_bounded else ""), flush=True)
        is_good = is_good and status == expected and (peak <= bound or not is_bounded)
        shutil.rmtree(site)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
