#!/usr/bin/env python3
"""measure_peers.py PROGRAM FOLDER NODE_MODULES [ESSAYS]: times builds of a generated site (default: 1000 essays) below
FOLDER by Causerie, Hugo and Eleventy in turn.

The content is the same, and so are the pages: `same_pages.py` first counts what is on them, and if any output lacks
something, nothing is measured and the status is 1. Then, in rounds, each makes a clean build and another after one word
has changed; ratios are of runs of the same round. Hugo is the one in the PATH, Eleventy the one in NODE_MODULES.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from make_corpus import make_corpus
from peers import make_eleventy, make_hugo
from sites import change_one_word, essays_of, with_word
from timing import figure, machine, own_cache, ratios, remove, run, set_aside, size, spread, table


class Peer:
    """A generator with its own copy of the site."""

    def __init__(self, name, site, command, *leavings):
        self.name, self.site, self.command = name, site, command
        self.public, self.leavings = site / "public", leavings
        self.clean, self.copy, self.word = [], [], []

    def build(self):
        return run(self.site, *self.command)

    def build_clean(self, aside):
        set_aside(aside, self.public, *self.leavings)
        return self.build()


def version_of(*command):
    printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return re.search(r"\d+\.\d+\.\d+", printed)[0]


def make_peers(program, folder, aside, packages, essays):
    set_aside(aside, folder)
    folder.mkdir(parents=True)
    cache = own_cache(folder)
    ours, hugo, eleventy = (folder / name for name in ("causerie", "hugo", "eleventy"))
    make_corpus(ours, essays)
    make_hugo(hugo, essays)
    make_eleventy(eleventy, essays, packages)
    node = ("node", packages / "@11ty" / "eleventy" / "cmd.cjs")
    return [
        Peer(f"Causerie {version_of(program, 'version')}", ours, (program, "build", "--quiet"),
             ours / ".causerie", cache),
        Peer(f"Hugo {version_of('hugo', 'version')}", hugo, ("hugo", "--quiet", "--cacheDir", folder / "hugo-cache"),
             hugo / "resources", folder / "hugo-cache"),
        Peer(f"Eleventy {version_of(*node, '--version')}", eleventy, (*node, "--quiet")),
    ]


def check(peers, essays):
    """Prints what is on the pages of each generator; returns whether everything is there."""
    command = [sys.executable, "-B", Path(__file__).with_name("same_pages.py"), str(essays)]
    return subprocess.run([*command, *(f"{peer.name}={peer.public}" for peer in peers)], check=False).returncode == 0


def measure(peers, folder, aside, rounds):
    essays = {peer.name: essays_of(peer.site) for peer in peers}
    copied = folder / "copied"
    for number in range(rounds):
        for peer in peers:
            set_aside(aside, copied)
            peer.clean.append(peer.build_clean(aside))
            peer.copy.append(run(folder, "cp", "-r", peer.public, copied))
        for peer in peers:
            word = change_one_word(essays[peer.name], number)
            peer.word.append(peer.build())
            if not with_word(peer.public, word):
                sys.exit(f"{peer.name} did not build what has changed")
        time.sleep(2.5)  # Causerie reads again what has just changed
    set_aside(aside, copied)


def results(peers):
    ours = peers[0]
    sizes = [size(peer.public) for peer in peers]
    def row(name, values):
        return name, *map(values, peers)
    def to_ours(key):
        return lambda peer: "1" if peer is ours else spread(ratios(getattr(peer, key), getattr(ours, key)))
    return table(("", *(peer.name for peer in peers)), [
        row("clean build, seconds", lambda peer: spread(one.seconds for one in peer.clean)),
        row("clean build / Causerie's", to_ours("clean")),
        row("clean build / `cp -r` of its output", lambda peer: spread(ratios(peer.clean, peer.copy))),
        row("clean build, of processors", lambda peer: spread(one.processors for one in peer.clean)),
        row("clean build, peak MB", lambda peer: spread(one.peak for one in peer.clean)),
        row("one word changed, seconds", lambda peer: spread(one.seconds for one in peer.word)),
        row("one word changed / Causerie's", to_ours("word")),
        row("one word changed, of processors", lambda peer: spread(one.processors for one in peer.word)),
        ("output", *(f"{files:,} files, {figure(megabytes)} MB" for files, megabytes in sizes)),
    ])


def main():
    program, folder = os.path.abspath(sys.argv[1]), Path(sys.argv[2]).resolve() / "peers"
    packages = Path(sys.argv[3]).resolve()
    essays = int(sys.argv[4]) if len(sys.argv) > 4 else 1000
    rounds = 5 if essays <= 1000 else 3
    aside = folder.parent.with_name(folder.parent.name + "-aside")
    peers = make_peers(program, folder, aside, packages, essays)
    for peer in peers:
        peer.build_clean(aside)  # fills the system's caches, too
    print(f"\n{essays:,} essays with {essays * 10:,} comments, by each of them;\n{machine()};\n"
          f"medians of {rounds} interleaved runs (least to most).\n", flush=True)
    if not check(peers, essays):
        sys.exit("not everybody gives the same pages: no comparison")
    measure(peers, folder, aside, rounds)
    print(results(peers))
    remove(aside)


if __name__ == "__main__":
    main()
