#!/usr/bin/env python3
"""measure_preview.py PROGRAM FOLDER [ESSAYS]: times `causerie serve` from a save to the new page, with a generated site
(default: 1000 essays) below FOLDER.

A save is a rename, as in editors; a client that listens like a page in a browser receives the event and fetches the
page. Eleven saves, of which the first two are ignored. Nothing here passes or fails.
"""

import http.client
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

from make_corpus import make_corpus
from timing import own_cache, remove, spread

SAVES = 11


def start(program, site):
    process = subprocess.Popen([program, "serve", site, "--port", "0"], stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
            return process, int(found[1])
    sys.exit("the preview did not begin")


def address_of(essay):
    """/SERIES/SLUG/ of content/SERIES/NN-SLUG.md"""
    return f"/{essay.parent.name}/{re.sub(r'^[0-9-]+-', '', essay.stem)}/"


def listen(port, page):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/-/events?" + urlencode({"page": page, "known": "-"}))
    stream = connection.getresponse()
    await_event(stream, "reload")
    return stream


def await_event(stream, name):
    for line in stream:
        if line.decode().strip() == f"event: {name}":
            return


def fetch(port, page):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", page)
    return connection.getresponse().read().decode()


def measure(program, folder, essays):
    remove(folder)
    own_cache(folder)
    site = folder / "site"
    make_corpus(site, essays)
    essay = sorted(site.glob("content/*/*.md"))[essays // 2]
    page = address_of(essay)
    text = essay.read_text(encoding="utf-8")
    process, port = start(program, site)
    stream = listen(port, page)
    seconds, rounds = [], []
    for number in range(SAVES):
        word = f"Saved{number}word"
        beside = essay.with_name(essay.name + "~")
        beside.write_text(text.replace("This", word, 1), encoding="utf-8")
        begin = time.perf_counter()
        os.rename(beside, essay)
        await_event(stream, "reload")
        if word not in fetch(port, page):
            sys.exit(f"{page} does not show {word}")
        seconds.append(time.perf_counter() - begin)
        rounds.append(float(re.search(r"([0-9.]+) s$", process.stdout.readline())[1]))
        time.sleep(0.2)  # nobody saves again at once
    process.terminate()
    process.wait()
    return seconds[2:], rounds[2:]


def main():
    program, folder = os.path.abspath(sys.argv[1]), Path(sys.argv[2]).resolve() / "preview"
    essays = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    seconds, rounds = measure(program, folder, essays)
    milliseconds = spread(one * 1000 for one in seconds)
    making = statistics.median(rounds) * 1000
    print(f"\nfrom a save to the new page, {essays:,} essays: {milliseconds} ms;\n"
          f"of that, making the site: {making:.0f} ms")


if __name__ == "__main__":
    main()
