#!/usr/bin/env bash
# Tests the sources or a package in a new minimal Debian (needs root and debootstrap; takes minutes, mostly downloads).
#
#   try.sh sources SUITE FOLDER    ./dev site, ./dev test and ./dev package of this repository; FOLDER gets the package, and
#                                  sample-site, a hash of the sample site's bytes
#   try.sh package SUITE FILE      the Debian package: installed, used, removed
#   try.sh portable SUITE FILE     the archive that contains its libraries: unpacked and used
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packaging/bare.sh
what=$1 suite=$2 file=$(realpath --canonicalize-missing "$3")
root=$(mktemp -d)
chmod 755 "$root"  # apt downloads as a separate user
trap 'rm -rf --one-file-system "$root" "$root.log"' EXIT
bare_root "$suite" "$root"

try_sources() {
  mkdir -p "$root/srv/causerie" "$file"
  # The files of a clone, with changes that are not committed yet.
  git ls-files --cached --others --exclude-standard -z | xargs -0 -r ls -d 2>/dev/null |
    tar --create --files-from=- | tar --extract --directory "$root/srv/causerie"
  in_root "$root" sh -euc 'cd /srv/causerie && ./dev site'
  # A hash of every output file, including the own-files list.
  (cd "$root/srv/causerie/public" && find . -type f -print0 | sort -z | xargs -0 sha256sum) >"$file/sample-site"
  in_root "$root" sh -euc 'cd /srv/causerie && ./dev test'
  in_root "$root" sh -euc 'cd /srv/causerie && ./dev package'
  cp "$root"/srv/causerie/build/package/causerie_*.deb "$file"
}

# Creates, builds and checks a site, with `causerie` in the PATH.
# shellcheck disable=SC2016  # for the shell in there
use='
  cd /srv
  causerie version
  causerie new site letters
  cd letters
  causerie new series "The town clock"
  causerie new essay "the-town-clock/How it stopped"
  echo "Told [elsewhere](https://example.org/clocks) too." >>content/the-town-clock/01-how-it-stopped.md
  causerie build --compress
  test -s public/the-town-clock/how-it-stopped/index.html
  test -s public/index.html.br
  causerie build
  test ! -e public/index.html.br
'

try_package() {
  cp "$file" "$root/tmp/causerie.deb"
  in_root "$root" apt-get install -y -q --no-install-recommends /tmp/causerie.deb
  in_root "$root" sh -euc "$use"
  in_root "$root" dpkg --remove causerie
  if in_root "$root" test -e /usr/bin/causerie; then
    echo "the program is still there" >&2
    return 1
  fi
}

try_portable() {
  tar --extract --file "$file" --directory "$root/opt"
  # shellcheck disable=SC2016  # for the shell in there
  local with_path='PATH=$(echo /opt/causerie-*/bin):$PATH
    expect() {  # STATUS WORDS COMMAND…: its exit status, and what it has to say
      status=$1 words=$2 given=0
      shift 2
      "$@" >/tmp/said 2>&1 || given=$?
      if [ "$given" != "$status" ] || ! grep -q "$words" /tmp/said; then
        echo "$*: status $given, not $status with \"$words\":" && cat /tmp/said && exit 1
      fi
    }
  '
  without_network=1 in_root "$root" bash -euc "$with_path$use"'
    expect 3 "this machine has no network" causerie check --external
    printf "deploy:\n  default: folder\n  targets:\n    folder: {kind: folder, to: /srv/www}\n" >>site.yaml
    printf "    pages: {kind: git, remote: /srv/pages.git, branch: pages}\n" >>site.yaml
    mkdir /srv/www
    causerie deploy
    test -s /srv/www/the-town-clock/how-it-stopped/index.html
    expect 3 "it is not installed" causerie deploy pages
  '
  in_root "$root" bash -euc "$with_path"'
    cd /srv/letters
    causerie serve --port 8642 &
    for i in $(seq 50); do sleep 0.1; (: <>/dev/tcp/127.0.0.1/8642) 2>/dev/null && break; done
    exec 3<>/dev/tcp/127.0.0.1/8642
    printf "GET /the-town-clock/how-it-stopped/ HTTP/1.0\r\nHost: 127.0.0.1:8642\r\n\r\n" >&3
    grep -q "How it stopped" <&3
    kill %1
    wait
  '
  in_root "$root" apt-get install -y -q --no-install-recommends git
  in_root "$root" bash -euc "$with_path"'
    cd /srv/letters
    git init -q --bare /srv/pages.git
    causerie deploy pages
    git -C /srv/pages.git show pages:the-town-clock/how-it-stopped/index.html | grep -q "How it stopped"
  '
}

"try_$what"
echo "$suite: $what, good"
