# The gallery of all parts: a page for development (tools/build_page --gallery). Unit tests draw it
# too; nothing of it is in the product.
sources_of(gallery_sources client/gallery/*.cpp)
list(FILTER gallery_sources EXCLUDE REGEX "/client/gallery/main\\.cpp$")
add_library(rr_gallery STATIC EXCLUDE_FROM_ALL ${gallery_sources})
target_link_libraries(rr_gallery PUBLIC rr_client)
if(EMSCRIPTEN)
  add_executable(roomieroster_gallery EXCLUDE_FROM_ALL client/gallery/main.cpp)
  target_link_libraries(roomieroster_gallery PRIVATE rr_gallery)
  make_page_program(roomieroster_gallery ${CMAKE_BINARY_DIR}/gallery)
endif()
