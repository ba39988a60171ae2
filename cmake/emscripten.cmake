# Finds the Emscripten that tools/toolchain set up, or the one of the host (Debian 13 and later).
execute_process(
  COMMAND ${CMAKE_CURRENT_LIST_DIR}/../tools/toolchain --path
  OUTPUT_VARIABLE place OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(root "${place}/usr/share/emscripten")
if(NOT EXISTS "${root}/cmake/Modules/Platform/Emscripten.cmake")
  set(root "/usr/share/emscripten")
endif()
include("${root}/cmake/Modules/Platform/Emscripten.cmake")
