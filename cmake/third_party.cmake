# Third-party libraries as interface targets; their headers are system headers (no warnings).
add_library(rr_headers INTERFACE)
target_include_directories(rr_headers SYSTEM INTERFACE ${RR_INCLUDE_DIR})
add_library(rr_xxhash ALIAS rr_headers)
add_library(rr_doctest ALIAS rr_headers)
add_library(rr_nlohmann ALIAS rr_headers)

if(NOT EMSCRIPTEN)
  find_package(Threads REQUIRED)
  find_package(OpenSSL REQUIRED)
  find_package(SQLite3 REQUIRED)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(SPDLOG REQUIRED IMPORTED_TARGET spdlog)

  add_library(rr_httplib INTERFACE)
  target_include_directories(rr_httplib SYSTEM INTERFACE ${HTTPLIB_DIR})
  target_link_libraries(rr_httplib INTERFACE Threads::Threads)

  add_library(rr_utf8proc STATIC ${RR_TOOLCHAIN}/src/utf8proc/utf8proc.c)
  target_compile_definitions(rr_utf8proc PUBLIC UTF8PROC_STATIC)
  if(RR_SANITIZE MATCHES undefined)
    # It asks for a size with no buffer first, and adds 0 to that null pointer.
    target_compile_options(rr_utf8proc PRIVATE -fno-sanitize=undefined)
  endif()
  target_include_directories(rr_utf8proc SYSTEM PUBLIC ${RR_TOOLCHAIN}/src/utf8proc)
endif()

file(GLOB imgui_core ${IMGUI_DIR}/imgui.cpp ${IMGUI_DIR}/imgui_draw.cpp
     ${IMGUI_DIR}/imgui_tables.cpp ${IMGUI_DIR}/imgui_widgets.cpp)
add_library(rr_imgui STATIC EXCLUDE_FROM_ALL ${imgui_core}
  ${CMAKE_SOURCE_DIR}/client/ui/imgui_parts.cpp)
target_include_directories(rr_imgui SYSTEM PUBLIC ${IMGUI_DIR})
if(EXISTS ${CMAKE_SOURCE_DIR}/client/ui/imconfig.h)
  target_compile_definitions(rr_imgui PUBLIC
    IMGUI_USER_CONFIG="${CMAKE_SOURCE_DIR}/client/ui/imconfig.h")
endif()
target_compile_definitions(rr_imgui PUBLIC IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS)
