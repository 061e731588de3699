"""Servers on free ports of the loopback interface, which end with the program that started them."""

import contextlib
import getpass
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

processes = []
folders = []


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(port):
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"no server at port {port}")


def start(words, log, port=None, **more):
    processes.append(subprocess.Popen(words, stdout=open(log, "ab"), stderr=subprocess.STDOUT,
                                      stdin=subprocess.DEVNULL, start_new_session=True, **more))
    if port:
        wait_for(port)


def stop_all():
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)  # with its child processes
    for process in processes:
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    processes.clear()
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    folders.clear()


def program(name):
    """The path of a program; servers are often in folders that only root's PATH has."""
    found = shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin:/sbin")
    if not found:
        raise SystemExit(f"not found: {name}")
    return found


def start_sshd(folder):
    """Starts an sshd that accepts only the user of this process; returns its port and the ssh command. Its sessions
    have this process's PATH and a separate home folder, since each would otherwise read the user's .bashrc."""
    folder.mkdir()
    for key in ["host", "user"]:
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / key], check=True)
    shutil.copy(folder / "user.pub", folder / "authorized")
    port = free_port()
    (folder / "sshd_config").write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized\n"
        "StrictModes no\nUsePAM no\nPidFile none\nPermitRootLogin yes\nPasswordAuthentication no\n"
        "MaxStartups 100\nMaxSessions 100\nLogLevel ERROR\n"
        "KexAlgorithms curve25519-sha256\n"  # the fastest
        f"SetEnv HOME={folder} PATH={os.environ['PATH']}\n")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # required by sshd
    start([program("sshd"), "-D", "-e", "-f", str(folder / "sshd_config")], folder / "log", port)
    # A common setting: the first connection stays open for a while, and later ones share it.
    sockets = tempfile.mkdtemp()  # their paths must be short
    folders.append(sockets)
    return port, ssh_words(folder, "shelf", port,
                           f"  ControlMaster auto\n  ControlPath {sockets}/%C\n  ControlPersist 3\n")


def ssh_words(folder, name, port, more=""):
    """The ssh command with a configuration that has a host `shelf`, as a user's own settings might."""
    config = folder / f"ssh_config_{name}"
    config.write_text(f"Host shelf\n  HostName 127.0.0.1\n  Port {port}\n  User {getpass.getuser()}\n"
                      f"  IdentityFile {folder}/user\n  IdentitiesOnly yes\n  UserKnownHostsFile /dev/null\n"
                      "  StrictHostKeyChecking no\n  BatchMode yes\n  LogLevel ERROR\n" + more)
    return f"ssh -F {config}"


def start_nginx(folder, repositories, pages):
    """Serves git over https below /git/, and the folder `pages` over http below /people/edith/; returns both ports."""
    folder.mkdir()
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-keyout", folder / "key.pem", "-out", folder / "cert.pem", "-days", "2", "-subj", "/CN=loopback",
                    "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)
    fcgi = folder / "fcgi"
    start([program("fcgiwrap"), "-s", f"unix:{fcgi}", "-c", "2"], folder / "fcgiwrap.log")
    backend = subprocess.run(["git", "--exec-path"], check=True, capture_output=True, text=True).stdout.strip()
    git_port, web_port = free_port(), free_port()
    temporary = "".join(f"  {kind}_temp_path {folder}/{kind};\n"
                        for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    (folder / "nginx.conf").write_text(f"""
{'user root;' if os.geteuid() == 0 else ''}
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_max_body_size 0;
{temporary}
  server {{
    listen 127.0.0.1:{git_port} ssl;
    ssl_certificate {folder}/cert.pem;
    ssl_certificate_key {folder}/key.pem;
    location ~ ^/git(/.*)$ {{
      fastcgi_pass unix:{fcgi};
      fastcgi_param SCRIPT_FILENAME {backend}/git-http-backend;
      fastcgi_param GIT_PROJECT_ROOT {repositories};
      fastcgi_param GIT_HTTP_EXPORT_ALL 1;
      fastcgi_param PATH_INFO $1;
      fastcgi_param QUERY_STRING $query_string;
      fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param CONTENT_TYPE $content_type;
      fastcgi_param CONTENT_LENGTH $content_length;
      fastcgi_param REMOTE_USER edith;
    }}
  }}
  server {{
    listen 127.0.0.1:{web_port};
    location /people/edith/ {{
      alias {pages}/;
      error_page 404 /people/edith/404.html;
    }}
  }}
}}
""")
    start([program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")], folder / "nginx.log", web_port)
    wait_for(git_port)
    return git_port, web_port


def start_webdav(folder, log):
    port = free_port()
    start(["rclone", "serve", "webdav", str(folder), "--addr", f"127.0.0.1:{port}", "--config", os.devnull,
           "--dir-cache-time", "0s"], log, port)
    return port


class Cutter:
    """A proxy that cuts all connections once a client has sent a number of bytes or files. Later connections get
    `farewell`, if any, since rclone would otherwise wait longer and longer for each remaining file."""

    def __init__(self, port, farewell=b""):
        self.server, self.farewell = port, farewell
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.let_all_pass()
        threading.Thread(target=self.accept, daemon=True).start()

    def let_all_pass(self):
        self.bytes_left = self.files_left = float("inf")
        self.has_cut = False

    def cut_after(self, bytes_left=float("inf"), files_left=float("inf")):
        self.let_all_pass()
        self.bytes_left, self.files_left = bytes_left, files_left

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            if self.has_cut:
                with contextlib.suppress(OSError), client:
                    client.settimeout(5)
                    if self.farewell and client.recv(65536):
                        client.sendall(self.farewell)
                continue
            server = socket.create_connection(("127.0.0.1", self.server))
            for ways in [(client, server, True), (server, client, False)]:
                threading.Thread(target=self.carry, args=ways, daemon=True).start()

    def carry(self, source, sink, is_upwards):
        try:
            while data := source.recv(4096):
                if is_upwards:
                    self.bytes_left -= len(data)
                    self.files_left -= len(re.findall(rb"PUT /", data))
                    if self.bytes_left < 0 or self.files_left < 0:
                        self.has_cut = True
                        sink.sendall(data[: len(data) // 2])
                if self.has_cut:
                    break
                sink.sendall(data)
        except OSError:
            pass
        for one in [source, sink]:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
