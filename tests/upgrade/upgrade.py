#!/usr/bin/env python3
"""upgrade.py PROGRAM FOLDER: builds sites of earlier versions of the program, with the files that those left.

Each folder site-of-COMMIT next to this file contains a site, and the output and caches of the program of that commit.
It is built in FOLDER. ../README.md describes its content, and how to record an intended change.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

DAY, EARLIER, LATER = "2026-06-01", "2026-03-10", "2026-07-10"
OWN_FILES = ".causerie-files"
PARTS = ("output", "notes", "cache")
FOREIGN = {"CNAME": b"example.org\n", "essays/by-hand.txt": b"Nobody's but the writer's.\n"}

faults = []


def expect(is_true, message):
    if not is_true:
        faults.append(message)
    return is_true


def read_tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def fits(glob, path):
    parts = {"**": ".*", "*": "[^/]*"}
    return re.fullmatch("".join(parts.get(part) or re.escape(part) for part in re.split(r"(\*\*|\*)", glob)), path)


def read_rows(path, columns):
    """The lines of a list, each split into that many columns; the last is the rest of the line."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            words = line.split(None, columns - 1)
            if expect(len(words) == columns, f"{path.name}: a line without a reason: {line}"):
                rows.append(words)
    return rows


# Comparison with the messages and output of the earlier program.


def comparable(output, own_assets):
    """Without what changes with each stylesheet or version, as in golden sites; the site's own assets are unchanged."""
    names = {}
    for path in output:
        asset = re.fullmatch(r"(assets/.+)\.[0-9a-f]{8}(\.[^./]+)", path)
        if asset and asset[1] + asset[2] not in own_assets:
            names[path] = f"{asset[1]}.HASH{asset[2]}"
    files = {}
    for path, data in output.items():
        if path == OWN_FILES:
            continue
        for name, general in names.items():
            data = data.replace(name.encode(), general.encode())
        data = re.sub(rb'content="Causerie [^"]*"', b'content="Causerie VERSION"', data)
        files[names.get(path, path)] = b"an asset of the embedded theme\n" if path in names else data
    return files


def first_difference(before, now):
    olds, news = before.split(b"\n"), now.split(b"\n")
    at = next((i for i, (old, new) in enumerate(zip(olds, news)) if old != new), min(len(olds), len(news)))
    line = {sign: lines[at].decode(errors="replace")[:300] if at < len(lines) else "(no more lines)"
            for sign, lines in (("-", olds), ("+", news))}
    return f"line {at + 1}\n  - {line['-']}\n  + {line['+']}"


def differences(before, now):
    found = {path: "not made any more" for path in before.keys() - now.keys()}
    found |= {path: "made, and was not before" for path in now.keys() - before.keys()}
    found |= {path: first_difference(before[path], now[path])
              for path in before.keys() & now.keys() if before[path] != now[path]}
    return found


def unlisted_output(found, rows):
    unlisted = [f"{path}: {what}" for path, what in sorted(found.items())
                if not any(fits(row[0], path) for row in rows)]
    idle = [row[0] for row in rows if not any(fits(row[0], path) for path in found)]
    return unlisted + [f"changed-output.txt: nothing differs at '{glob}'" for glob in idle]


def read_messages(text):
    return [json.loads(line) for line in text.splitlines()]


def unlisted_messages(before, now, rows):
    def is_listed(message, row):
        return message["code"] == row[0] and fits(row[1], message["file"] or "-")

    fresh = [message for message in now if message not in before]
    unlisted = [f"a new message: {json.dumps(message, ensure_ascii=False)}" for message in fresh
                if not any(is_listed(message, row) for row in rows)]
    idle = [row for row in rows if not any(is_listed(message, row) for message in fresh)]
    return unlisted + [f"changed-messages.txt: no new message is '{row[0]} {row[1]}'" for row in idle]


# Damage to files.


