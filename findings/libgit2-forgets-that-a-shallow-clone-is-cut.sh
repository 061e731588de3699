#!/usr/bin/env bash
# libgit2 1.5.1 (Debian 12) and 1.9.0 (Debian 13), and the oldest commit of a shallow clone.
#
# Guess: git_commit_parentcount() of that commit is 1 and git_commit_parent() returns GIT_ENOTFOUND: the commit names a
# parent that the clone does not have. That is what libgit2 1.5.1 does, and how a shallow history was detected.
#
# Found: since 1.7 libgit2 honours the file .git/shallow, and 1.9.0 reports that the same commit has no parent at all,
# as for the first commit of a complete repository. There is no error and no other indication in the commit's functions:
# a program written for 1.5 takes a shallow history for a complete one. The commit's own bytes (git_commit_raw_header)
# still name the parent, in both.
#
# Output on Debian 12: parents 1, first parent not found, header names a parent
# Output on Debian 13: parents 0, first parent not found, header names a parent
#
# Needs Debian 12 or 13, network, git, a C compiler. The library and its dependencies are taken from unpacked packages,
# so nothing is installed.
set -euo pipefail
source /etc/os-release
case $VERSION_CODENAME in
  bookworm) packages=(libgit2-1.5=1.5.1+ds-1+deb12u2 libgit2-dev=1.5.1+ds-1+deb12u2) wanted="parents 1" ;;
  trixie) packages=(libgit2-1.9=1.9.0+ds-2+deb13u1 libgit2-dev=1.9.0+ds-2+deb13u1) wanted="parents 0" ;;
  *) echo "made for Debian 12 and 13" >&2 && exit 2 ;;
esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
library=${packages[0]%%=*}
mapfile -t needed < <(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
  --no-enhances "$library" | grep -E '^lib[a-z0-9]' | grep -vE '^(libc6|libgcc|libcrypt|libgit2)' | sort -u)
apt-get download -qq "${packages[@]}" "${needed[@]}"
for package in ./*.deb; do dpkg-deb --extract "$package" there; done
places=$(find "$PWD/there" -name '*.so.*' -printf '%h\n' | sort -u | paste -sd:)

export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org
git init -q whole
for text in one two three; do
  echo "$text" >whole/essay.md
  git -C whole add essay.md
  git -C whole commit -q -m "$text"
done
git clone -q --depth 1 "file://$PWD/whole" shallow

cat >ask.c <<'C'
#include <git2.h>
#include <stdio.h>
#include <string.h>
int main(void) {
  git_repository* repository = NULL;
  git_object* head = NULL;
  git_commit* parent = NULL;
  git_libgit2_init();
  if (git_repository_open(&repository, "shallow") != 0 || git_revparse_single(&head, repository, "HEAD") != 0) return 1;
  const git_commit* commit = (const git_commit*)head;
  printf("parents %u, first parent %s, header names %s parent\n", git_commit_parentcount(commit),
         git_commit_parent(&parent, commit, 0) == GIT_ENOTFOUND ? "not found" : "found",
         strstr(git_commit_raw_header(commit), "\nparent ") != NULL ? "a" : "no");
  return 0;
}
C
cc -I there/usr/include ask.c -L "$(dirname "$(find there -name libgit2.so)")" -Wl,--allow-shlib-undefined -lgit2 -o ask
said=$(LD_LIBRARY_PATH=$places ./ask)
echo "$said"
[[ $said == "$wanted, first parent not found, header names a parent" ]]
