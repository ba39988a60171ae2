# Shared logic is tested in both targets: natively, and as WebAssembly under node.
sources_of(unit_sources tests/unit/*_test.cpp tests/unit/support/*.cpp)
if(EMSCRIPTEN)
  # The headless platform stands in for the browser; it is native code only.
  list(FILTER unit_sources EXCLUDE REGEX "/tests/unit/client/")
endif()
add_executable(unit_tests tests/unit/main.cpp ${unit_sources})
target_link_libraries(unit_tests PRIVATE rr_shared rr_built_in_time_zones rr_doctest)
if(TARGET rr_client AND NOT EMSCRIPTEN)
  target_link_libraries(unit_tests PRIVATE rr_gallery)
endif()
target_compile_definitions(unit_tests PRIVATE RR_BINARY_DIR="${CMAKE_BINARY_DIR}"
  RR_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
if(EMSCRIPTEN)
  # doctest leaves a failed test case with an exception.
  target_compile_options(unit_tests PRIVATE -fexceptions -fwasm-exceptions -frtti -fno-lto)
  target_link_options(unit_tests PRIVATE -fwasm-exceptions -sENVIRONMENT=node -sEXIT_RUNTIME=1
    -sNODERAWFS=1 -sASSERTIONS=1 -sSTACK_OVERFLOW_CHECK=2)
endif()
add_test(NAME unit COMMAND unit_tests)
