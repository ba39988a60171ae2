# The page with Dear ImGui's item hooks and the check that each item has a named control over it
# (tests/e2e/checked); tools/build_page --checked assembles it. Built to be linked fast.
get_target_property(imgui_sources rr_imgui SOURCES)
add_library(rr_imgui_checked STATIC EXCLUDE_FROM_ALL ${imgui_sources}
  tests/e2e/checked/item_hooks.cpp)
get_target_property(imgui_definitions rr_imgui INTERFACE_COMPILE_DEFINITIONS)
target_compile_definitions(rr_imgui_checked PUBLIC ${imgui_definitions} IMGUI_ENABLE_TEST_ENGINE)
target_include_directories(rr_imgui_checked SYSTEM PUBLIC ${IMGUI_DIR})

add_executable(roomieroster_checked EXCLUDE_FROM_ALL client/main.cpp)
make_page_program(roomieroster_checked ${CMAKE_BINARY_DIR}/checked
  _rr_watch_items _rr_items _rr_item_count _rr_forget_items _rr_show_bare_item)
set_target_properties(roomieroster_checked PROPERTIES
  LINK_DEPENDS ${CMAKE_SOURCE_DIR}/tests/e2e/checked/check_items.js)
# The first of two libraries with the same names wins.
target_link_libraries(roomieroster_checked PRIVATE rr_imgui_checked rr_client)
target_link_options(roomieroster_checked PRIVATE -O1
  --pre-js ${CMAKE_SOURCE_DIR}/tests/e2e/checked/check_items.js)
