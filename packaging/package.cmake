# What `cmake --install` installs, and the packages that `./dev package` makes.
option(CAUSERIE_PORTABLE "let the installed program bring every library but the C library (./dev package --portable)" OFF)

set(module_destination ${CMAKE_INSTALL_LIBDIR}/causerie)
if(CAUSERIE_PORTABLE)
  # RPATH, not RUNPATH: it also applies to indirect dependencies, and takes precedence over the environment.
  set_target_properties(causerie PROPERTIES INSTALL_RPATH "$ORIGIN/${module_folder}")
  set_target_properties(causerie-git causerie-http PROPERTIES INSTALL_RPATH "$ORIGIN")
  foreach(target causerie causerie-git causerie-http)
    target_link_options(${target} PRIVATE -Wl,--disable-new-dtags)
  endforeach()
  set(dependency_set RUNTIME_DEPENDENCY_SET portable)
endif()
install(TARGETS causerie ${dependency_set} DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS causerie-git causerie-http ${dependency_set} DESTINATION ${module_destination})
if(CAUSERIE_PORTABLE)
  # Except glibc's libraries, which must be the machine's own.
  install(RUNTIME_DEPENDENCY_SET portable
    PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|m|dl|rt|pthread|resolv|util|nss_.*|anl)\\.so"
    DESTINATION ${module_destination})
endif()

# The program itself prints the manual page and the completions, from its table of commands. A program built for another
# kind of machine cannot run here.
if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  message(STATUS "The manual page and the completions are left out: they are printed by the program, which is made for "
                 "another machine (CMAKE_CROSSCOMPILING_EMULATOR names what can run it)")
  set(asked_program "")
else()
  set(asked_program ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:causerie>)
endif()
install(CODE "set(program \"${asked_program}\")
  set(sources \"${CMAKE_SOURCE_DIR}\")
  set(made \"${CMAKE_BINARY_DIR}/packaging\")
  set(is_portable ${CAUSERIE_PORTABLE})
  set(modules \"${module_destination}\")
  set(data \"${CMAKE_INSTALL_DATADIR}\")
  set(manual \"${CMAKE_INSTALL_MANDIR}\")
  set(documents \"${CMAKE_INSTALL_DOCDIR}\")
  include(\"${CMAKE_SOURCE_DIR}/packaging/install.cmake\")")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME causerie)
set(CPACK_PACKAGE_VENDOR "The Causerie authors")
set(CPACK_PACKAGE_CONTACT "The Causerie authors <authors@causerie.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "build a website from series of essays and their comments")
set(CPACK_PACKAGE_DESCRIPTION
  "Causerie turns a folder of Markdown essays and YAML comment files into a static\nwebsite. Parts of a series stand in an order that holds, references to parts\nthat are not written yet become links by themselves, and readers' comments are\nplain files, shown as threads without any script.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "git")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "rsync, rclone")
if(CAUSERIE_PORTABLE)
  set(CPACK_GENERATOR TXZ)
  string(TOLOWER "causerie-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" CPACK_PACKAGE_FILE_NAME)
endif()
include(CPack)
