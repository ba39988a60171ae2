# Pages that tell what can be used without a named control over it (tests/e2e/checked): Dear ImGui
# has its item hooks in them, and after each frame a script compares its items with the page's
# elements.
get_target_property(imgui_sources rr_imgui SOURCES)
add_library(rr_imgui_checked STATIC EXCLUDE_FROM_ALL ${imgui_sources}
  tests/e2e/checked/item_hooks.cpp)
get_target_property(imgui_definitions rr_imgui INTERFACE_COMPILE_DEFINITIONS)
target_compile_definitions(rr_imgui_checked PUBLIC ${imgui_definitions} IMGUI_ENABLE_TEST_ENGINE)
target_include_directories(rr_imgui_checked SYSTEM PUBLIC ${IMGUI_DIR})

# A page program in FOLDER of this source and library.
function(make_checked_program target folder source library)
  add_executable(${target} EXCLUDE_FROM_ALL ${source})
  make_page_program(${target} ${folder}
    _rr_watch_items _rr_items _rr_item_count _rr_forget_items _rr_show_bare_item)
  set(script ${CMAKE_SOURCE_DIR}/tests/e2e/checked/check_items.js)
  set_target_properties(${target} PROPERTIES LINK_DEPENDS ${script})
  # The first of two libraries with the same names wins.
  target_link_libraries(${target} PRIVATE rr_imgui_checked ${library})
  target_link_options(${target} PRIVATE --pre-js ${script})
endfunction()

# The product (tools/build_page --checked).
make_checked_program(roomieroster_checked ${CMAKE_BINARY_DIR}/checked client/main.cpp rr_client)
