# Where tools/toolchain put the pinned headers and sources.
execute_process(
  COMMAND ${CMAKE_SOURCE_DIR}/tools/toolchain --path
  OUTPUT_VARIABLE RR_TOOLCHAIN OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
# Given on the command line (-DIMGUI_DIR=...) they win; nothing is cached, so a new toolchain is
# picked up without a fresh build folder.
macro(place_of variable value)
  if(NOT DEFINED ${variable})
    set(${variable} ${value})
  endif()
endmacro()
place_of(IMGUI_DIR "${RR_TOOLCHAIN}/src/imgui")
place_of(HTTPLIB_DIR "${RR_TOOLCHAIN}/include")
place_of(RR_INCLUDE_DIR "${RR_TOOLCHAIN}/include")
if(NOT EXISTS "${RR_INCLUDE_DIR}/xxhash.h")
  message(FATAL_ERROR "Run tools/setup build first: ${RR_INCLUDE_DIR} is not complete.")
endif()
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
