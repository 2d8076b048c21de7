# palpate_embed(TARGET FILE AS NAME): compiles a text file into a target as `const std::string_view palpate::NAME`.
# FILE is relative to the caller's folder, UTF-8 without NUL. Whoever reads it declares
# `namespace palpate { extern const std::string_view NAME; }`. Made again whenever the file changes.
# The literal is initialised at compile time: safe to use before main, no file is read when a program starts.
set(PALPATE_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed_text.cmake)

function(palpate_embed target file as name)
  if(NOT as STREQUAL "AS")
    message(FATAL_ERROR "palpate_embed(TARGET FILE AS NAME), not \"${as}\"")
  endif()
  set(source ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  set(made ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cc)
  add_custom_command(
    OUTPUT ${made}
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${source} -DMADE=${made} -DNAME=${name} -P ${PALPATE_EMBED_SCRIPT}
    DEPENDS ${source} ${PALPATE_EMBED_SCRIPT}
    COMMENT "Embedding ${file}"
    VERBATIM)
  target_sources(${target} PRIVATE ${made})
endfunction()
