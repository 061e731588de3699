#!/usr/bin/env python3
"""measure.py PROGRAM FOLDER [ESSAYS]: times builds of a generated site (default: 1000 essays) below FOLDER.

Each kind of build is compared with a similar amount of work on the same disk: a clean build with copying its output and
with writing the same bytes from memory, a build after one change or none with `git status` of the sources. They
alternate in five rounds (three above 10,000 essays), so that other load on the machine affects all of them; ratios are
of runs of the same round. Clean means: without the output, `.causerie/` and the cache. Nothing here passes or fails.
"""

import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

from make_corpus import make_corpus
from sites import change_one_word, commit, essays_of, state_of, with_word, written_between
from timing import Run, figure, machine, own_cache, ratios, remove, run, set_aside, size, spread, table

STARTS = 21
HERE = Path(__file__).parent


def write_from_memory(source, destination):
    printed = run(HERE, sys.executable, "-B", "write_from_memory.py", source, destination).printed
    seconds, busy = map(float, printed.split())
    return Run(seconds, busy, 0, "")


def measure(program, folder, aside, essays, count):
    """The runs by name; the files written after each change and those that should have been; sizes."""
    set_aside(aside, folder)
    site, copied, written = folder / "site", folder / "copied", folder / "written"
    public, cache = site / "public", own_cache(folder)
    make_corpus(site, essays)
    subprocess.run(["git", "init", "-q", "--initial-branch=main", site], check=True)
    commit(site, "all")
    sources = size(site)
    build = (program, "build", "--quiet", "--timings")
    rounds, changes = [], []
    for number in range(count + 1):
        time.sleep(2.5)  # a file that has just changed is always read again
        set_aside(aside, public, site / ".causerie", cache, copied, written)
        done = {
            "clean": run(site, *build),
            "cp": run(site, "cp", "-r", public, copied),
            "write": write_from_memory(public, written),
        }
        os.sync()  # so that pending writes do not slow down what follows
        done |= {
            "nothing": run(site, *build),
            "status": run(site, "git", "status", "--short"),
        }
        word, before = change_one_word(essays_of(site), number), state_of(public)
        done["word"] = run(site, *build)
        changes.append((written_between(before, state_of(public)), with_word(public, word)))
        commit(site, word)
        rounds.append(done)
    set_aside(aside, copied, written)
    # The first round fills the system's caches.
    return {name: [done[name] for done in rounds[1:]] for name in rounds[0]}, changes, sources, size(public)


def measure_starts(program, folder, aside):
    """The time of runs with almost nothing to do."""
    site, cache = folder / "one", own_cache(folder)
    make_corpus(site, 1)
    starts = {"`causerie version`": [], "a clean build of one essay": [], "`git --version`": []}
    for _ in range(STARTS):
        set_aside(aside, site / "public", site / ".causerie", cache)
        commands = (program, "version"), (program, "build", "--quiet"), ("git", "--version")
        for name, command in zip(starts, commands):
            starts[name].append(run(site, *command).seconds * 1000)
    return {name: values[1:] for name, values in starts.items()}


def steps_of(runs):
    """Milliseconds of each step in each run: {step: [ms]}, in the order of the steps."""
    steps = {}
    for one in runs:
        for milliseconds, step in re.findall(r"^ *([0-9.]+) ms  (.+)$", one.printed, re.M):
            steps.setdefault(step, []).append(float(milliseconds))
    return steps


def step_table(runs):
    clean, word = steps_of(runs["clean"]), steps_of(runs["word"])
    totals = [sum(map(statistics.median, steps.values())) or 1 for steps in (clean, word)]
    def cell(steps, step, total):
        median = statistics.median(steps.get(step, [0]))
        return f"{median:,.1f} ms, {median / total:.0%}"
    return table(("step", "clean build", "one word changed"),
                 [(step, cell(clean, step, totals[0]), cell(word, step, totals[1])) for step in clean])


def main_table(runs):
    def row(name, key, is_ours=True):
        seconds, processors, peaks, _ = zip(*runs[key])
        # For a small program, the peak would be that of the Python process that starts it.
        return name, spread(seconds), spread(processors), spread(peaks) if is_ours else ""
    return table(("", "seconds", "of processors", "peak MB"), [
        row("clean build", "clean"),
        row("`cp -r` of its output", "cp", False),
        row("writing the same from memory", "write", False),
        row("build, nothing changed", "nothing"),
        row("build, one word changed", "word"),
        row("`git status` of the sources", "status", False),
    ])


def ratio_table(runs):
    pairs = (("clean build / `cp -r` of its output", "clean", "cp"),
             ("clean build / writing the same from memory", "clean", "write"),
             ("nothing changed / `git status` of the sources", "nothing", "status"),
             ("one word changed / `git status` of the sources", "word", "status"))
    return table(("", "ratio"), [(name, spread(ratios(runs[one], runs[other]))) for name, one, other in pairs])


def changes_in_words(changes):
    counts = [len(written) for written, _ in changes]
    wrong = sorted(set().union(*(written ^ holding for written, holding in changes)))
    least, most = min(counts), max(counts)
    text = f"One word changed: {least if least == most else f'{least} to {most}'} files written, "
    if wrong:
        return text + "but these wrongly, or wrongly not: " + ", ".join(wrong)
    return text + "exactly those that hold the word."


def main():
    program, folder = os.path.abspath(sys.argv[1]), Path(sys.argv[2]).resolve()
    essays = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    aside = folder.with_name(folder.name + "-aside")
    count = 5 if essays <= 10_000 else 3
    runs, changes, sources, output = measure(program, folder, aside, essays, count)
    starts = measure_starts(program, folder, aside)
    print(f"{essays:,} essays with {essays * 10:,} comments: {sources[0]:,} files and {figure(sources[1])} MB in, "
          f"{output[0]:,} files and {figure(output[1])} MB out;\n{machine()};\n"
          f"medians of {count} interleaved runs (least to most).\n")
    print(main_table(runs))
    print(ratio_table(runs))
    peak = max(one.peak for key in ("clean", "nothing", "word") for one in runs[key])
    bound = 64 + 1.5 * (sources[1] + output[1])
    print(changes_in_words(changes))
    print(f"Memory: {figure(peak)} MB at most; it may take {figure(bound)} MB (64 MB + 1.5 × what goes in and out).\n")
    print(step_table(runs))
    print(table(("start-up", "ms"), [(name, spread(values)) for name, values in starts.items()]))
    remove(aside)


if __name__ == "__main__":
    main()
