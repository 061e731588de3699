# The libraries that the program needs. All missing ones are reported in one message, with the name of the package on
# each system.

set(missing_libraries "")

# found_or_missing(IS_FOUND NAME DEBIAN FEDORA ARCH HOMEBREW): the package on each system; `-` if it has none.
function(found_or_missing is_found name debian fedora arch homebrew)
  if(is_found)
    return()
  endif()
  set(missing_libraries "${missing_libraries}
  ${name}: Debian ${debian}, Fedora ${fedora}, Arch ${arch}, Homebrew ${homebrew}" PARENT_SCOPE)
endfunction()

# find_module(NAME MODULE PACKAGE…): a library that supports pkg-config, as the target PkgConfig::NAME.
macro(find_module name module)
  pkg_check_modules(${name} QUIET IMPORTED_TARGET ${module})
  found_or_missing("${${name}_FOUND}" ${module} ${ARGN})
endmacro()

find_package(PkgConfig)
if(NOT PKG_CONFIG_FOUND)
  message(FATAL_ERROR "pkg-config was not found. Install it: on Debian, Fedora and Arch the package is pkgconf, "
                      "with Homebrew 'brew install pkgconf'.")
endif()

find_package(fmt QUIET)
found_or_missing("${fmt_FOUND}" fmt libfmt-dev fmt-devel fmt fmt)
find_package(TBB QUIET)
found_or_missing("${TBB_FOUND}" oneTBB libtbb-dev tbb-devel onetbb tbb)
find_package(OpenSSL QUIET)
found_or_missing("${OPENSSL_FOUND}" OpenSSL libssl-dev openssl-devel openssl openssl)
find_module(httplib cpp-httplib libcpp-httplib-dev cpp-httplib-devel cpp-httplib cpp-httplib)
find_module(libgit2 libgit2 libgit2-dev libgit2-devel libgit2 libgit2)
find_module(nettle nettle nettle-dev nettle-devel nettle nettle)
# Headers only. Debian 12's default version of Boost is older than this part of it.
find_path(PFR_INCLUDE_DIR boost/pfr.hpp)
found_or_missing("${PFR_INCLUDE_DIR}" "Boost.PFR (Boost 1.75 or later)" "libboost-dev (on Debian 12: libboost1.81-dev)"
                 boost-devel boost boost)
# A single header, which may be in different folders.
find_path(KAINJOW_INCLUDE_DIR kainjow/mustache.hpp PATH_SUFFIXES mustache)
found_or_missing("${KAINJOW_INCLUDE_DIR}" "kainjow's mustache (one header; where a system has no package of it, \
-DKAINJOW_INCLUDE_DIR=FOLDER says where kainjow/mustache.hpp is)" libkainjow-mustache-dev - - -)
# Optional: a faster allocator. The sanitizers have their own.
if(NOT CAUSERIE_SANITIZE)
  find_package(mimalloc QUIET)
  if(NOT mimalloc_FOUND)
    message(STATUS "mimalloc was not found: the C library's allocator is used (Debian: libmimalloc-dev; Fedora: "
                   "mimalloc-devel; Arch, Homebrew: mimalloc)")
  endif()
endif()

# Network libraries are linked dynamically, so that the system's security updates apply; so is nettle, whose license
# (LGPL) requires that it can be replaced. With CAUSERIE_ARCHIVES, the others are linked statically if there are archives:
# finding and relocating shared libraries was a third of the start-up time.
if(CAUSERIE_ARCHIVES)
  list(PREPEND CMAKE_FIND_LIBRARY_SUFFIXES .a)
endif()
find_package(ICU QUIET COMPONENTS i18n uc data)
found_or_missing("${ICU_FOUND}" ICU libicu-dev libicu-devel icu icu4c)
find_package(ZLIB QUIET)
found_or_missing("${ZLIB_FOUND}" zlib zlib1g-dev zlib-devel zlib zlib)
find_module(yaml_cpp yaml-cpp libyaml-cpp-dev yaml-cpp-devel yaml-cpp yaml-cpp)
find_module(libcmark libcmark libcmark-dev cmark-devel cmark cmark)
find_module(gumbo gumbo libgumbo-dev gumbo-parser-devel gumbo-parser gumbo-parser)
find_module(sqlite3 sqlite3 libsqlite3-dev sqlite-devel sqlite sqlite)
find_module(libxml2 libxml-2.0 libxml2-dev libxml2-devel libxml2 libxml2)
if("${libxml2_LINK_LIBRARIES}" MATCHES "\\.a(;|$)" AND lzma IN_LIST libxml2_STATIC_LIBRARIES)
  find_module(lzma liblzma liblzma-dev xz-devel xz xz)  # as the archive does; the others that it needs are here anyway
endif()
find_module(xxhash libxxhash libxxhash-dev xxhash-devel xxhash xxhash)
pkg_check_modules(brotli QUIET IMPORTED_TARGET libbrotlienc libbrotlicommon)
found_or_missing("${brotli_FOUND}" brotli libbrotli-dev brotli-devel brotli brotli)

if(missing_libraries)
  message(FATAL_ERROR "These libraries were not found. Install the package that your system has for each; on Debian "
                      "'./dev build' does it.${missing_libraries}\n")
endif()
