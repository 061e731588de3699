#!/usr/bin/env bash
# try.sh PACKAGE: installs the Debian package in a bare Debian 12 made for it, and builds a site there. Needs root, and
# debootstrap; takes a minute or two, most of it downloads.
set -euo pipefail
package=$(realpath "$1")
root=$(mktemp -d)
trap 'rm -rf --one-file-system "$root"' EXIT

debootstrap --variant=minbase bookworm "$root" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}"
cp "$package" "$root/tmp/causerie.deb"
in_there() {
  chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"
}
in_there apt-get install -y --no-install-recommends /tmp/causerie.deb
in_there sh -euc '
  cd /srv
  causerie version
  causerie new site letters
  cd letters
  causerie new series "The town clock"
  causerie new essay "the-town-clock/How it stopped"
  causerie build --compress
  test -s public/the-town-clock/how-it-stopped/index.html
  test -s public/index.html.br
  causerie build
  test ! -e public/index.html.br
  causerie check --external
'
in_there dpkg --remove causerie
if in_there test -e /usr/bin/causerie; then
  echo "the program is still there" >&2
  exit 1
fi
echo "The package was installed in a bare Debian, built a site, and was removed."
