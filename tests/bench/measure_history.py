#!/usr/bin/env python3
"""measure_history.py PROGRAM FOLDER [COMMITS]: times what `history: true` costs, on a generated site of 1000 essays
with that many commits (default: 3000) below FOLDER.

The first reading is a build without only the stored history, minus one that has everything; it is compared with `git
log --name-only` of the same repository. If nothing is new, builds report how long the history took (`--timings`); the
remaining difference to a build without the setting is mostly due to one more page per essay. Medians of alternating
rounds. Nothing here passes or fails.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from make_corpus import make_corpus
from timing import own_cache, remove, run, spread

ESSAYS = 1000
ROUNDS = 5


def fast_import(site, commits):
    """Makes one commit of everything, then one per changed word, two days apart."""
    essays = sorted(site.glob("content/*/*.md"))
    texts = [path.read_text(encoding="utf-8") for path in essays]
    begin = 1_500_000_000

    def commit(number, files):
        lines = [f"commit refs/heads/main\ncommitter Edith <edith@example.org> {begin + number * 172_800} +0000\n"
                 "data 2\nc\n"]
        for path, text in files:
            data = text.encode()
            lines.append(f"M 100644 inline {path.relative_to(site)}\ndata {len(data)}\n" + text + "\n")
        return "".join(lines)

    stream = [commit(0, [(path, path.read_text(encoding="utf-8")) for path in [site / "site.yaml", *essays]])]
    for number in range(1, commits):
        which = number * 7 % len(essays)
        words = texts[which].split(" ")
        words[60 + number * 31 % (len(words) - 80)] += f" then{number}"
        texts[which] = " ".join(words)
        stream.append(commit(number, [(essays[which], texts[which])]))
    git = ["git", "-C", str(site)]
    subprocess.run([*git, "init", "-q", "--initial-branch=main"], check=True)
    subprocess.run([*git, "fast-import", "--quiet", "--force"], input="".join(stream).encode(), check=True)
    subprocess.run([*git, "checkout", "-q", "-f", "main"], check=True)
    subprocess.run([*git, "repack", "-q", "-a", "-d"], check=True)


def main():
    program, folder = os.path.abspath(sys.argv[1]), Path(sys.argv[2]).resolve()
    commits = int(sys.argv[3]) if len(sys.argv) > 3 else 3000
    remove(folder)
    own_cache(folder)
    site, without = folder / "site", folder / "without"
    make_corpus(site, ESSAYS)
    with open(site / "site.yaml", "a", encoding="utf-8") as file:
        file.write("history: true\n")
    fast_import(site, commits)
    shutil.copytree(site, without)
    text = (without / "site.yaml").read_text(encoding="utf-8")
    (without / "site.yaml").write_text(text.replace("history: true", "history: false"), encoding="utf-8")

    command = (program, "build", "--clock", "2026-11-26")

    def build(where, *options):
        """Runs a build that cannot return at once because nothing has changed."""
        (where / ".causerie" / "last-build").unlink(missing_ok=True)
        return run(where, *command, "--quiet", *options)

    def milliseconds_of_history():
        (site / ".causerie" / "last-build").unlink(missing_ok=True)
        said = subprocess.run([*command, "--timings"], cwd=site, check=True, capture_output=True, text=True).stdout
        steps = {step: float(time) for time, step in re.findall(r"([0-9.]+) ms  (.+)", said)}
        return steps["check whether anything changed"] + steps["read the history"]

    build(site), build(without)
    names = ("git log", "first", "nothing new", "without")
    times = {name: [] for name in names}
    of_history = []
    for _ in range(ROUNDS):
        os.remove(site / ".causerie" / "history")
        log = run(site, "git", "log", "--name-only")
        first = build(site)
        again = build(site)
        plain = build(without)
        for name, value in zip(names, (log, first, again, plain)):
            times[name].append(value[0])
        of_history.append(milliseconds_of_history())
    pages = len(list(site.glob("public/*/*/history/index.html")))
    notes = (site / ".causerie" / "history").stat().st_size
    print(f"{ESSAYS} essays, {commits} commits, {pages} of them with a history; notes of {notes / 1e6:.1f} MB; seconds")
    for name in names:
        print(f"{name:14}{spread(times[name])}")
    first = [a - b for a, b in zip(times["first"], times["nothing new"])]
    beside = spread(a / b for a, b in zip(first, times["git log"]))
    print(f"\nfirst reading / git log --name-only: {beside}, of at most 8")
    print(f"of a build with nothing new, the history: {spread(of_history)} ms, of at most 10")
    more = statistics.median([a - b for a, b in zip(times["nothing new"], times["without"])])
    print(f"nothing new, less without: {more * 1000:.1f} ms")


if __name__ == "__main__":
    main()
