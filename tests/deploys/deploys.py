#!/usr/bin/env python3
"""deploys.py PROGRAM FOLDER [NAME...]: deploys to real servers on this machine (all cases below, or those named).

Whatever goes wrong in between, no foreign file is lost, and the next deploy reaches the right state.
"""

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import servers

PROGRAM = Path(os.environ.get("CAUSERIE_BINARY") or sys.argv[1]).resolve()
WORK = Path(sys.argv[2]).resolve()
ENVIRONMENT = dict(os.environ)
FIRST_TRY = {"RCLONE_RETRIES": "1", "RCLONE_LOW_LEVEL_RETRIES": "1"}  # makes rclone give up at once


class Wrong(Exception):
    pass


def expect(is_so, what):
    if not is_so:
        raise Wrong(what)


# A site, and what is expected once it is deployed.


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def essay(site, name, text):
    write(site / f"content/letters/{name}.md", f"---\ntitle: Letter {name}\ndate: 2026-01-02\n---\n{text}\n")


def new_site(name, target, base_url="https://letters.example/people/edith/"):
    """A series of three essays with an attachment; `target` is the value of the only target in site.yaml."""
    site = WORK / "sites" / name
    shutil.rmtree(site, ignore_errors=True)
    write(site / "site.yaml", f"title: Letters\nbase_url: {base_url}\n"
                              f"author: {{name: Edith Marchant, email: edith@private.example}}\n"
                              f"deploy: {{targets: {{there: {target}}}}}\n")
    write(site / "content/letters/series.yaml", "title: Letters\n")
    for number in range(1, 4):
        essay(site, f"0{number}-number-{number}", f"The letter number {number}. " * 40)
    write(site / "content/letters/a picture.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    return site


def run(site, *words, environment=None):
    return subprocess.run([PROGRAM, "deploy", "--site", site, *words], capture_output=True, text=True,
                          env={**ENVIRONMENT, **(environment or {})}, timeout=120)


def deploy(site, *words, **more):
    """Must succeed."""
    done = run(site, *words, **more)
    expect(done.returncode == 0, f"deploy ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def refused(site, *words, says="", **more):
    """Must be refused, with these words."""
    done = run(site, *words, **more)
    expect(done.returncode == 3, f"status {done.returncode} instead of 3:\n{done.stdout}{done.stderr}")
    expect(says in done.stderr, f"'{says}' is not said:\n{done.stderr}")
    return done.stderr


def tree(folder, leave_out=(".git", "lost+found")):
    files = {}
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in leave_out]
        for name in names:
            path = Path(at, name)
            files[str(path.relative_to(folder))] = path.read_bytes()
    return files


def expect_site(site, found, others=None):
    """`found` must be the site and the files of others."""
    expected = {**tree(site / "public"), **(others or {})}
    wrong = sorted({*expected} ^ {*found}) or sorted(path for path in expected if expected[path] != found[path])
    expect(not wrong, f"not as they should be: {wrong}")


def change(site):
    """Adds a letter, changes one, and removes one, which also changes the links between them."""
    essay(site, "04-number-4", "The fourth. " * 60)
    essay(site, "03-number-3", "Written anew. " * 50)
    (site / "content/letters/02-number-2.md").unlink(missing_ok=True)


def git(folder, *words):
    return subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True, text=True,
                          env=ENVIRONMENT).stdout.strip()


def bare_repository(name):
    folder = WORK / "repositories" / name
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["git", "init", "-q", "--bare", folder], check=True, env=ENVIRONMENT)
    git(folder, "config", "http.receivepack", "true")
    return folder


def branch_tree(repository, branch="gh-pages"):
    with tempfile.TemporaryDirectory(dir=WORK) as archive:
        subprocess.run(f"git -C '{repository}' archive {branch} | tar x -C '{archive}'", shell=True, check=True)
        return tree(archive)


