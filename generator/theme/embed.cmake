# Writes the default theme as C++: cmake -DFOLDER=themes/default -DOUTPUT=embedded_theme.cc -P embed.cmake
# Bytes are written as numbers: no literal is too long, and no encoding or line end is touched.
file(GLOB_RECURSE paths RELATIVE ${FOLDER} ${FOLDER}/*)
list(FILTER paths EXCLUDE REGEX "(^|/)[._#]|~$|\\.(bak|orig|rej|swp|tmp)$")
# Byte order, which is the order of std::map: the program's own.
list(SORT paths COMPARE STRING)

set(arrays "")
set(rows "")
set(number 0)
foreach(path IN LISTS paths)
  file(READ ${FOLDER}/${path} hex HEX)
  file(SIZE ${FOLDER}/${path} size)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n" bytes "${bytes}")
  string(APPEND arrays "const unsigned char file_${number}[] = {\n${bytes}0};\n")
  string(APPEND rows "      {\"${path}\", text(file_${number}, ${size})},\n")
  math(EXPR number "${number} + 1")
endforeach()

set(code "// Made by embed.cmake.
#include <array>
#include <cstddef>

#include \"theme/embedded.h\"

namespace causerie {
namespace {

[[maybe_unused]] std::string_view text(const unsigned char* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

${arrays}
}  // namespace

std::span<const EmbeddedFile> embedded_theme() {
  static const std::array<EmbeddedFile, ${number}> files = {{
${rows}  }};
  return files;
}

}  // namespace causerie
")
file(WRITE ${OUTPUT} "${code}")
