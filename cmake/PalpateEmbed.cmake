# palpate_embed(TARGET FILE... AS NAME): compiles text files, one behind the other, into a target as
# `const std::string_view palpate::NAME`. Each FILE is relative to the caller's folder, UTF-8 without NUL. Whoever reads it
# declares `namespace palpate { extern const std::string_view NAME; }`. Made again whenever a file changes.
# The literal is initialised at compile time: safe to use before main, no file is read when a program starts.
set(PALPATE_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_text.cmake)

function(palpate_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 EMBED "" "AS" "")
  set(name ${EMBED_AS})
  set(files ${EMBED_UNPARSED_ARGUMENTS})
  if(NOT name OR NOT files)
    message(FATAL_ERROR "palpate_embed(TARGET FILE... AS NAME), not \"${ARGV}\"")
  endif()
  list(TRANSFORM files PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE sources)
  set(made ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cc)
  add_custom_command(
    OUTPUT ${made}
    COMMAND ${CMAKE_COMMAND} "-DSOURCES=${sources}" -DMADE=${made} -DNAME=${name} -P ${PALPATE_EMBED_SCRIPT}
    DEPENDS ${sources} ${PALPATE_EMBED_SCRIPT}
    COMMENT "Embedding ${files}"
    VERBATIM)
  target_sources(${target} PRIVATE ${made})
endfunction()
