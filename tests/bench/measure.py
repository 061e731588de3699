#!/usr/bin/env python3
"""measure.py PROGRAM FOLDER [ESSAYS]: times builds of a made-up site (1000 essays) below FOLDER.

Each kind of build is timed beside a common program that has as much to do on the same disk: a clean build beside a copy
of its own output, a build with nothing to do beside `git status` over its sources. They take turns, five times
over, so that whatever else the machine does meets them all. Nothing here passes or fails.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from make_corpus import make_corpus

ROUNDS = 5


def run(folder, *command):
    """Seconds, seconds of processors, and peak memory in MB of one command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))}: failed")
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def size(folder):
    files = [path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts]
    return len(files), sum(path.stat().st_size for path in files)


def commit(site, message):
    git = ["git", "-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0"]
    run(site, *git, "add", ".")
    run(site, *git, "commit", "-q", "-m", message)


def change_one_word(site, number):
    essay = sorted(site.glob("content/*/*.md"))[number * 7]
    text = essay.read_text(encoding="utf-8")
    essay.write_text(text.replace("This", f"Thus{number}", 1), encoding="utf-8")


def measure(program, folder, essays):
    shutil.rmtree(folder, ignore_errors=True)
    site, copied = folder / "site", folder / "copied"
    make_corpus(site, essays)
    run(site, "git", "init", "-q", "--initial-branch=main")
    commit(site, "all")
    sources = size(site)
    build = (program, "build", "--quiet")
    times = {name: [] for name in ("clean build", "cp -r", "nothing changed", "git status", "one word changed")}
    for number in range(ROUNDS + 1):
        shutil.rmtree(site / "public", ignore_errors=True)
        shutil.rmtree(site / ".causerie", ignore_errors=True)
        shutil.rmtree(copied, ignore_errors=True)
        measured = {
            "clean build": run(site, *build),
            "cp -r": run(site, "cp", "-r", "public", copied),
            "nothing changed": run(site, *build),
            "git status": run(site, "git", "status", "--short"),
        }
        change_one_word(site, number)
        measured["one word changed"] = run(site, *build)
        commit(site, f"word {number}")
        time.sleep(2.5)  # a file that has just changed is read again, whatever its times say
        if number > 0:  # the first round fills the caches
            for name, values in measured.items():
                times[name].append(values)
    return times, sources, size(site / "public")


def spread(values, digits=2):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def main():
    program, folder = os.path.abspath(sys.argv[1]), Path(sys.argv[2]).resolve()
    essays = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    times, sources, output = measure(program, folder, essays)
    print(f"{essays} essays, {essays * 10} comments, on {os.cpu_count()} processors; medians of {ROUNDS} (least to most)")
    print(f"sources: {sources[0]} files, {sources[1] / 1e6:.1f} MB; output: {output[0]} files, {output[1] / 1e6:.1f} MB\n")
    print(f"{'':18}{'seconds':28}{'of processors':28}peak MB")
    for name, values in times.items():
        seconds, processors, memory = zip(*values)
        # A small program's peak is that of the Python that started it.
        peak = spread(memory, digits=0) if name not in ("cp -r", "git status") else ""
        print(f"{name:18}{spread(seconds):28}{spread(processors):28}{peak}".rstrip())
    print()
    for one, other in (("clean build", "cp -r"), ("nothing changed", "git status"), ("one word changed", "nothing changed")):
        ratios = [a[0] / b[0] for a, b in zip(times[one], times[other])]
        print(f"{one} / {other}: {spread(ratios)}")


if __name__ == "__main__":
    main()
