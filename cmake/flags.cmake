# Flags of our own code, in both targets. Third-party code is built without the warnings.
add_library(rr_flags INTERFACE)
target_compile_options(rr_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Werror)
# g++ 12 warns falsely about std::string's operator+ (GCC bug 105329) and std::variant (105562).
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(rr_flags INTERFACE
    -Wno-restrict -Wno-maybe-uninitialized -Wno-free-nonheap-object)
endif()
# Native and WebAssembly must give the same bytes; builds must not depend on where they happen.
add_compile_options(-ffp-contract=off -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)

if(EMSCRIPTEN)
  # Our code throws nothing, and a page without unwinding tables is lighter. Only the
  # unit tests catch: cmake/unit_tests.cmake.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions>)
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