def halved(data):
    return data[:len(data) // 2]


def flipped(data):
    at = len(data) // 2
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


def damage_files(folder, damage, names):
    for name in names:
        data = (folder / name).read_bytes()
        if data:
            (folder / name).write_bytes(damage(data))


class Place:
    """A folder in which a frozen site is built, always at the same path, by which the program finds its cache."""

    def __init__(self, program, frozen, folder):
        self.program, self.frozen, self.folder = program, frozen, folder
        self.site, self.caches = folder / "site", folder / "cache"
        self.public = self.site / "public"
        self.source = read_tree(frozen / "site")
        self.clean = {}  # by day: output and messages of a clean build
        self.put(())
        self.build()
        kept = list((self.caches / "causerie").glob("*.sqlite"))
        if len(kept) != 1:
            raise SystemExit(f"the program should keep one file for one site: {kept}")
        self.cache = kept[0].with_suffix("")  # where earlier programs had a folder

    def put(self, parts):
        """Restores the frozen site, with these parts of what the earlier program left."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.frozen / "site", self.site)
        if "output" in parts:
            shutil.copytree(self.frozen / "output", self.public)
        if "notes" in parts:
            shutil.copytree(self.frozen / "notes", self.site / ".causerie")
            (self.site / ".causerie/.gitignore").write_text("*\n")  # it would hide files in the repository
        if "cache" in parts:
            shutil.copytree(self.frozen / "cache", self.cache)
            for path in self.cache.iterdir():
                path.chmod(0o600)

    def run(self, *words, day=DAY):
        return subprocess.run([self.program, *words, "--site", self.site, "--clock", day], capture_output=True,
                              text=True, timeout=300, env={"XDG_CACHE_HOME": str(self.caches)})

    def build(self, *words, day=DAY):
        return self.run("build", *words, day=day)

    def clean_build(self, day):
        if day not in self.clean:
            self.put(())
            done = self.build(day=day)
            expect(done.returncode == 0, f"a clean build on {day} ended with {done.returncode}: {done.stderr}")
            self.clean[day] = (read_tree(self.public), told(done), done.stderr)
        return self.clean[day]


def told(done):
    """A build's last line without the counts of files and the time."""
    return done.stdout.partition("removed;")[2].rpartition("; ")[0]


def counts(done):
    return {what: int(number) for number, what in re.findall(r"(\d+) (made|unchanged|removed)", done.stdout)}


def check_against_frozen(place):
    place.put(())
    done = place.build("--message-format", "json")
    if not expect(done.returncode == 0, f"the build ended with {done.returncode}: {done.stderr}"):
        return
    before = read_messages((place.frozen / "messages.txt").read_text(encoding="utf-8"))
    faults.extend(unlisted_messages(before, read_messages(done.stderr),
                                    read_rows(place.frozen / "changed-messages.txt", 3)))
    assets = {re.sub(r"^themes/[^/]+/", "", path) for path in place.source if re.match("themes/[^/]+/assets/", path)}
    old, new = (comparable(read_tree(folder), assets) for folder in (place.frozen / "output", place.public))
    faults.extend(unlisted_output(differences(old, new), read_rows(place.frozen / "changed-output.txt", 2)))
    for status, words in read_rows(place.frozen / "statuses.txt", 2):
        done = place.run(*words.split())
        expect(done.returncode == int(status), f"'{words}' ended with {done.returncode}, not {status}: {done.stderr}")


def check_left(place, title, parts, damaged=None, damage=None, day=DAY):
    """A build with what the earlier program left, possibly damaged, has the same result as a clean build."""
    wanted, wanted_told, wanted_said = place.clean_build(day)
    place.put(parts)
    if damaged == "output":  # only current files: an edited file that is no longer in the site would be kept
        damage_files(place.public, damage, read_tree(place.frozen / "output").keys() & wanted.keys() - {OWN_FILES})
    elif damaged is not None:
        folder = {"notes": place.site / ".causerie", "cache": place.cache}[damaged]
        damage_files(folder, damage, read_tree(place.frozen / damaged))
    for path, data in FOREIGN.items():
        (place.public / path).parent.mkdir(parents=True, exist_ok=True)
        (place.public / path).write_bytes(data)
    old = read_tree(place.public)
    done = place.build(day=day)
    if not expect(done.returncode == 0, f"{title}: ended with {done.returncode}: {done.stderr}"):
        return
    made = read_tree(place.public)
    for path, what in sorted(differences(wanted | FOREIGN, made).items()):
        expect(False, f"{title}, not as in a clean build: {path}: {what}")
    removed = old.keys() - made.keys()
    expect(counts(done).get("removed") == len(removed), f"{title}: {len(removed)} files are gone: {done.stdout}")
    expect(day != EARLIER or removed, f"{title}: nothing was removed")
    expect((told(done), done.stderr) == (wanted_told, wanted_said), f"{title}, said: {done.stdout}{done.stderr}")
    stats = {path: (place.public / path).stat().st_mtime_ns for path in made}
    again = place.build(day=day)
    expect(counts(again) == {"made": 0, "unchanged": len(wanted) - 1, "removed": 0},  # all except the list
           f"{title}, once more: {again.stdout}{again.stderr}")
    expect((told(again), again.stderr) == (wanted_told, wanted_said), f"{title}, said once more: {again.stderr}")
    expect({path: (place.public / path).stat().st_mtime_ns for path in read_tree(place.public)} == stats,
           f"{title}: a second build wrote something")
    source = {path: data for path, data in read_tree(place.site).items()
              if not path.startswith(("public/", ".causerie/"))}
    expect(source == place.source, f"{title}: a file of the writer's changed")


def check_damaged_list(place, title, damage):
    """With a damaged own-files list, either everything is made and stale files may stay, or nothing is changed."""
    wanted, _, _ = place.clean_build(DAY)
    place.put(PARTS)
    damage_files(place.public, damage, [OWN_FILES])
    old = read_tree(place.public)
    done = place.build()
    made = read_tree(place.public)
    if done.returncode == 0:
        expect(wanted.items() <= made.items(), f"{title}: {done.stdout}{done.stderr}")
        expect(made.keys() <= old.keys() | wanted.keys(), f"{title}: a file too many")
    else:
        expect(done.returncode == 3 and made == old, f"{title}: ended with {done.returncode}: {done.stderr}")


def check_all_left(place):
    check_left(place, "with all that was left", PARTS)
    for day in (EARLIER, LATER):
        check_left(place, f"with all that was left, on {day}", PARTS, day=day)
    for part in PARTS:
        check_left(place, f"with the {part} alone", (part,))
        for damage in (halved, flipped):
            check_left(place, f"with the {part} {damage.__name__}", PARTS, part, damage)
            check_left(place, f"with the {part} alone, {damage.__name__}", (part,), part, damage)
    for damage in (halved, flipped):
        check_damaged_list(place, f"with the list {damage.__name__}", damage)


def check_that_it_can_fail(place):
    """Checks what the comparisons above must report, and what they must not."""
    assets = {"assets/style.css"}
    page = (b'<meta name="generator" content="Causerie 0.1.0">\n<link href="assets/style.01234567.css">\n'
            b'<link href="assets/favicon.89abcdef.svg">\n')
    old = {"index.html": page, "a/index.html": b"a\n", "assets/style.01234567.css": b"a {}\n",
           "assets/favicon.89abcdef.svg": b"<svg/>\n", OWN_FILES: b"x\n"}

    def found(changes, rows=()):
        new = {path: data for path, data in (old | changes).items() if data is not None}
        return unlisted_output(differences(comparable(old, assets), comparable(new, assets)), rows)

    expect(found({}) == [], "no difference is found as one")
    expect(found({"index.html": page.replace(b"0.1.0", b"0.2.0").replace(b"89abcdef", b"00000000"), OWN_FILES: b"y\n",
                  "assets/favicon.89abcdef.svg": None, "assets/favicon.00000000.svg": b"<svg></svg>\n"}) == [],
           "what each version changes is found as a difference")
    expect(found({"a/index.html": b"b\n"}) == ["a/index.html: line 1\n  - a\n  + b"], "a changed word is not found")
    expect(found({"a/index.html": None}) == ["a/index.html: not made any more"], "a lost page is not found")
    expect(found({"b.html": b""}) == ["b.html: made, and was not before"], "a page too many is not found")
    expect(len(found({"index.html": page.replace(b"01234567", b"00000000")})) == 1, "another stylesheet is not found")
    expect(len(found({"assets/style.01234567.css": b"b {}\n"})) == 1, "a changed stylesheet is not found")
    expect(found({"a/index.html": b"b\n"}, [("a/*", "why")]) == [], "a listed difference is found")
    expect(len(found({"a/index.html": b"b\n"}, [("*", "why")])) == 2, "a glob goes too far")
    message = {"code": "lost-parent", "file": "content/a.yaml", "line": 1, "message": "a"}
    expect(unlisted_messages([message], [message], []) == [], "an old message is found as a new one")
    expect(len(unlisted_messages([message], [message | {"line": 2}], [])) == 1, "a new message is not found")
    expect(unlisted_messages([], [message], [("lost-parent", "content/*", "why")]) == [], "a listed message is found")
    expect(len(unlisted_messages([], [message], [("lost-parent", "*", "why")])) == 2, "an idle line is not found")
    # Also with the frozen output itself.
    output = read_tree(place.frozen / "output")
    changed = output | {"index.html": output["index.html"].replace(b"<p>", b"<p >", 1)}
    expect(list(differences(comparable(output, set()), comparable(changed, set()))) == ["index.html"],
           "a changed blank in the frozen output is not found")


def main(program, folder):
    program = Path(os.environ.get("CAUSERIE_BINARY") or program).resolve()
    frozen_sites = sorted(Path(__file__).resolve().parent.glob("site-of-*"))
    expect(frozen_sites, "there is no frozen site")
    for frozen in frozen_sites:
        begin = len(faults)
        place = Place(program, frozen, Path(folder).resolve() / frozen.name)
        check_that_it_can_fail(place)
        check_against_frozen(place)
        check_all_left(place)
        faults[begin:] = [f"{frozen.name}: {fault}" for fault in faults[begin:]]
    print("\n".join(faults) or "builds like " + ", ".join(frozen.name for frozen in frozen_sites))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