def commit_by_hand(repository, files, branch="gh-pages", message="By hand"):
    """Somebody else's commit: files by path, None for one that is deleted."""
    clone = Path(tempfile.mkdtemp(dir=WORK))
    subprocess.run(["git", "clone", "-q", repository, clone], check=True, capture_output=True, env=ENVIRONMENT)
    known = git(clone, "branch", "--list", "--remotes", f"origin/{branch}")
    git(clone, "checkout", "-q", *(["-B", branch, f"origin/{branch}"] if known else ["--orphan", branch]))
    for path, text in files.items():
        if text is None:
            (clone / path).unlink()
        else:
            write(clone / path, text)
    git(clone, "add", "--all")
    git(clone, "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "commit", "-q", "-m", message)
    git(clone, "push", "-q", "origin", branch)


OTHERS = {"uploads/me.jpg": b"me", ".well-known/keys/mine": b"key", "letters/mine.txt": b"a note"}


def put_others(folder):
    for path, data in OTHERS.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


# What every target where files are sent one by one must handle.


def course_of_a_place(site, place):
    """Many deploys to a target that has somebody else's files from the beginning."""
    put_others(place)
    before = tree(place)
    refused(site, says="it is not empty, and nothing was deployed there before")
    expect(tree(place) == before, "a refused deploy changed something")
    (place / ".causerie-files").write_text("causerie files 1\n")
    told = deploy(site)
    expect(re.search(r"^\d+ new, 0 changed, 0 gone, 0 unchanged", told, re.M), told)
    expect_site(site, tree(place), OTHERS)
    expect(" 0 new, 0 changed, 0 gone," in " " + deploy(site), "the second deploy found something to do")

    change(site)
    before = tree(place)
    plan = deploy(site, "--dry-run")
    expect("gone     letters/number-2/index.html" in plan and "new      letters/number-4/index.html" in plan, plan)
    expect(tree(place) == before, "a dry run changed something")
    deploy(site)
    expect_site(site, tree(place), OTHERS)
    expect(not (place / "letters/number-2").exists(), "an empty folder is left")

    # An edit that keeps the size is detected by the time.
    page = place / "letters/number-1/index.html"
    page.write_bytes(page.read_bytes().replace(b"The letter number 1", b"The letter number 7"))
    os.utime(page, (time.time() + 5, time.time() + 5))
    expect("number-1/index.html: it had been changed there" in deploy(site), "an edited page stays")
    expect_site(site, tree(place), OTHERS)

    # A file deleted or edited by hand is sent again; one that is edited and gone from the site stays, with a warning.
    (place / "letters/number-1/index.html").unlink()
    (place / "index.html").write_text("edited by hand")
    told = deploy(site)
    expect("it was missing there" in told and "it had been changed there" in told, told)
    expect_site(site, tree(place), OTHERS)
    (place / "letters/number-4/index.html").write_text("edited by hand, and kept")
    (site / "content/letters/04-number-4.md").unlink()
    done = run(site)
    expect("letters/number-4/index.html: warning" in done.stderr, done.stderr)
    expect_site(site, tree(place), {**OTHERS, "letters/number-4/index.html": b"edited by hand, and kept"})
    (place / "letters/number-4/index.html").unlink()

    # Somebody's file at a path that the site needs.
    write(place / "letters/number-5/index.html", "somebody's")
    essay(site, "05-number-5", "The fifth.")
    before = tree(place)
    refused(site, says="files that Causerie did not write are in the way: letters/number-5/index.html")
    expect(tree(place) == before, "a refused deploy changed something")
    (place / "letters/number-5/index.html").unlink()

    # Too many files would be removed.
    for number in range(3):
        essay(site, f"1{number:02}-more-{number}", "More.")
    for number in range(20):
        write(site / f"content/more/{number}.txt", "More.")
    deploy(site)
    for path in (site / "content/letters").glob("1??-more-*.md"):
        path.unlink()
    shutil.rmtree(site / "content/more")
    before = tree(place)
    refused(site, says="files there would be removed, more than 20")
    expect(tree(place) == before, "a refused deploy changed something")
    deploy(site, "--max-deletes", "100")
    expect_site(site, tree(place), OTHERS)
    expect(not (place / "more").exists(), "an empty folder is left")


def wrong_by_one_level(site, place, spelled):
    """`place` contains our site; `spelled` returns the value in site.yaml for a path below its parent."""
    settings = (site / "site.yaml").read_text()
    before = tree(place.parent)
    for path in [".", f"{place.name}/letters"]:
        write(site / "site.yaml", re.sub(r"there: .*\}\}$", f"there: {spelled(path)}}}}}", settings, flags=re.M))
        refused(site, says="it is not empty, and nothing was deployed there before")
    expect(tree(place.parent) == before, "a refused deploy changed something")
    write(site / "site.yaml", settings)


def cut_again_and_again(site, place, cutter, cuts, environment=None):
    """The site changes before each interrupted deploy; in the end it is deployed completely."""
    environment = environment or {}
    deploy(site, environment=environment)
    was_cut = 0
    for number, cut in enumerate(cuts):
        essay(site, f"2{number}-cut-{number}", f"Cut off, number {number}. " * 400)
        essay(site, "01-number-1", f"For the time number {number}. " * 400)
        if number % 3 == 2:
            (site / f"content/letters/2{number - 1}-cut-{number - 1}.md").unlink()
        cutter.cut_after(**cut)
        done = run(site, environment={**environment, **FIRST_TRY})
        cutter.let_all_pass()
        was_cut += done.returncode == 3
        expect(done.returncode in (0, 3), f"status {done.returncode}: {done.stderr}")
        if number % 2:
            deploy(site, environment=environment)
            expect_site(site, tree(place), OTHERS)
    deploy(site, environment=environment)
    expect_site(site, tree(place), OTHERS)
    expect(was_cut >= len(cuts) // 2, f"only {was_cut} of {len(cuts)} were cut at all")


def full_disk(name, target, size="256k"):
    """The target is on a disk with too little space for the site."""
    disk = WORK / name
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], capture_output=True).returncode:
        return print("    a disk that is full: left out, since this user may mount none")
    try:
        site = new_site(name, target(disk))
        deploy(site)
        ballast = site / "content/letters/large.bin"
        ballast.write_bytes(os.urandom(300_000))
        essay(site, "04-number-4", "For a disk that is full.")
        refused(site, says="o space left on device" if "rsync" in target(disk) else "no space is left on the device")
        ballast.unlink()
        change(site)
        deploy(site)
        expect_site(site, tree(disk))
    finally:
        subprocess.run(["umount", disk], check=True)


