#!/usr/bin/env python3
"""served_site.py PROGRAM FOLDER: tests a site below a sub-path, served by nginx with the handbook's configuration.

The compressed files are really sent, and decompress to the same bytes as the original files; no link of any page is
broken; a missing page gets the site's own 404 page, at any depth; old addresses redirect.
"""

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

BASE = "/letters/"
HANDBOOK = Path(__file__).resolve().parents[2] / "content/handbook"
TEXTS = {".html", ".css", ".xml", ".svg", ".txt", ".json"}

faults = []


def expect(is_true, message):
    if not is_true:
        faults.append(message)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_site(site):
    write(site / "site.yaml", f"title: Letters\nbase_url: http://127.0.0.1{BASE}\nmenu: [{{label: About, to: /about/}}]\n")
    write(site / "content/about.md", "---\ntitle: About\n---\nWho writes.\n")
    write(site / "content/clock/series.yaml", "title: The town clock\n")
    for part in (1, 2, 3):
        text = f"Part {part}, and [the next](series:next).\n\n![A hand](hand.svg)\n\n" + "It ticks on. " * 300
        write(site / f"content/clock/0{part}-part.md", f"---\ntitle: Part {part}\nslug: part-{part}\ndate: 2026-01-0{part}\n"
              f"tags: [time]\naliases: [/2019/part-{part}/, /part-{part}.html]\n---\n{text if part < 3 else 'The end.'}\n")
    write(site / "content/clock/hand.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9'/></svg>")
    write(site / "content/clock/times.zip", "no text")
    write(site / "content/clock/own.tar.gz", "the writer's own")


def build(program, site, output, *words):
    subprocess.run([program, "build", site, "-d", output, "--quiet", "--clock", "2026-06-01", *words], check=True)


def check_compressed(output):
    for path in (path for path in output.rglob("*") if path.is_file() and path.suffix in TEXTS):
        packed = {suffix: Path(str(path) + suffix) for suffix in (".gz", ".br")}
        for suffix, other in packed.items():
            expect(other.is_file(), f"{other} is not there")
        if not all(other.is_file() for other in packed.values()):
            continue
        expect(gzip.decompress(packed[".gz"].read_bytes()) == path.read_bytes(), f"{packed['.gz']} holds something else")
        unpacked = subprocess.run(["brotli", "-dc", packed[".br"]], check=True, capture_output=True).stdout
        expect(unpacked == path.read_bytes(), f"{packed['.br']} holds something else")
    expect(not list(output.rglob("*.zip.*")), "an archive was compressed once more")


def files(output):
    return {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}


class Addresses(HTMLParser):
    """What a page links to and loads."""

    def __init__(self, text):
        super().__init__()
        self.found = set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src") and value and not value.startswith("#"):
                self.found.add(value)
            if name == "content" and value and (refresh := re.match(r"\d+;\s*url=(.*)", value)):
                self.found.add(refresh[1])


class Nginx:
    """nginx with the handbook's configuration for a site below a path, on a free port of the loopback address."""

    def __init__(self, folder, www):
        page = next(path.read_text() for path in HANDBOOK.glob("*.md") if "```nginx" in path.read_text())
        block = page.split("```nginx\n")[1].split("```")[0].replace("/srv/www", str(www))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        write(folder / "nginx.conf", f"""
            daemon off; error_log stderr; pid {folder}/nginx.pid; worker_processes 1;
            {"user root;" if os.geteuid() == 0 else ""}
            events {{}}
            http {{
              include /etc/nginx/mime.types; access_log off;
              client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
              uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
              server {{ listen 127.0.0.1:{self.port}; {block} }}
            }}""")
        self.errors = open(folder / "errors.txt", "w")  # noqa: SIM115
        program = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
        self.process = subprocess.Popen([program, "-c", folder / "nginx.conf", "-p", folder], stderr=self.errors)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("nginx does not answer: " + (folder / "errors.txt").read_text())

    def get(self, path, accepts=""):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={"Accept-Encoding": accepts} if accepts else {})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.errors.close()


def check_links(nginx, output):
    """Fetches every page that can be reached from the home page, and what it loads."""
    waiting, seen = [BASE], set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer, body = nginx.get(path)
        expect(answer.status == 200, f"{path}: {answer.status}")
        if "html" not in answer.headers.get("Content-Type", ""):
            continue
        for address in Addresses(body.decode()).found:
            target = urlsplit(urldefrag(urljoin(f"http://127.0.0.1{path}", address)).url)
            if target.hostname == "127.0.0.1":
                waiting.append(target.path)
    expect(f"{BASE}clock/part-3/" in seen and len(seen) > 10, f"only {sorted(seen)} were reached")


def check_answers(nginx, output):
    page = (output / "clock/part-1/index.html").read_bytes()
    for accepts, sent in (("gzip", "gzip"), ("", None)):
        answer, body = nginx.get(f"{BASE}clock/part-1/", accepts)
        expect(answer.headers.get("Content-Encoding") == sent, f"asked for {accepts!r}, sent {answer.headers}")
        expect((gzip.decompress(body) if sent else body) == page, f"asked for {accepts!r}: other bytes")
        expect(not sent or body == (output / "clock/part-1/index.html.gz").read_bytes(), "nginx compressed it itself")
        expect(answer.headers.get("X-Content-Type-Options") == "nosniff", f"no nosniff: {answer.headers}")
        expect("default-src 'none'" in answer.headers.get("Content-Security-Policy", ""), f"no policy: {answer.headers}")
    style = next((output / "assets").glob("*.css")).name
    answer, _ = nginx.get(f"{BASE}assets/{style}", "gzip")
    expect("immutable" in answer.headers.get("Cache-Control", ""), f"an asset may be kept: {answer.headers}")
    expect(answer.headers.get("Content-Encoding") == "gzip", "an asset is sent as it is")

    for path in ("no", "no/such/", "clock/part-1/deeper/than/this/page.html"):
        answer, body = nginx.get(BASE + path)
        expect(answer.status == 404 and body == (output / "404.html").read_bytes(), f"{path}: {answer.status}")
        for address in Addresses(body.decode()).found:
            target = urlsplit(urljoin(f"http://127.0.0.1{BASE}{path}", address)).path
            expect(nginx.get(target)[0].status == 200, f"on the page for {path}, {address} leads nowhere")

    for path in ("2019/part-2/", "part-2.html"):
        answer, body = nginx.get(BASE + path)
        leads = {urljoin(f"http://127.0.0.1{BASE}{path}", address) for address in Addresses(body.decode()).found}
        expect(answer.status == 200 and f"http://127.0.0.1{BASE}clock/part-2/" in leads, f"{path} leads to {leads}")
        expect(f"{BASE}{path} {BASE}clock/part-2/ 301\n" in (output / "_redirects").read_text(), f"no rule for {path}")


def main(program, folder):
    program = os.path.abspath(os.environ.get("CAUSERIE_BINARY") or program)
    folder = Path(folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    site, output = folder / "site", folder / "www/letters"
    make_site(site)
    build(program, site, output, "--compress")
    check_compressed(output)
    first = files(output)
    build(program, site, output, "--compress", "--clean", "-j", "1")
    expect(files(output) == first, "the same inputs gave other bytes")
    nginx = Nginx(folder, folder / "www")
    try:
        check_answers(nginx, output)
        check_links(nginx, output)
    finally:
        nginx.stop()
    build(program, site, output)
    left = [path for path in files(output) if path.endswith((".gz", ".br"))]
    expect(left == ["clock/own.tar.gz"], f"left behind: {left}")
    print("\n".join(faults) or f"{len(first)} files, as served")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
