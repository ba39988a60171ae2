# The page's program: roomieroster.js and roomieroster.wasm.
sources_of(client_sources client/*.cpp)
list(FILTER client_sources EXCLUDE REGEX
  "/client/platform/headless/|/client/main\\.cpp$|/imgui_parts\\.cpp$")
if(client_sources)
  add_library(rr_client STATIC ${client_sources})
  target_link_libraries(rr_client PUBLIC rr_shared rr_imgui)
endif()

if(EXISTS ${CMAKE_SOURCE_DIR}/client/main.cpp)
  add_executable(roomieroster_app client/main.cpp)
  set_target_properties(roomieroster_app PROPERTIES OUTPUT_NAME roomieroster)
  target_link_libraries(roomieroster_app PRIVATE rr_client)
  target_link_options(roomieroster_app PRIVATE
    -sENVIRONMENT=web -sFILESYSTEM=0 -sEXPORT_ES6=1
    -sINITIAL_MEMORY=32MB
    -sDYNAMIC_EXECUTION=0 -sMODULARIZE=1 -sEXPORT_NAME=createRoomieRoster -sMALLOC=emmalloc
    -sEXPORTED_FUNCTIONS=_rr_start,_rr_frame,_rr_event,_rr_pump,_malloc,_free
    -sEXPORTED_RUNTIME_METHODS=HEAPU8
    --profiling-funcs -Wl,--no-demangle)  # names, by which tools/web/parts.mjs divides it
endif()
