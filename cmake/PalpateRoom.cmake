# palpate_room(NAME SOURCES file... USES target... PRIVATELY target...)
# One folder of the architecture as a static library: its include root, its warnings, its one-way dependencies.
function(palpate_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;PRIVATELY" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_include_directories(${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/include)
  target_link_libraries(${name} PUBLIC ${ROOM_USES} PRIVATE ${ROOM_PRIVATELY})
  palpate_warnings(${name})
endfunction()

# -Wrestrict of GCC 12 warns of std::string's own operator+ (GCC bug 105651).
function(palpate_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion -Wshadow
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<BOOL:${PALPATE_WERROR}>:-Werror>)
endfunction()
