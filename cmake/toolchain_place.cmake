# Where tools/toolchain put the pinned headers and sources.
execute_process(
  COMMAND ${CMAKE_SOURCE_DIR}/tools/toolchain --path
  OUTPUT_VARIABLE RR_TOOLCHAIN OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(IMGUI_DIR "${RR_TOOLCHAIN}/src/imgui" CACHE PATH "Dear ImGui's sources")
set(HTTPLIB_DIR "${RR_TOOLCHAIN}/include" CACHE PATH "folder of httplib.h")
set(RR_INCLUDE_DIR "${RR_TOOLCHAIN}/include" CACHE PATH "doctest, nlohmann_json, xxhash")
if(NOT EXISTS "${RR_INCLUDE_DIR}/xxhash.h")
  message(FATAL_ERROR "Run tools/setup build first: ${RR_INCLUDE_DIR} is not complete.")
endif()
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
