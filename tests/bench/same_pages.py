#!/usr/bin/env python3
"""same_pages.py ESSAYS NAME=OUTPUT…: checks that each output has everything in the corpus of that many essays.

Compares what is on the pages and in the feeds of each generator with the corpus itself, and exits with status 1 if
anything differs, since a comparison would not be fair. A link counts if it leads to the right page; a comment if it is
in its place in the thread and has its words; an essay, and a feed entry, if it has all words of the essay. A separate
program, so that its memory does not count as that of another one.
"""

import html
import re
import sys
from collections import defaultdict
from pathlib import Path
from urllib.parse import urljoin

from make_corpus import Series
from peers import converted
from timing import table

HOST = "https://evenings.example"
SINGLE_PAGES = ("index.html", "404.html", "archive/index.html", "tags/index.html", "sitemap.xml")


def words_of(markup):
    """Letters only, since typography and syntax treat the rest differently."""
    return " ".join(re.findall(r"[^\W\d_]+", html.unescape(re.sub(r"<[^>]*>", " ", markup)).lower()))


def words_written(markdown):
    without_targets = re.sub(r"\]\([^)]*\)|\[\^n\]", " ", markdown)
    return words_of(without_targets)


def slug(tag):
    return tag.replace(" ", "-")


def in_order(comments, parent=""):
    """The thread from top to bottom: (id, the id it replies to)."""
    for comment in sorted(comments, key=lambda one: one["date"]):
        if comment["parent"] == parent:
            yield comment["id"], parent
            yield from in_order(comments, comment["id"])


class Corpus:
    """The expected content, from `peers.converted`."""

    def __init__(self, pieces):
        self.essays, self.days, self.tags = {}, {}, {}
        self.parts, self.tagged = defaultdict(list), defaultdict(list)
        for piece, fields, text in pieces:
            if isinstance(piece, Series):
                continue
            self.essays[piece.address] = piece, words_written(text)
            self.parts[piece.folder].append(piece.address)
            self.days[piece.address] = re.search(r"^date: (.*)$", fields, re.M)[1]
            tags = re.search(r"^tags: \[(.*)\]$", fields, re.M)[1].split(", ")
            self.tags[piece.address] = {f"/tags/{slug(tag)}/" for tag in tags}
            for tag in tags:
                self.tagged[slug(tag)].append(piece.address)

    def feeds(self):
        """Each feed with what it may contain: the newest twenty, and any as old as the oldest of them."""
        for path, posts in [("feed.xml", list(self.essays)),
                            *((f"{folder}/feed.xml", posts) for folder, posts in self.parts.items()),
                            *((f"tags/{tag}/feed.xml", posts) for tag, posts in self.tagged.items())]:
            oldest = self.days[posts[-20:][0]]
            yield path, {address for address in posts if self.days[address] >= oldest}


def expected(corpus):
    essays, parts = len(corpus.essays), corpus.parts.values()
    comments = [list(in_order(piece.comments)) for piece, _ in corpus.essays.values()]
    feeds = list(corpus.feeds())
    return {
        "essays with all their words": essays,
        "comments in their places": sum(map(len, comments)),
        "of those, replies": sum(parent != "" for thread in comments for _, parent in thread),
        "links to the next part": essays - len(parts),
        "links to the previous part": essays - len(parts),
        "links of lists of parts": sum(len(posts) ** 2 for posts in parts if len(posts) > 1),
        "links to tags": sum(map(len, corpus.tagged.values())),
        "tables": essays,
        "footnotes": essays,
        "series' pages": len(parts),
        "links to parts there": essays,
        "tags' pages": len(corpus.tagged),
        "links to essays there": sum(map(len, corpus.tagged.values())),
        "links of the archive": essays,
        "other pages": len(SINGLE_PAGES),
        "feeds": len(feeds),
        "their entries with all words": sum(min(20, len(posts)) for _, posts in feeds),
    }


def links(markup, address, relation=None):
    """The targets of its links, as paths of the site."""
    targets = []
    for tag in re.findall(r"<a\s[^>]*>", markup):
        if relation and not re.search(rf'\srel="{relation}"', tag):
            continue
        if target := re.search(r'\shref="([^"#]+)', tag):
            targets.append(urljoin(address, target[1]).removeprefix(HOST))
    return targets


