# Property tests with RapidCheck: generated households and histories, shrunk when one fails.
find_package(rapidcheck REQUIRED)
sources_of(property_sources tests/property/*.cpp)
add_executable(property_tests ${property_sources})
target_link_libraries(property_tests PRIVATE rr_shared rr_built_in_time_zones rr_doctest rapidcheck)
add_test(NAME property COMMAND property_tests)
