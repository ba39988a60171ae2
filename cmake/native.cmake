# The server, its tests, the simulation and the headless client: native only.
sources_of(server_sources server/*.cpp)
list(FILTER server_sources EXCLUDE REGEX "/server/main\\.cpp$")
if(server_sources)
  add_library(rr_server STATIC ${server_sources})
  target_link_libraries(rr_server PUBLIC rr_shared rr_built_in_time_zones rr_flags
    PRIVATE rr_httplib rr_utf8proc OpenSSL::SSL
    PUBLIC rr_headers OpenSSL::Crypto SQLite::SQLite3 PkgConfig::SPDLOG Threads::Threads)
  include(cmake/embed_migrations.cmake)
  embed_migrations(rr_server sqlite)
  embed_migrations(rr_server postgres)
endif()

if(EXISTS ${CMAKE_SOURCE_DIR}/server/main.cpp)
  add_executable(roomieroster server/main.cpp)
  target_link_libraries(roomieroster PRIVATE rr_server)
endif()

sources_of(server_tests tests/server/*.cpp)
if(server_tests AND server_sources)
  add_executable(server_tests ${server_tests})
  target_link_libraries(server_tests PRIVATE rr_server rr_doctest)
  # They start the program as a child process.
  add_dependencies(server_tests roomieroster)
  target_compile_definitions(server_tests PRIVATE RR_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    RR_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME server COMMAND server_tests)
endif()

sources_of(sim_sources tests/sim/*.cpp)
if(sim_sources)
  add_executable(sim ${sim_sources})
  target_link_libraries(sim PRIVATE rr_shared rr_built_in_time_zones rr_doctest)
endif()

sources_of(client_sources client/*.cpp)
list(FILTER client_sources EXCLUDE REGEX
  "/client/platform/web/|/client/gallery/|/client/main\\.cpp$|/imgui_parts\\.cpp$")
if(client_sources)
  add_library(rr_client STATIC ${client_sources})
  target_link_libraries(rr_client PUBLIC rr_shared rr_imgui)
endif()
include(cmake/property_tests.cmake)
include(cmake/fairness_comparison.cmake)
