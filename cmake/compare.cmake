# Random commands, told line by line: the same program in both targets must print the same bytes.
sources_of(compare_sources tests/compare/*.cpp)
add_executable(compare ${compare_sources})
target_link_libraries(compare PRIVATE rr_shared rr_built_in_time_zones)
if(EMSCRIPTEN)
  target_link_options(compare PRIVATE -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sNODERAWFS=1
    -sASSERTIONS=1 -sSTACK_OVERFLOW_CHECK=2)
endif()
