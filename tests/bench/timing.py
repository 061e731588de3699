"""What all measurements need: a timed run of a program, and the format of figures."""

import datetime
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple


class Run(NamedTuple):
    seconds: float
    processors: float  # CPU seconds
    peak: float  # peak memory in MB
    printed: str


def run(folder, *command):
    """Runs a command in a folder, and measures it."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        begin = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=printed)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))}: failed")
        printed.seek(0)
        return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6, printed.read())


def remove(*paths):
    for path in paths:
        if path.is_file():
            path.unlink()
        else:
            shutil.rmtree(path, ignore_errors=True)


def set_aside(aside, *paths):
    """Moves the paths below ASIDE; `remove` deletes them when everything is measured. ext4 does not reuse an inode
    within minutes of its removal, and skips such inodes one at a time, so the next program that writes would pay for a
    removal now."""
    aside.mkdir(parents=True, exist_ok=True)
    for path in paths:
        if path.exists():
            path.rename(Path(tempfile.mkdtemp(dir=aside)) / path.name)


def size(folder):
    """The number of files, and their size in MB."""
    files = [path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts]
    return len(files), sum(path.stat().st_size for path in files) / 1e6


def own_cache(folder):
    """Makes all later runs use a cache below this folder."""
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    return folder / "cache"


def figure(value):
    """Three significant digits."""
    for least, digits in ((100, 0), (10, 1), (1, 2)):
        if value >= least:
            return f"{value:,.{digits}f}"
    return f"{value:.3f}"


def spread(values):
    """The median, with the minimum and the maximum."""
    values = list(values)
    return f"{figure(statistics.median(values))} ({figure(min(values))} to {figure(max(values))})"


def ratios(ones, others):
    """The ratio of each run to the other of the same round."""
    return [one.seconds / other.seconds for one, other in zip(ones, others)]


def table(head, rows):
    """A Markdown table with aligned columns."""
    rows = [head, *rows]
    widths = [max(len(str(row[column])) for row in rows) for column in range(len(head))]
    lines = ["| " + " | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines) + "\n"


def machine():
    """The date, and the processor."""
    model = "a processor of unknown kind"
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    today = datetime.date.today()
    return f"{today.day} {today:%B %Y}, {len(os.sched_getaffinity(0))} × {model}"
