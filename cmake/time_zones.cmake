# rr_built_in_time_zones: the tz database as part of a program (server/ops/built_in_time_zones.h).
# The page does not link it; it fetches the same bytes when they are needed (tools/build_page).
set(time_zone_source ${CMAKE_BINARY_DIR}/generated/built_in_time_zones.cpp)
add_custom_command(
  OUTPUT ${time_zone_source}
  BYPRODUCTS ${CMAKE_BINARY_DIR}/generated/time_zones.bin
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
  COMMAND python3 ${PROJECT_SOURCE_DIR}/tools/build_time_zones.py
    ${RR_TOOLCHAIN}/share/zoneinfo ${CMAKE_BINARY_DIR}/generated/time_zones.bin
    ${time_zone_source}
  DEPENDS ${PROJECT_SOURCE_DIR}/tools/build_time_zones.py
  VERBATIM)
add_library(rr_built_in_time_zones STATIC ${time_zone_source})
target_link_libraries(rr_built_in_time_zones PUBLIC rr_shared)
