#!/usr/bin/env bash
# sample_site.sh CHECK PROGRAM FOLDER: builds the sample site below FOLDER, or checks its output there.
set -euo pipefail
check=$1
program=${CAUSERIE_BINARY:-$2}
folder=$3
sources=$(dirname "${BASH_SOURCE[0]}")/../..
built=("$folder/public" "$folder/with-drafts")

# Builds the site as published, and as its writer sees it; from a copy, so that the repository's `.causerie/` is not
# changed.
build() {
  rm -rf "$folder"
  mkdir -p "$folder"
  cp -R "$sources/site.yaml" "$sources/content" "$sources/themes" "$folder"
  "$program" build "$folder" --strict --destination "${built[0]}"
  "$program" build "$folder" --strict --destination "${built[1]}" --drafts --future
}

# The Nu checker reports nothing for any page, stylesheet or SVG file.
valid_pages() {
  local checker=${CAUSERIE_NODE_MODULES:-}/vnu-jar/build/dist/vnu.jar
  if [[ ! -f $checker ]] || ! command -v java >/dev/null; then
    echo "skipped: needs java, and vnu-jar in the folder that CAUSERIE_NODE_MODULES names"
    exit 77
  fi
  find "${built[@]}" -type f \( -name '*.html' -o -name '*.css' -o -name '*.svg' \) -print0 |
    xargs -0 java -jar "$checker" --Werror --also-check-css --also-check-svg --format gnu --stdout
}

small_stylesheet() {
  local file size
  for file in "${built[0]}"/assets/*.css; do
    size=$(wc -c <"$file")
    echo "$file: $size bytes"
    ((size < 12 * 1024))
  done
}

well_formed_xml() {
  find "${built[@]}" -type f -name '*.xml' -print0 | xargs -0 xmllint --noout --nonet
}

"$check"
