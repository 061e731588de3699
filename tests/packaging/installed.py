#!/usr/bin/env python3
"""installed.py PROGRAM FOLDER: checks the files that `cmake --install` and the Debian package install.

The installed program starts and builds a site with an empty environment; groff accepts its manual page, which names
every command. `packaging/try.sh` tests the package in a minimal Debian.
"""

import contextlib
import gzip
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

FILES = {
    "bin/causerie",
    "lib/causerie/causerie-git.so",
    "lib/causerie/causerie-http.so",
    "share/bash-completion/completions/causerie",
    "share/doc/causerie/changelog.gz",
    "share/doc/causerie/copyright",
    "share/fish/vendor_completions.d/causerie.fish",
    "share/man/man1/causerie.1.gz",
    "share/zsh/site-functions/_causerie",
}

faults = []


def expect(is_true, message):
    if not is_true:
        faults.append(message)


def run(*words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)
    expect(done.returncode == 0, f"{words} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done


def check_manual(program, manual):
    shown = run("groff", "-man", "-ww", "-K", "utf8", "-T", "utf8", "-P", "-cbou", input=manual)
    expect(shown.stderr == "", f"groff: {shown.stderr}")
    words = " ".join(shown.stdout.split())
    listed = run(program, "help").stdout.splitlines()
    commands = [line.split()[0] for line in listed if line.startswith("  ")]
    expect(len(commands) > 8, f"commands: {commands}")
    for command in commands:
        expect(f"causerie {command} " in words, f"the manual page does not name {command}")
    for text in ("--compress", "'draft: true'", "bash-completion/completions/causerie", "~/.config", "-d, --destination DIR"):
        expect(text in words, f"the manual page does not say {text}")


def check_installed(build, stage):
    run("cmake", "--install", build, "--prefix", stage)
    found = {str(path.relative_to(stage)) for path in stage.rglob("*") if not path.is_dir()}
    expect(found == FILES, f"installed: {found ^ FILES}")
    program, site = stage / "bin/causerie", stage / "site"
    run(program, "new", "site", site, env={})
    run(program, "build", site, env={})
    expect((site / "public/index.html").is_file(), "no site was built")
    # The module that is loaded on demand is found; the new site has no outside links to check.
    expect("0 outside links" in run(program, "check", "--external", site, env={}).stdout, "links were asked about")
    check_manual(program, gzip.decompress((stage / "share/man/man1/causerie.1.gz").read_bytes()).decode())


def check_package(build, folder):
    run("cpack", "--config", build / "CPackConfig.cmake", "-B", folder)
    package = next(folder.glob("causerie_*.deb"))
    found = set()
    for line in run("dpkg-deb", "--contents", package).stdout.splitlines():
        mode, owner, *_, path = line.split()
        expect(owner == "root/root", f"{path} belongs to {owner}")
        if not mode.startswith("d"):
            found.add(path.removeprefix("./usr/"))
    wanted = {path.replace("site-functions", "vendor-completions") for path in FILES}
    expect(found == wanted, f"in the package: {found ^ wanted}")
    depends = run("dpkg-deb", "--field", package, "Depends").stdout
    for library in ("libc6", "libfmt", "libgit2", "libmimalloc", "libcpp-httplib", "libnettle8", "libtbb12"):
        expect(library in depends, f"{library} is not among {depends}")
    # The other libraries are linked into the program, and their notices are included.
    notices = (folder.parent / "stage/share/doc/causerie/copyright").read_text(encoding="utf-8")
    for library in ("icu", "yaml-cpp", "cmark", "gumbo", "xml2", "sqlite3", "xxhash", "brotli"):
        expect(library in depends or f"--- {library} ---" in notices, f"the notice of {library} is missing")
    expect(run("dpkg-deb", "--field", package, "Maintainer").stdout.strip() != "", "nobody keeps the package")


def known_as(program, folder):
    """The hash that identifies a program in its cache."""
    site, cache = folder / "site", folder / "cache"
    shutil.rmtree(site, ignore_errors=True)
    shutil.rmtree(cache, ignore_errors=True)
    run(program, "new", "site", site, env={})
    run(program, "build", site, env={"XDG_CACHE_HOME": str(cache)})
    [kept] = cache.rglob("*.sqlite")
    with contextlib.closing(sqlite3.connect(kept)) as database:
        return database.execute("select id from program").fetchone()[0]


def check_program_hash(build, folder):
    """Caches of another program are not used, even if it has no build ID."""
    folder.mkdir()
    shutil.copytree(folder.parent / "stage/lib", folder / "lib")
    program = folder / "bin/causerie"
    program.parent.mkdir()
    shutil.copy2(build / "causerie", program)
    with_id = known_as(program, folder)
    expect(known_as(program, folder) == with_id, "one program is known by two hashes")
    run("objcopy", "--remove-section", ".note.gnu.build-id", program)
    without_id = known_as(program, folder)
    expect(without_id != with_id, "a program without its build ID is taken for the one with it")
    with open(program, "ab") as file:
        file.write(b"another")
    expect(known_as(program, folder) != without_id, "another program without a build ID is taken for the first")


def check_cross_compiling(sources, folder):
    """A cross-compiled program is installed without being run; the files that it would print are omitted."""
    run("cmake", "-S", sources, "-B", folder, "-DCMAKE_SYSTEM_NAME=Linux", "-DCMAKE_CXX_COMPILER=c++")
    for made in ("causerie", "causerie-git.so", "causerie-http.so"):
        (folder / made).write_text("of another machine")
    stage = folder / "stage"
    run("cmake", "--install", folder, "--prefix", stage)
    found = {str(path.relative_to(stage)) for path in stage.rglob("*") if not path.is_dir()}
    expect(found == {path for path in FILES if path.startswith(("bin/", "lib/", "share/doc/"))}, f"installed: {found}")


def main(program, folder):
    build = Path(os.environ.get("CAUSERIE_BINARY") or program).resolve().parent
    folder = Path(folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    check_installed(build, folder / "stage")
    check_package(build, folder / "package")
    check_program_hash(build, folder / "without-build-id")
    check_cross_compiling(Path(__file__).resolve().parents[2], folder / "cross")
    print("\n".join(faults) or "installed and packed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