# The cases.


def a_folder(at):
    place = WORK / "shelves/folder/letters"
    place.mkdir(parents=True)
    site = new_site("folder", f"{{kind: folder, to: {place}}}")
    course_of_a_place(site, place)
    wrong_by_one_level(site, place, lambda path: f"{{kind: folder, to: {place.parent / path}}}")
    full_disk("full-folder", lambda disk: f"{{kind: folder, to: {disk}}}")


def nginx_below_a_path(at):
    site = new_site("web", f"{{kind: folder, to: {at.pages}}}")
    deploy(site)

    def get(path):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{at.web_port}{path}") as answer:
                return answer.status, answer.read().decode(), answer.headers["Content-Type"]
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode(), answer.headers["Content-Type"]

    for path in ["/people/edith/", "/people/edith/letters/", "/people/edith/letters/number-1/",
                 "/people/edith/letters/a%20picture.svg", "/people/edith/feed.xml"]:
        expect(get(path)[0] == 200, f"{path} is not there")
    status, page, _ = get("/people/edith/no/such/page/at/all")
    expect(status == 404, "the page for what is not there is not shown")
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    expect(styles and all(style.startswith("/people/edith/") for style in styles), f"its styles: {styles}")
    for style in styles:
        expect(get(style)[0] == 200 and get(style)[2].startswith("text/css"), f"{style} is not there")


