# The page's program: roomieroster.js and roomieroster.wasm.
sources_of(client_sources client/*.cpp)
list(FILTER client_sources EXCLUDE REGEX
  "/client/platform/headless/|/client/gallery/|/client/main\\.cpp$|/imgui_parts\\.cpp$")
add_library(rr_client STATIC ${client_sources})
target_link_libraries(rr_client PUBLIC rr_shared rr_imgui)

# A program that web/boot.js can start, with more functions for the page than every one has; its
# files are FOLDER/roomieroster.js and .wasm.
function(make_page_program target folder)
  set(functions _rr_start _rr_frame _rr_event _rr_pump _malloc _free ${ARGN})
  list(JOIN functions "," functions)
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME roomieroster RUNTIME_OUTPUT_DIRECTORY ${folder})
  target_link_options(${target} PRIVATE
    -sENVIRONMENT=web -sFILESYSTEM=0 -sEXPORT_ES6=1
    -sINITIAL_MEMORY=32MB
    -sDYNAMIC_EXECUTION=0 -sMODULARIZE=1 -sEXPORT_NAME=createRoomieRoster -sMALLOC=emmalloc
    -sEXPORTED_FUNCTIONS=${functions}
    -sEXPORTED_RUNTIME_METHODS=HEAPU8
    --profiling-funcs -Wl,--no-demangle)  # names, by which tools/web/parts.mjs divides it
endfunction()

add_executable(roomieroster_app client/main.cpp)
target_link_libraries(roomieroster_app PRIVATE rr_client)
make_page_program(roomieroster_app ${CMAKE_BINARY_DIR})
include(cmake/checked_page.cmake)
