# embed_migrations(<target> <dialect>): builds migrations/<dialect>/*.sql into the target as
# rr::<dialect>_migrations(), so that the program finds them however it is started.
function(embed_migrations target dialect)
  set(directory ${PROJECT_SOURCE_DIR}/migrations/${dialect})
  file(GLOB ups CONFIGURE_DEPENDS ${directory}/*.up.sql)
  list(SORT ups)
  set(entries "")
  foreach(up IN LISTS ups)
    string(REPLACE ".up.sql" ".down.sql" down ${up})
    get_filename_component(file ${up} NAME)
    string(REGEX REPLACE "^0*([0-9]+)_.*$" "\\1" number ${file})
    string(REGEX REPLACE "^[0-9]+_(.*)\\.up\\.sql$" "\\1" name ${file})
    file(READ ${up} up_sql)
    file(READ ${down} down_sql)
    string(APPEND entries
      "    {${number}, \"${name}\", R\"sql(${up_sql})sql\", R\"sql(${down_sql})sql\"},\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
      ${up} ${down})
  endforeach()
  string(CONCAT source
    "// Made by cmake/embed_migrations.cmake from migrations/${dialect}.\n"
    "#include \"server/store/migrations.h\"\n\n"
    "namespace rr {\n\n"
    "std::span<const Migration> ${dialect}_migrations() {\n"
    "  static const Migration kMigrations[] = {\n${entries}  };\n"
    "  return kMigrations;\n}\n\n"
    "}  // namespace rr\n")
  set(output ${CMAKE_BINARY_DIR}/generated/${dialect}_migrations.cpp)
  set(before "")
  if(EXISTS ${output})
    file(READ ${output} before)
  endif()
  if(NOT before STREQUAL source)
    file(WRITE ${output} "${source}")
  endif()
  target_sources(${target} PRIVATE ${output})
endfunction()