def rsync_over_ssh(at):
    place = WORK / "shelves/rsync/letters"
    place.mkdir(parents=True)
    site = new_site("rsync", f"{{kind: rsync, to: 'shelf:{place}'}}")
    course_of_a_place(site, place)
    deploy(site, environment={"RSYNC_RSH": at.ssh})
    for path in [place / "index.html", place / "letters/number-1", place / "letters/number-1/index.html"]:
        expected = 0o755 if path.is_dir() else 0o644
        expect(stat.S_IMODE(path.stat().st_mode) == expected, f"{path} has the mode {path.stat().st_mode:o}")
    wrong_by_one_level(site, place, lambda path: f"{{kind: rsync, to: 'shelf:{place.parent / path}'}}")

    # An unreachable server, an rsync that is too old, and a folder that does not exist yet.
    away = new_site("rsync-away", f"{{kind: rsync, to: 'shelf:{WORK}/shelves/rsync/new place'}}")
    refused(away, says="cannot list 'there'", environment={"RSYNC_RSH": at.ssh + " -p 1"})
    other = WORK / "another rsync/rsync"
    write(other, "#!/bin/sh\necho 'rsync: unrecognized option --8-bit-output' >&2\nexit 1\n")
    other.chmod(0o755)
    refused(away, says="brew install rsync", environment={"PATH": f"{other.parent}:{ENVIRONMENT['PATH']}"})
    deploy(away)
    expect_site(away, tree(WORK / "shelves/rsync/new place"))
    full_disk("full-rsync", lambda disk: f"{{kind: rsync, to: 'shelf:{disk}'}}")


def rsync_that_is_cut_off(at):
    place = WORK / "shelves/rsync-cut"
    put_others(place)
    (place / ".causerie-files").write_text("causerie files 1\n")
    site = new_site("rsync-cut", f"{{kind: rsync, to: 'shelf:{place}'}}")
    cutter = servers.Cutter(at.ssh_port)
    ssh = servers.ssh_words(at.ssh_folder, "cut", cutter.port)
    cuts = [{"bytes_left": size} for size in [3000, 11_000, 15_000, 19_000, 25_000]]
    cut_again_and_again(site, place, cutter, cuts, {"RSYNC_RSH": ssh})


def rclone_to_webdav(at):
    place, _ = at.shelf
    site = new_site("webdav", "{kind: rclone, to: 'shelf:letters'}")
    course_of_a_place(site, place)
    wrong_by_one_level(site, place, lambda path: f"{{kind: rclone, to: 'shelf:{path.strip('.')}'}}")
    written_out = new_site("written-out", "{kind: rclone, to: ':webdav,url=\"http://127.0.0.1:1/\",pass=s3cret:x'}")
    said = refused(written_out, says="cannot list 'there' (:webdav,…:x)", environment=FIRST_TRY)
    expect("s3cret" not in said, f"a secret is printed: {said}")


def rclone_that_is_cut_off(at):
    place, cutter = at.shelf_to_cut
    put_others(place)
    (place / ".causerie-files").write_text("causerie files 1\n")
    site = new_site("webdav-cut", "{kind: rclone, to: 'cut:letters'}")
    cut_again_and_again(site, place, cutter, [{"files_left": count} for count in [0, 1, 3, 6]])


def git_by_every_road(at):
    for name, remote in [("path", "{path}"), ("file", "file://{path}"), ("ssh", "ssh://shelf{path}"),
                         ("scp", "shelf:{path}"), ("https", f"https://127.0.0.1:{at.git_port}/git/{{name}}")]:
        repository = bare_repository(f"by-{name}.git")
        address = remote.format(path=repository, name=repository.name)
        site = new_site(f"git-{name}", f"{{kind: git, remote: '{address}'}}")
        deploy(site)
        expect_site(site, branch_tree(repository))
        change(site)
        deploy(site)
        expect_site(site, branch_tree(repository))
        expect(git(repository, "rev-list", "--count", "gh-pages") == "2", "a deploy is not one commit")
        expect("edith@" not in git(repository, "log", "gh-pages"), "the writer's address is published")
    http = new_site("git-http", f"{{kind: git, remote: 'http://127.0.0.1:{at.git_port}/git/x.git'}}")
    refused(http, says="transport 'http' not allowed")
    secret = new_site("git-secret", f"{{kind: git, remote: 'https://edith:s3cret@127.0.0.1:{at.git_port}/git/no.git'}}")
    said = refused(secret, says="cannot reach 'there' (branch gh-pages of https://")
    expect("s3cret" not in said, f"a secret is printed: {said}")


