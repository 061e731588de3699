#!/usr/bin/env python3
"""counts.py [--keep] PROGRAM FOLDER: counts the instructions of a build's steps, and compares them with earlier counts.

Runs a clean build of a generated site of sixteen essays below FOLDER, and another after one word has changed, both on
one core under callgrind, so the result does not depend on timing and hardly on the machine. The earlier counts are in
counts.txt next to this file; --keep replaces them. Steps that cost at least a tenth more are reported; nothing fails.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from make_corpus import make_corpus
from sites import change_one_word, essays_of
from timing import own_cache, remove, table

ESSAYS = 16
KEPT = Path(__file__).with_name("counts.txt")
STEPS = {  # the names in `build --timings`, and the functions of each
    "read": ["read_content"],
    "load the theme": ["load_theme"],
    "make the site": ["make_site"],
    "plan": ["make_plan"],
    "fingerprint": ["fingerprints"],
    "compare": ["scan_destination", "compare"],
    "render and write": ["publish"],
}


def counted(program, site, profile):
    """Millions of instructions by step, and in total."""
    subprocess.run(["valgrind", "--tool=callgrind", "--log-file=/dev/null", f"--callgrind-out-file={profile}",
                    program, "build", "--quiet", "--jobs", "1", site], check=True)
    # Each line: the count, its share in parentheses, the function and its parameters.
    annotated = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", profile],
                               check=True, capture_output=True, text=True).stdout
    counts = {}
    for line in annotated.splitlines():
        found = re.match(r"\s*([0-9,]+) .*?(?:PROGRAM (TOTALS)|:causerie::([\w:]+)\()", line)
        if found:
            name = found[2] or found[3]
            counts[name] = max(counts.get(name, 0), int(found[1].replace(",", "")) / 1e6)
    steps = {step: sum(counts.get(name, 0) for name in names) for step, names in STEPS.items()}
    return steps | {"in all": counts["TOTALS"]}


def read_kept():
    lines = KEPT.read_text(encoding="utf-8").splitlines() if KEPT.exists() else []
    cells = [line.rsplit(maxsplit=1) for line in lines if line and not line.startswith("#")]
    return {name: float(count) for name, count in cells}


def main():
    keeps = "--keep" in sys.argv
    program, folder = [argument for argument in sys.argv[1:] if argument != "--keep"]
    program, folder = os.path.abspath(program), Path(folder).resolve()
    if shutil.which("valgrind") is None:
        sys.exit("valgrind is not installed: no instructions are counted")
    remove(folder)
    site = folder / "site"
    make_corpus(site, ESSAYS)
    own_cache(folder)
    time.sleep(2.5)  # a file that has just changed is always read again
    now = {}
    for build in ("clean", "one word"):
        for step, count in counted(program, site, folder / "profile").items():
            now[f"{build}: {step}"] = count
        change_one_word(essays_of(site), 1)  # and this one is meant to be read again
    kept = read_kept()
    if keeps:
        lines = [f"{name:40}{count:10.2f}" for name, count in now.items() if count >= 0.01]
        KEPT.write_text("# Millions of instructions of a build of sixteen essays; see counts.py.\n" +
                        "\n".join(lines) + "\n", encoding="utf-8")
    rows = [(name, f"{count:.1f}", f"{kept[name]:.1f}", f"{count / kept[name] - 1:+.0%}")
            for name, count in now.items() if kept.get(name, 0) >= 0.01]
    print(table(("millions of instructions", "now", "before", "change"), rows))
    for name, count in now.items():
        if name in kept and count > 1.1 * kept[name] and count - kept[name] > 0.1:
            print(f"note: {name}: {count:.1f} million instructions, {kept[name]:.1f} before; if that is as it should be: "
                  "./dev bench --counts --keep")
    for name in kept:
        if now.get(name, 0) < kept[name] / 10:
            print(f"note: {name}: nothing was counted: does counts.py name its functions as the program does?")


if __name__ == "__main__":
    main()
