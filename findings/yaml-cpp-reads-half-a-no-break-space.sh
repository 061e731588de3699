#!/usr/bin/env bash
# yaml-cpp 0.7.0 (Debian libyaml-cpp-dev 0.7.0+dfsg-8+b1) reads what js-yaml 3.14.1 (npm) writes.
#
# Guess: a comment that js-yaml wrote is read with the same characters, since YAML consists of Unicode characters.
#
# Found: js-yaml writes a value with a no-break space (U+00A0) in double quotes, with the escape \_ for it. French
# comments have one before each ? ! and : . yaml-cpp turns that escape into the single byte A0, and \N (next line,
# U+0085) into the single byte 85. Both values are then invalid UTF-8; \L and \P become complete characters. The same in
# yaml-cpp 0.8.0 and 0.9.0 (Debian 13 and unstable, November 2026). Staticman writes comments with js-yaml.
#
# Output: "Vraiment\_?" and 567261696d656e74a03f
#
# Needs Debian 12, network, npm, a C++ compiler.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund js-yaml@3.14.1
apt-get download -qq libyaml-cpp0.7=0.7.0+dfsg-8+b1 libyaml-cpp-dev=0.7.0+dfsg-8+b1
for package in ./*.deb; do dpkg-deb --extract "$package" there; done
library=$(dirname "$(find there -name libyaml-cpp.so.0.7)")

node -e 'process.stdout.write(require("js-yaml").safeDump({message: "Vraiment\u00a0?"}))' >comment.yml
cat >read.cc <<'CPP'
#include <yaml-cpp/yaml.h>
#include <cstdio>
int main() {
  for (const unsigned char c : YAML::LoadFile("comment.yml")["message"].as<std::string>()) std::printf("%02x", c);
}
CPP
c++ -I there/usr/include read.cc -L "$library" -lyaml-cpp -o read
written=$(sed 's/message: //' comment.yml)
bytes=$(LD_LIBRARY_PATH=$library ./read)
echo "$written $bytes"
[[ $written == '"Vraiment\_?"' && $bytes == 567261696d656e74a03f ]]
