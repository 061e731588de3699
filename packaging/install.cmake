# Run during installation. package.cmake sets `program` (a list with the command that runs it; empty if it cannot run),
# `sources`, `made` (a folder of the build), `is_portable`, and the folders `modules`, `data`, `manual` and `documents`
# below the prefix.

# print(FILE WORD…): writes the program's output for these arguments to a file.
function(print file)
  execute_process(COMMAND ${program} ${ARGN} OUTPUT_FILE ${made}/${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(compress file)
  execute_process(COMMAND gzip -9 --force --no-name ${made}/${file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# install_below(FOLDER FILE…): installs files below the prefix, unless the folder is absolute.
function(install_below folder)
  cmake_path(ABSOLUTE_PATH folder BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX})
  file(INSTALL ${ARGN} DESTINATION ${folder})
endfunction()

file(MAKE_DIRECTORY ${made})
if(program)
  print(causerie.1 help --man)
  compress(causerie.1)
  install_below(${manual}/man1 ${made}/causerie.1.gz)

  print(causerie completion bash)
  install_below(${data}/bash-completion/completions ${made}/causerie)
  print(causerie.fish completion fish)
  install_below(${data}/fish/vendor_completions.d ${made}/causerie.fish)
  print(_causerie completion zsh)
  # Debian's zsh has one folder for packages and another for local installations.
  if(CMAKE_INSTALL_PREFIX STREQUAL /usr)
    install_below(${data}/zsh/vendor-completions ${made}/_causerie)
  else()
    install_below(${data}/zsh/site-functions ${made}/_causerie)
  endif()
endif()

file(COPY_FILE ${sources}/CHANGELOG.md ${made}/changelog)
compress(changelog)
file(COPY_FILE ${sources}/LICENSE ${made}/copyright)
# append_notice(NAME FILE): appends a library's notice, as its licence requires.
function(append_notice name file)
  if(EXISTS ${file})
    file(READ ${file} text)
    file(APPEND ${made}/copyright "\n--- ${name} ---\n\n${text}")
  endif()
endfunction()
# Libraries that are linked into the program.
foreach(package icu yaml-cpp cmark gumbo xml2 lzma sqlite3 xxhash brotli)
  append_notice(${package} /usr/share/doc/lib${package}-dev/copyright)
endforeach()
append_notice("kainjow's mustache" /usr/share/doc/libkainjow-mustache-dev/copyright)
if(is_portable)
  # Libraries that are installed with it, by package.
  cmake_path(ABSOLUTE_PATH modules BASE_DIRECTORY $ENV{DESTDIR}${CMAKE_INSTALL_PREFIX})
  file(GLOB libraries RELATIVE ${modules} ${modules}/lib*.so*)
  set(packages "")
  foreach(library IN LISTS libraries)
    execute_process(COMMAND dpkg-query --search "*/${library}" OUTPUT_VARIABLE owner COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCH "^[^:]+" package "${owner}")
    list(APPEND packages ${package})
  endforeach()
  list(REMOVE_DUPLICATES packages)
  foreach(package IN LISTS packages)
    if(NOT EXISTS /usr/share/doc/${package}/copyright)
      message(FATAL_ERROR "no licence of ${package} was found")
    endif()
    append_notice(${package} /usr/share/doc/${package}/copyright)
  endforeach()
endif()
install_below(${documents} ${made}/changelog.gz ${made}/copyright)
