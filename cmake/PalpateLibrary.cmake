# libpalpate: the rooms of the architecture as one library that others link, shared and static.
#   palpate          libpalpate.so, versioned; shows what is declared PALPATE_EXPORT and nothing else
#   palpate_static   libpalpate.a, for programs that want no library of ours beside them
set(PALPATE_LIBRARY_ROOMS palpate_vocabulary palpate_analysis palpate_article palpate_passage palpate_store
  palpate_indexing palpate_upkeep palpate_watching palpate_notes palpate_question palpate_query palpate_answer palpate_c)
set(PALPATE_LIBRARY_OBJECTS)
foreach(room IN LISTS PALPATE_LIBRARY_ROOMS)
  list(APPEND PALPATE_LIBRARY_OBJECTS $<TARGET_OBJECTS:${room}>)
endforeach()
set(PALPATE_LIBRARY_LINKS Threads::Threads ICU::i18n ICU::uc ZLIB::ZLIB EXPAT::EXPAT simdjson::simdjson yaml-cpp
  PkgConfig::XAPIAN PkgConfig::GUMBO PkgConfig::MD4C PkgConfig::ZSTD)

# Until version 1 the C++ interface may change with each minor version, and the name of the library says so.
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(PALPATE_SOVERSION 0.${PROJECT_VERSION_MINOR})
else()
  set(PALPATE_SOVERSION ${PROJECT_VERSION_MAJOR})
endif()

function(palpate_library target kind)
  add_library(${target} ${kind} ${PALPATE_LIBRARY_OBJECTS})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME palpate LINKER_LANGUAGE CXX EXPORT_NAME ${target}
    VERSION ${PROJECT_VERSION} SOVERSION ${PALPATE_SOVERSION}
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR} ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
  target_compile_features(${target} INTERFACE cxx_std_20)
  target_include_directories(${target} INTERFACE
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/query/include> $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/indexer/include>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
endfunction()

palpate_library(palpate SHARED)
target_link_libraries(palpate PRIVATE ${PALPATE_LIBRARY_LINKS} cld2)
set(PALPATE_MAP ${PROJECT_BINARY_DIR}/palpate.map)
configure_file(${CMAKE_CURRENT_LIST_DIR}/palpate.map.in ${PALPATE_MAP} @ONLY)
target_link_options(palpate PRIVATE
  LINKER:--version-script=${PALPATE_MAP} LINKER:--no-undefined LINKER:--as-needed)
set_target_properties(palpate PROPERTIES LINK_DEPENDS ${PALPATE_MAP})

palpate_library(palpate_static STATIC)
target_link_libraries(palpate_static PRIVATE ${PALPATE_LIBRARY_LINKS} $<BUILD_INTERFACE:cld2>
  $<INSTALL_INTERFACE:-lcld2>)