def between(text, begin, end):
    return text.partition(begin)[2].partition(end)[0]


def thread_of(conversation, piece):
    """(id, parent) of each comment as shown, except those whose words are missing."""
    bodies = {comment["id"]: words_written(comment["body"]) for comment in piece.comments}
    parts = re.split(r'<div [^>]*id="comment-(\w+)"[^>]*>', conversation)[1:]
    for name, markup in zip(parts[::2], parts[1::2]):
        parent = re.search(r'href="#comment-(\w+)">in reply to', markup)
        if name in bodies and bodies[name] in words_of(markup):
            yield name, parent[1] if parent else ""


def add_essay(counts, text, address, corpus):
    piece, words = corpus.essays[address]
    article, _, conversation = text.partition('id="comments"')
    counts["essays with all their words"] += words in words_of(article)
    shown = list(thread_of(conversation, piece))
    right = [one for one, wanted in zip(shown, in_order(piece.comments)) if one == wanted]
    counts["comments in their places"] += len(right)
    counts["of those, replies"] += sum(parent != "" for _, parent in right)
    parts = corpus.parts[piece.folder]
    at = parts.index(address)
    for name, relation, wanted in (("next", "next", parts[at + 1:at + 2]), ("previous", "prev", parts[:at][-1:])):
        counts[f"links to the {name} part"] += set(links(article, address, relation)) == set(wanted) != set()
    if len(parts) > 1:  # with only one part there may or may not be a list
        listed = links(between(article, '<ol class="parts">', "</ol>"), address)
        counts["links of lists of parts"] += len(set(listed) & set(parts))
    counts["links to tags"] += len(set(links(article, address, "tag")) & corpus.tags[address])
    counts["tables"] += article.count("<table")
    counts["footnotes"] += len(re.findall(r'<li id="fn[^"]*"', article))


def links_below(folder, address):
    """The distinct links of a list's page and its further pages."""
    targets = set()
    for path in folder.rglob("index.html"):
        below = path.parent.relative_to(folder).as_posix()
        targets.update(links(path.read_text(encoding="utf-8"), f"{address}{below}/"))
    return targets


def add_feed(counts, path, posts, corpus):
    if not path.is_file():
        return
    counts["feeds"] += 1
    for entry in re.findall(r"<entry\b.*?</entry>", path.read_text(encoding="utf-8"), re.S):
        address = between(entry, "<id>", "</id>").removeprefix(HOST)
        content = re.search(r"<content\b[^>]*>(.*?)</content>", entry, re.S)
        if address in posts and content and corpus.essays[address][1] in words_of(html.unescape(content[1])):
            counts["their entries with all words"] += 1


def found(output, corpus):
    counts = dict.fromkeys(expected(corpus), 0)
    for address in corpus.essays:
        path = output / address[1:] / "index.html"
        if path.is_file():
            add_essay(counts, path.read_text(encoding="utf-8"), address, corpus)
    for folder, posts in corpus.parts.items():
        path = output / folder / "index.html"
        if path.is_file():
            counts["series' pages"] += 1
            targets = links(path.read_text(encoding="utf-8"), f"/{folder}/")
            counts["links to parts there"] += len(set(targets) & set(posts))
    for tag, posts in corpus.tagged.items():
        counts["tags' pages"] += (output / "tags" / tag / "index.html").is_file()
        counts["links to essays there"] += len(links_below(output / "tags" / tag, f"/tags/{tag}/") & set(posts))
    counts["links of the archive"] = len(links_below(output / "archive", "/archive/") & set(corpus.essays))
    counts["other pages"] = sum((output / path).is_file() for path in SINGLE_PAGES)
    for path, posts in corpus.feeds():
        add_feed(counts, output / path, posts, corpus)
    return counts


def main():
    essays, outputs = int(sys.argv[1]), dict(argument.split("=", 1) for argument in sys.argv[2:])
    corpus = Corpus(converted(essays))
    wanted = expected(corpus)
    counts = [found(Path(output), corpus) for output in outputs.values()]
    print(table(("on the pages", "in the corpus", *outputs),
                [(name, f"{count:,}", *(f"{there[name]:,}" for there in counts)) for name, count in wanted.items()]))
    return 0 if all(there == wanted for there in counts) else 1


if __name__ == "__main__":
    sys.exit(main())