def git_with_others(at):
    repository = bare_repository("others.git")
    site = new_site("git-others", f"{{kind: git, remote: 'ssh://shelf{repository}', branch: pages}}")
    commit_by_hand(repository, {"CNAME": "letters.example\n", ".nojekyll": ""}, "pages")
    deploy(site)
    others = {"CNAME": b"letters.example\n", ".nojekyll": b""}
    expect_site(site, branch_tree(repository, "pages"), others)

    # Somebody commits a file of theirs, an edit of one of ours, and a deletion.
    commit_by_hand(repository, {"notes/mine.txt": "mine", "index.html": "edited", "feed.xml": None}, "pages")
    others["notes/mine.txt"] = b"mine"
    told = deploy(site)
    expect("index.html: it had been changed there" in told and "feed.xml: it was missing there" in told, told)
    expect_site(site, branch_tree(repository, "pages"), others)

    # Another copy of the site, which has never deployed, takes turns with it.
    other = new_site("git-others-clone", f"{{kind: git, remote: 'ssh://shelf{repository}', branch: pages}}")
    change(other)
    deploy(other)
    expect_site(other, branch_tree(repository, "pages"), others)
    deploy(site)
    expect_site(site, branch_tree(repository, "pages"), others)

    # The branch moves between our fetch and our push.
    change(site)
    mover = WORK / "mover"  # a wrapper of ssh
    write(mover, f"#!/bin/sh\ncase \"$*\" in *receive-pack*) [ -e {mover}.done ] || {{ touch {mover}.done; "
                 f"{sys.executable} -B {Path(__file__).resolve()} {PROGRAM} {WORK} --commit {repository}; }} ;; esac\n"
                 f"exec {at.ssh} \"$@\"\n")
    mover.chmod(0o755)
    deploy(site, environment={"GIT_SSH_COMMAND": str(mover)})
    others["meanwhile.txt"] = b"meanwhile"
    expect_site(site, branch_tree(repository, "pages"), others)
    history = git(repository, "log", "--format=%s", "pages").splitlines()
    expect(history[1] == "Meanwhile" and history[-1] == "By hand" and len(history) == 8, f"history: {history}")

    # A branch that was deleted.
    git(repository, "update-ref", "-d", "refs/heads/pages")
    deploy(site)
    expect_site(site, branch_tree(repository, "pages"))


def git_that_holds_sources(at):
    """The branch with the sources is never deployed to."""
    repository = bare_repository("sources.git")
    site = new_site("git-sources", "{kind: git, branch: main}")
    subprocess.run(["git", "init", "-q", "-b", "main", site], check=True, env=ENVIRONMENT)
    git(site, "config", "user.name", "Edith")
    git(site, "config", "user.email", "edith@public.example")
    refused(site, says="the site's repository has no remote 'origin'")
    git(site, "remote", "add", "origin", str(repository))
    refused(site, says="'main' is the branch that contains your sources")
    git(site, "add", "--all")
    git(site, "commit", "-q", "-m", "Sources")
    git(site, "push", "-q", "origin", "main:kept")
    settings = (site / "site.yaml").read_text()
    write(site / "site.yaml", settings.replace("branch: main", "branch: kept"))
    refused(site, says="it is not empty, and nothing was deployed there before")
    write(site / "site.yaml", settings.replace("branch: main", "branch: gh-pages"))
    deploy(site)
    expect_site(site, branch_tree(repository))
    expect(git(repository, "log", "--format=%an <%ae>", "gh-pages") == "Edith <edith@public.example>", "whose commit?")


def two_at_once(at):
    repository = bare_repository("two.git")
    place = WORK / "shelves/two"
    put_others(place)
    (place / ".causerie-files").write_text("causerie files 1\n")
    for target, found, others in [(f"{{kind: git, remote: {repository}}}", lambda: branch_tree(repository), {}),
                                  (f"{{kind: rsync, to: 'shelf:{place}'}}", lambda: tree(place), OTHERS)]:
        one, two = new_site("two-one", target), new_site("two-two", target)
        change(two)
        deploy(one)
        for site in [one, two]:
            essay(site, "09-number-9", f"From {site.name}. " * 50)
            essay(site, f"08-{site.name}", "Only here.")
        with ThreadPoolExecutor() as pool:
            ended = list(pool.map(run, [one, two, one]))
        expect(all(done.returncode in (0, 3) for done in ended), [done.stderr for done in ended])
        deploy(one)
        deploy(two)
        expect_site(two, found(), others)


