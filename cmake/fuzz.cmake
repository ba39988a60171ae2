# Fuzzers (clang's libFuzzer), one program per tests/fuzz/*_fuzz.cpp: the preset `fuzz`. What they
# begin with is made by make_seeds.
file(GLOB fuzz_sources CONFIGURE_DEPENDS tests/fuzz/*_fuzz.cpp)
add_custom_target(fuzzers)
foreach(source IN LISTS fuzz_sources)
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL ${source})
  target_link_libraries(${name} PRIVATE rr_shared)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzzers ${name})
endforeach()
target_sources(request_head_fuzz PRIVATE server/http/request_head.cpp server/http/message.cpp)
target_sources(request_values_fuzz PRIVATE
  server/auth/codes.cpp server/auth/session_cookie.cpp server/http/message.cpp
  server/http/origin.cpp server/http/trusted_proxies.cpp server/ops/clock.cpp server/ops/digest.cpp
  server/ops/base64.cpp server/ops/normal_form.cpp)
target_link_libraries(request_values_fuzz PRIVATE rr_utf8proc rr_headers OpenSSL::Crypto)
target_sources(text_fuzz PRIVATE client/app/route.cpp)
target_sources(catalogue_fuzz PRIVATE client/text/catalogue.cpp)
target_sources(upload_fuzz PRIVATE tests/sim/memory_storage.cpp)
target_link_libraries(upload_fuzz PRIVATE rr_built_in_time_zones)

add_executable(make_seeds EXCLUDE_FROM_ALL tests/fuzz/make_seeds.cpp)
target_link_libraries(make_seeds PRIVATE rr_shared rr_built_in_time_zones)
add_dependencies(fuzzers make_seeds)
