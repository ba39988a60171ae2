# Flags of our own code, in both targets. Third-party code is built without the warnings.
add_library(rr_flags INTERFACE)
target_compile_options(rr_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Werror)
# g++ warns falsely about std::variant (GCC bug 105562, still in 14), and 12 also about
# std::string's operator+ (105329).
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(rr_flags INTERFACE -Wno-maybe-uninitialized)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(rr_flags INTERFACE -Wno-restrict -Wno-free-nonheap-object)
  endif()
endif()
# Native and WebAssembly must give the same bytes; builds must not depend on where they happen.
add_compile_options(-ffp-contract=off -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)

if(EMSCRIPTEN)
  # Our code throws nothing and asks no object for its type, and a page without the tables for both
  # is lighter; so is one that is put together as a whole (by 13 KB brotli). Only the unit tests
  # catch: cmake/unit_tests.cmake.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>
    $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
  option(RR_WHOLE_PROGRAM "put the page together as a whole" ON)
  if(RR_WHOLE_PROGRAM)
    add_compile_options(-flto)
  endif()
  add_link_options(-sSTACK_SIZE=1MB -sALLOW_MEMORY_GROWTH=1)
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG")
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1")
endif()

set(RR_SANITIZE "" CACHE STRING "sanitizers, e.g. address,undefined")
if(RR_SANITIZE)
  add_compile_options(-fsanitize=${RR_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${RR_SANITIZE})
endif()
option(RR_COVERAGE "measure line coverage" OFF)
if(RR_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