def what_may_not_be_deployed(at):
    place = WORK / "shelves/never"
    local = new_site("local", f"{{kind: folder, to: {place}}}", base_url="http://localhost:8080/")
    refused(local, says="no other machine can open that address")
    drafts = new_site("drafts", f"{{kind: folder, to: {place}}}")
    write(drafts / "content/letters/04-secret.md", "---\ntitle: A secret\ndate: 2026-01-02\ndraft: true\n---\nHush.\n")
    subprocess.run([PROGRAM, "build", "--drafts", drafts], check=True, capture_output=True)
    expect(b"A secret" in b"".join(tree(drafts / "public").values()), "the draft is not built")
    write(drafts / "public/mine.txt", "mine")
    told = deploy(drafts)
    expect("left     public/mine.txt" in told, told)
    expect(b"A secret" not in b"".join(tree(place).values()), "a draft is deployed")
    expect(not (place / "mine.txt").exists(), "what no build made is deployed")
    write(drafts / "content/letters/05-broken.md", "no front matter\n")
    before = tree(place)
    expect(run(drafts).returncode == 1 and tree(place) == before, "a site with errors is deployed")
    for to in ["content/letters", "public", "public/below", ".", ".."]:
        inside = new_site("inside", f"{{kind: folder, to: {to}}}")
        refused(inside, says="cannot ")


def start_webdav(name):
    """A folder behind a server whose connections can be cut; rclone is configured through its environment."""
    place = WORK / "webdav" / name / "letters"
    place.mkdir(parents=True)
    farewell = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    cutter = servers.Cutter(servers.start_webdav(place.parent, WORK / f"{name}.log"), farewell)
    config = {"TYPE": "webdav", "URL": f"http://127.0.0.1:{cutter.port}", "VENDOR": "other"}
    ENVIRONMENT.update({f"RCLONE_CONFIG_{name.upper()}_{key}": value for key, value in config.items()})
    return place, cutter


class Surroundings:
    def __init__(self):
        self.shelf, self.shelf_to_cut = start_webdav("shelf"), start_webdav("cut")
        self.ssh_folder = WORK / "ssh"
        self.ssh_port, self.ssh = servers.start_sshd(self.ssh_folder)
        self.pages = WORK / "pages"
        self.git_port, self.web_port = servers.start_nginx(WORK / "nginx", WORK / "repositories", self.pages)
        home = WORK / "home"
        home.mkdir()
        ENVIRONMENT.update(HOME=str(home), GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_SYSTEM=os.devnull,
                           GIT_SSH_COMMAND=self.ssh, RSYNC_RSH=self.ssh, GIT_TERMINAL_PROMPT="0",
                           GIT_SSL_CAINFO=str(WORK / "nginx/cert.pem"), RCLONE_CONFIG=os.devnull,
                           LC_ALL="C.UTF-8")
        os.umask(0o077)  # the modes of deployed files do not depend on the umask


CASES = [rclone_to_webdav, rclone_that_is_cut_off, rsync_that_is_cut_off, rsync_over_ssh, git_by_every_road,
         git_with_others, two_at_once, a_folder, nginx_below_a_path, git_that_holds_sources,
         what_may_not_be_deployed]  # the slowest first
AT_ONCE = 5  # they mostly wait for programs


def is_well(case, at):
    start = time.monotonic()
    outcome = "ok"
    try:
        case(at)
    except Wrong as wrong:
        outcome = f"WRONG: {wrong} (line {wrong.__traceback__.tb_next.tb_lineno})"
    print(f"{case.__name__.replace('_', ' ')}: {outcome} ({time.monotonic() - start:.1f} s)", flush=True)
    return outcome == "ok"


def main():
    names = sys.argv[3:]
    if names[:1] == ["--commit"]:
        return commit_by_hand(Path(names[1]), {"meanwhile.txt": "meanwhile"}, "pages", "Meanwhile")
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    try:
        at = Surroundings()
        chosen = [case for case in CASES if not names or case.__name__ in names]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            are_well = list(pool.map(lambda case: is_well(case, at), chosen))
    finally:
        servers.stop_all()
    return 0 if all(are_well) else 1


sys.exit(main())
