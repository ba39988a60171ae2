# The gallery of all parts: a page for development (tools/build_page --gallery), checked as its
# tests want it. Unit tests draw it too; nothing of it is in the product.
sources_of(gallery_sources client/gallery/*.cpp)
list(FILTER gallery_sources EXCLUDE REGEX "/client/gallery/main\\.cpp$")
add_library(rr_gallery STATIC EXCLUDE_FROM_ALL ${gallery_sources})
target_link_libraries(rr_gallery PUBLIC rr_client)
if(EMSCRIPTEN)
  make_checked_program(roomieroster_gallery ${CMAKE_BINARY_DIR}/gallery
    client/gallery/main.cpp rr_gallery)
endif()
