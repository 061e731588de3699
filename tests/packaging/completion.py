#!/usr/bin/env python3
"""completion.py PROGRAM FOLDER: tests the completion scripts that the program prints, in bash, zsh and fish."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

# A partly typed line, what is offered, and what is not. `mysite` is a folder, `notes.txt` a file next to it.
CASES = [
    ("causerie ", "build check list new schema theme completion version help", "mysite notes.txt"),
    ("causerie sch", "schema", "build"),
    ("causerie list ", "drafts scheduled promises orphans comments", "mysite build"),
    ("causerie list --clock 2026-01-01 sche", "scheduled", "drafts"),
    ("causerie list drafts ", "mysite", "drafts notes.txt"),
    ("causerie build ", "mysite", "notes.txt build"),
    ("causerie build -d ", "mysite", "notes.txt"),
    ("causerie build --str", "--strict", "--site --compress"),
    ("causerie build --c", "--color --compress --clean --clock", "--strict"),
    ("causerie check --c", "--color --clock", "--compress --clean"),
    ("causerie build --color ", "auto always never", "mysite"),
    ("causerie build --color a", "auto always", "never"),
    ("causerie build --color=a", "auto always", "never"),
    ("causerie build --color=always --str", "--strict", "--site"),
    ("causerie version --message-format ", "human json", "auto"),
    ("causerie new ", "site series essay workflow", "mysite"),
    ("causerie schema ", "site series essay comment", "mysite"),
    ("causerie help ", "build completion version", "mysite"),
    ("causerie completion ", "bash zsh fish", "mysite"),
]


def bash(script, folder):
    def offered(line):
        words = re.findall(r"=|[^\s=]+", line) + ([""] if line.endswith(" ") else [])  # as bash splits a line
        code = 'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _causerie; printf "%s\\n" "${COMPREPLY[@]}"'
        done = subprocess.run(["bash", "--norc", "-c", code, script, *words], cwd=folder, capture_output=True, text=True)
        return set(done.stdout.split()) if done.stderr == "" else {done.stderr}

    return offered


def fish(script, folder):
    def offered(line):
        code = "source $argv[1]; complete -C $argv[2]"
        done = subprocess.run(["fish", "--no-config", "-c", code, script, line], cwd=folder, capture_output=True, text=True,
                              env={**os.environ, "HOME": str(folder)})
        if done.stderr != "":
            return {done.stderr}
        rows = {row.split("\t")[0].split("=")[-1].rstrip("/") for row in done.stdout.splitlines()}
        # fish 4 also offers words that contain the typed letters anywhere, in the same order.
        typed = re.split("[ =]", line)[-1]
        return {row for row in rows if row.startswith(typed)} or rows

    return offered


class Zsh:
    """A zsh in a pseudoterminal, since completion is part of its line editor."""

    def __init__(self, script, folder):
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe("zsh", ["zsh", "-f", "-i"], {"PATH": os.environ["PATH"], "TERM": "xterm", "HOME": str(folder)})
        self.count = 0
        self.type(f"stty columns 200 rows 100; PS1=; autoload -U compinit; compinit -u -D; source {script}; "
                  "zstyle ':completion:*' list-grouped false; LISTMAX=0; bindkey '^T' list-choices; "
                  "zle-line-init() { print -rn -- zle${:-}-ready; }; zle -N zle-line-init\n")
        self.after_echo()

    def type(self, text):
        os.write(self.terminal, text.encode())

    def after_echo(self):
        """The output until everything typed so far is processed and the line editor is ready: what is typed earlier
        does not reach the line editor."""
        self.count += 1
        self.type(f"\x15print -r -- done${{:-}}-{self.count}-\n")
        shown = ""
        end = time.monotonic() + 120
        while "zle-ready" not in shown.partition(f"done-{self.count}-")[2]:
            if not select.select([self.terminal], [], [], max(0, end - time.monotonic()))[0]:
                raise SystemExit(f"zsh does not answer: {shown!r}")
            shown += os.read(self.terminal, 65536).decode(errors="replace").replace("\0", "")
        return shown

    def __call__(self, line):
        self.type(line + "\x14")
        shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]", " ", self.after_echo())
        return {word.rstrip("/") for word in shown.split()} - set(line.split())  # the line itself is shown too

    def stop(self):
        os.close(self.terminal)
        os.waitpid(self.child, 0)


def main(program, folder):
    program = os.path.abspath(os.environ.get("CAUSERIE_BINARY") or program)
    folder = Path(folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "here/mysite").mkdir(parents=True)
    (folder / "here/notes.txt").touch()
    faults = []
    for shell, start in {"bash": bash, "zsh": Zsh, "fish": fish}.items():
        script = folder / f"completion.{shell}"
        script.write_bytes(subprocess.run([program, "completion", shell], check=True, capture_output=True).stdout)
        subprocess.run([shell, "-n", script], check=True)
        offered_by = start(script, folder / "here")
        for line, wanted, unwanted in CASES:
            offered = offered_by(line)
            missing, wrong = set(wanted.split()) - offered, set(unwanted.split()) & offered
            if missing or wrong:
                faults.append(f"{shell}: '{line}' lacks {missing}, has {wrong}: {offered}")
        if isinstance(offered_by, Zsh):
            offered_by.stop()
    print("\n".join(faults) or f"{len(CASES)} lines, completed by each shell")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
