# A year in generated homes, by RoomieRoster and by other ways of dividing; docs/fairness.md has the
# table.
sources_of(fairness_sources tests/fairness/*.cpp)
add_executable(fairness_comparison ${fairness_sources})
target_link_libraries(fairness_comparison PRIVATE rr_shared)
target_compile_definitions(fairness_comparison PRIVATE RR_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
add_test(NAME fairness COMMAND fairness_comparison)
