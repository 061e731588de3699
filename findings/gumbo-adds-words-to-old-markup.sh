#!/usr/bin/env bash
# libgumbo 0.10.1 (Debian libgumbo-dev 0.10.1+dfsg-5) and old markup, such as in comments from twenty years ago.
#
# Guess: an element that HTML no longer has is parsed as an unknown element, with only the text that was written.
#
# Found: <isindex> is still expanded as HTML 4 browsers did: into a form with two rules, a field, and a label with an
# English sentence that is not in the source. A program that keeps the text of unknown elements shows that sentence to
# readers. The standard dropped the element in 2016. gumbo 0.13.0 and 0.14.1 (Debian 13 and unstable, November 2026)
# keep it as an element without text; they differ for other elements too, so the same comment has different trees on
# different Debian releases: <dialog> and <search> close a paragraph since 0.13, and since 0.14.1 <select> keeps the
# elements inside it.
#
# Output: one|This is a searchable index. Enter search keywords: |two
#
# Needs Debian 12, network, a C compiler.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"
apt-get download -qq libgumbo1=0.10.1+dfsg-5 libgumbo-dev=0.10.1+dfsg-5
for package in ./*.deb; do dpkg-deb --extract "$package" there; done
library=$(dirname "$(find there -name 'libgumbo.so.1')")

cat >read.c <<'C'
#include <gumbo.h>
#include <stdio.h>
static const char* between = "";
static void walk(const GumboNode* node) {
  if (node->type == GUMBO_NODE_TEXT) {
    printf("%s%s", between, node->v.text.text);
    between = "|";
  } else if (node->type == GUMBO_NODE_ELEMENT) {
    for (unsigned i = 0; i < node->v.element.children.length; ++i) walk(node->v.element.children.data[i]);
  }
}
int main(void) { walk(gumbo_parse("<p>one<isindex>two</p>")->root); }
C
cc -I there/usr/include read.c -L "$library" -lgumbo -o read
text=$(LD_LIBRARY_PATH=$library ./read)
echo "$text"
[[ $text == 'one|This is a searchable index. Enter search keywords: |two' ]]
