"""The corpus as users of Hugo and of Eleventy would write it, and how to run those programs.

Their templates, in `hugo/` and `eleventy/`, make the same pages as Causerie. Comments are JSON data files, which both
read fastest; references are plain paths, as users of those tools write them.
"""

import json
import re
import shutil
from pathlib import Path

from make_corpus import Series, corpus

HERE = Path(__file__).parent
STYLE = HERE.parents[1] / "themes" / "default" / "assets" / "style.css"


def resolved(text, essay, addresses, titles):
    """The text with its references to parts of series replaced by their addresses."""
    def link(match):
        words, target = match.groups()
        name, _, number = target.rpartition("/")
        folder = name or essay.folder
        part = {"next": essay.part + 1, "first": 1}.get(number) or int(number)
        return f"[{words or titles[folder, part]}]({addresses[folder, part]})"
    return re.sub(r"\[([^\]]*)\]\(series:([^)]+)\)", link, text)


def converted(count):
    """Yields (piece, fields, text) for each series and essay; fields and text are None for a series."""
    pieces = list(corpus(count))
    essays = [piece for piece in pieces if not isinstance(piece, Series)]
    addresses = {(essay.folder, essay.part): essay.address for essay in essays}
    titles = {(essay.folder, essay.part): re.search("^title: (.*)$", essay.text, re.M)[1] for essay in essays}
    for piece in pieces:
        if isinstance(piece, Series):
            yield piece, None, None
        else:
            _, fields, text = piece.text.split("---\n", 2)
            yield piece, fields.replace("summary: ", "description: "), resolved(text, piece, addresses, titles)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_hugo(site, count):
    shutil.copytree(HERE / "hugo", site)
    (site / "static" / "assets").mkdir(parents=True)
    shutil.copy(STYLE, site / "static" / "assets")
    for piece, fields, text in converted(count):
        folder = site / "content" / piece.folder
        if isinstance(piece, Series):
            write(folder / "_index.md",
                  f"---\ntitle: {piece.title}\ndescription: {piece.description}\nstatus: complete\n---\n")
            continue
        write(folder / f"{piece.stem}.md", f"---\n{fields}weight: {piece.part}\n---\n{text}")
        write(site / "data" / "comments" / piece.folder / f"{piece.stem}.json", json.dumps(piece.comments, indent=1))


def make_eleventy(site, count, packages):
    shutil.copytree(HERE / "eleventy", site)
    (site / "node_modules").symlink_to(packages)
    (site / "assets").mkdir()
    shutil.copy(STYLE, site / "assets")
    for piece, fields, text in converted(count):
        folder = site / "content" / piece.folder
        if isinstance(piece, Series):
            about = {"folder": piece.folder, "title": piece.title, "description": piece.description,
                     "status": "complete"}
            write(folder / f"{piece.folder}.json", json.dumps({"layout": "essay.11ty.js", "series": about}))
            continue
        write(folder / f"{piece.stem}.md", f"---\n{fields}part: {piece.part}\n---\n{text}")
        write(folder / f"{piece.stem}.11tydata.json", json.dumps({"comments": piece.comments}, indent=1))
