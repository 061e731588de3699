#!/usr/bin/env python3
"""syntax.py FOLDER: checks the syntax of every file of the program with the compiler in FOLDER/compile_commands.json.

Nothing is compiled to files. A second C++ standard library reveals what the first one tolerates: missing includes, and
guarantees that the standard does not make.
"""

import json
import os
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def read(entry):
    words = shlex.split(entry["command"])
    at = words.index("-o")
    del words[at : at + 2]
    done = subprocess.run([*words, "-fsyntax-only"], cwd=entry["directory"], capture_output=True, text=True)
    return done.stderr if done.returncode else ""


def main(folder):
    entries = json.loads((Path(folder) / "compile_commands.json").read_text(encoding="utf-8"))
    entries = [entry for entry in entries if "/generator/" in entry["file"]]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = [fault for fault in pool.map(read, entries) if fault]
    print("".join(faults), end="")
    print(f"{len(entries)} files read, {len(faults)} of them with faults")
    return 1 if faults or len(entries) < 100 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
