#!/usr/bin/env python3
"""make_corpus.py FOLDER [ESSAYS]: writes a site of that many essays (default: 1000), the same bytes every time.

An essay has about 1,200 words with headings, lists, links, a footnote, and references within its series of eight;
two tags; and ten comments, up to six deep.
"""

import datetime
import random
import sys
from dataclasses import dataclass
from pathlib import Path

WORDS = """
a about after again all along always among an and another answer any are around as asked at away back be because
been before began behind being between book both bread but by called came candle chair coat come could day did door
down each early either else enough even evening ever every eyes face far father few fire first floor for forgotten
found friend from garden gave glass go good great had half hand hard have he hear heard her here him his hour house
how I if in indeed into is it its kept kitchen knew know lamp last late laughed leave left less letter light like
listened little long looked lost made make man many may me mean might mind moment more morning most mother much must
my name near never new next night no none nor not nothing now o'clock of off often old on once one only open or other
our out over own page paper part people perhaps place plate question quiet quite rain read real rest room round said
same sat saw say second see seemed seen sentence set several shall she should side silence since sit small so some
something soon spoke stand still stood story street such sure table take talk tell than that the their them then there
they thing think this those though thought three through time to together told too took toward town turn two under
until up upon us very voice wait walked wall wanted was water way we weather well went were what when where which
while white who whole whom why will window wine winter wish with without woman wonder word work would write written
yes yesterday yet you young your
""".split()
NAMES = ["Anna Berg", "Bertrand", "Chidi Okafor", "Dolores", "Edith M.", "Feng Li", "Greta", "Hugo van Dam", "Ines",
         "Jørgen Ås", "Katya", "Lin Wen", "Miriam Roth", "Noor", "Oskar", "Priya Nair"]
TITLE = "A thousand evenings"
TAGS = [f"{kind} {thing}" for kind in ("small", "long", "lost", "spoken", "winter")
        for thing in ("talk", "letters", "books", "evenings", "questions", "silences", "tables", "names")]


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def words(self, count):
        return " ".join(self.random.choices(WORDS, k=count))

    def sentence(self):
        words = self.random.choices(WORDS, k=self.random.randint(8, 20))
        words[0] = words[0].capitalize()
        change = self.random.random()
        at = self.random.randrange(1, len(words) - 2)
        if change < 0.15:
            words[at] = f"*{words[at]}*"
        elif change < 0.22:
            words[at] = f'"{words[at]} {self.words(1)}"'
        elif change < 0.26:
            words[at] = f"[{words[at]}](https://example.org/{words[at]}/)".replace("'", "")
        elif change < 0.28:
            words[at] = f"`{words[at]}`"
        elif change < 0.34:
            words[at] += " --"
        words[len(words) // 2] += ","
        return " ".join(words) + self.random.choice("....?!")

    def paragraph(self, words=81):
        sentences, count = [], 0
        while count < words:
            sentences.append(self.sentence())
            count += len(sentences[-1].split())
        return "\n".join(sentences)

    def items(self, mark):
        return "\n".join(f"{mark} {self.words(9).capitalize()}." for _ in range(4))


def essay(writer, series, part, parts, day):
    title = writer.words(4).capitalize().replace("'", "’")
    tags = ", ".join(writer.random.sample(TAGS, 2))
    first = f"This goes on from [](series:{part - 1})." if part > 1 else "This is where it begins."
    last = "More in [the next part](series:next)." if part < parts else "It began with [](series:first)."
    if series > 1:
        last += f" Compare [another series](series:series-{series // 2:04}/1)."
    pieces = [f"---\ntitle: {title}\ndate: {day}\nsummary: {writer.words(16).capitalize()}.\ntags: [{tags}]\n---"]
    pieces += [first + " " + writer.paragraph(), writer.paragraph()]
    for section in range(3):
        pieces += [f"## {writer.words(3).capitalize()}", writer.paragraph(), writer.paragraph()]
        if section == 0:
            pieces += [writer.items("-"), writer.paragraph() + "[^n]"]
        elif section == 1:
            pieces += ["> " + writer.paragraph(40).replace("\n", "\n> "), writer.paragraph()]
        else:
            pieces += [writer.items("1."), "| said | heard |\n|---|---|\n"
                       + "".join(f"| {writer.words(3)} | {writer.words(3)} |\n" for _ in range(4))]
    pieces += [writer.paragraph() + " " + last, f"[^n]: {writer.sentence()}"]
    return "\n\n".join(piece.rstrip("\n") for piece in pieces) + "\n"


def comments(writer, day):
    written, depth = [], []
    for number in range(10):
        deep_enough = [n for n in range(number) if depth[n] < 6]
        parent = writer.random.choice(deep_enough) if number and writer.random.random() < 0.75 else None
        depth.append(1 if parent is None else depth[parent] + 1)
        written.append({
            "id": f"c{number + 1}",
            "parent": "" if parent is None else f"c{parent + 1}",
            "author": writer.random.choice(NAMES),
            "email": f"reader{writer.random.randrange(9999)}@example.org",
            "date": f"{day + datetime.timedelta(days=1 + number)}T{8 + number:02}:30:00Z",
            "body": writer.paragraph(50),
        })
    return written


def in_yaml(written):
    def one(comment):
        lines = [f"{key}: {comment[key]}" for key in ("id", "parent", "author", "email", "date") if comment[key]]
        lines += ["body: |"] + ["  " + line for line in comment["body"].split("\n")]
        return "- " + "\n  ".join(lines) + "\n"
    return "\n".join(map(one, written))


@dataclass
class Essay:
    series: int
    part: int
    stem: str
    text: str
    comments: list

    @property
    def folder(self):
        return f"series-{self.series:04}"

    @property
    def address(self):
        return f"/{self.folder}/{self.stem}/"


@dataclass
class Series:
    folder: str
    title: str
    description: str


def corpus(essays):
    """Each series, followed by its essays."""
    for index in range(essays):
        series, part = index // 8 + 1, index % 8 + 1
        parts = min(8, essays - (series - 1) * 8)
        writer = Writer(index)
        if part == 1:
            yield Series(f"series-{series:04}", writer.words(3).capitalize(), f"{writer.words(20).capitalize()}.")
        day = datetime.date(2015, 1, 1) + datetime.timedelta(days=index * 3650 // essays)
        stem = "-".join(writer.words(3).lower().split()).replace("'", "")
        text = essay(writer, series, part, parts, day)
        yield Essay(series, part, stem, text, comments(writer, day))


def make_corpus(folder, essays):
    content = folder / "content"
    content.mkdir(parents=True)
    (folder / "site.yaml").write_text(
        f"title: {TITLE}\nbase_url: https://evenings.example/\nauthor:\n  name: Edith Marchant\n"
        "  email: edith@example.org\ncomments:\n  default: open\n", encoding="utf-8")
    (folder / ".gitignore").write_text("/public/\n/.causerie/\n", encoding="utf-8")
    for piece in corpus(essays):
        home = content / piece.folder
        if isinstance(piece, Series):
            home.mkdir()
            (home / "series.yaml").write_text(
                f"title: {piece.title}\ndescription: {piece.description}\nstatus: complete\n", encoding="utf-8")
            continue
        path = home / f"{piece.part:02}-{piece.stem}.md"
        path.write_text(piece.text, encoding="utf-8")
        path.with_suffix(".comments.yaml").write_text(in_yaml(piece.comments), encoding="utf-8")


if __name__ == "__main__":
    make_corpus(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000)
