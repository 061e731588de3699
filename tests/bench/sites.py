"""Changes to a generated site between two measurements."""

import re
import subprocess


def essays_of(site):
    """The essays in the same order for each generator: some have the part's number in front of the name."""
    essays = site.glob("content/series-*/[!_]*.md")
    return sorted(essays, key=lambda path: (path.parent, path.stem.lstrip("0123456789-")))


def change_one_word(essays, number):
    """Changes a word in one essay, a different one for each number; returns the new word, which is unique."""
    essay, word = essays[number * 7 % len(essays)], f"Thus{number}thus"
    text = essay.read_text(encoding="utf-8")
    # The first word of the text itself, not of the title or the summary.
    text, changed = re.subn(r"^(This|Thus\d+thus) (?=goes on from|is where)", f"{word} ", text, count=1, flags=re.M)
    assert changed == 1, essay
    essay.write_text(text, encoding="utf-8")
    return word


def commit(site, message):
    git = ["git", "-C", str(site), "-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0"]
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-q", "-m", message], check=True)


def state_of(output):
    """What shows that a file was written: its inode, and its time in nanoseconds."""
    state = {}
    for path in output.rglob("*"):
        if path.is_file():
            about = path.stat()
            state[path.relative_to(output).as_posix()] = (about.st_ino, about.st_mtime_ns)
    return state


def written_between(before, after):
    """Written pages, feeds and other files for readers, but not the own-files list."""
    return {path for path, about in after.items() if before.get(path) != about and path != ".causerie-files"}


def with_word(output, word):
    """The files that contain it."""
    command = ["grep", "-rlF", "--", word, "."]
    found = subprocess.run(command, cwd=output, stdout=subprocess.PIPE, text=True, check=False)
    return {path.removeprefix("./") for path in found.stdout.splitlines()}
