# Run while installing: the manual page and the completions are printed by the program itself, from its table of
# commands. `program`, `sources` and `made`, a folder of the build, are set by package.cmake.
set(share ${CMAKE_INSTALL_PREFIX}/share)

# print(FILE WORD…): what the program answers to the words, in a file.
function(print file)
  execute_process(COMMAND ${program} ${ARGN} OUTPUT_FILE ${made}/${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(compress file)
  execute_process(COMMAND gzip -9 --force --no-name ${made}/${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(MAKE_DIRECTORY ${made})
print(causerie.1 help --man)
compress(causerie.1)
file(INSTALL ${made}/causerie.1.gz DESTINATION ${share}/man/man1)

print(causerie completion bash)
file(INSTALL ${made}/causerie DESTINATION ${share}/bash-completion/completions)
print(causerie.fish completion fish)
file(INSTALL ${made}/causerie.fish DESTINATION ${share}/fish/vendor_completions.d)
print(_causerie completion zsh)
# Where Debian's zsh looks for what packages bring, and for what is installed beside them.
if(CMAKE_INSTALL_PREFIX STREQUAL /usr)
  file(INSTALL ${made}/_causerie DESTINATION ${share}/zsh/vendor-completions)
else()
  file(INSTALL ${made}/_causerie DESTINATION ${share}/zsh/site-functions)
endif()

file(COPY_FILE ${sources}/CHANGELOG.md ${made}/changelog)
compress(changelog)
file(COPY_FILE ${sources}/LICENSE ${made}/copyright)
# Libraries that are in the program itself: their licenses want their notices to come along.
foreach(package icu yaml-cpp cmark gumbo xxhash brotli)
  set(notice /usr/share/doc/lib${package}-dev/copyright)
  if(EXISTS ${notice})
    file(READ ${notice} text)
    file(APPEND ${made}/copyright "\n--- ${package} ---\n\n${text}")
  endif()
endforeach()
file(INSTALL ${made}/changelog.gz ${made}/copyright DESTINATION ${share}/doc/causerie)
