# The script behind palpate_embed: SOURCES (a list of text files) become MADE (C++ that defines palpate::NAME).
# The text is cut behind line ends, since some compilers bound the length of one literal.
set(chunk_bytes 8000)
set(text "")
foreach(source IN LISTS SOURCES)
  file(READ "${source}" part)
  string(APPEND text "${part}")
endforeach()
string(FIND "${text}" ")list\"" delimiter)
if(NOT delimiter EQUAL -1)
  message(FATAL_ERROR "${SOURCES} holds )list\", which ends the literal it is embedded in")
endif()

set(literals "")
string(LENGTH "${text}" left)
while(left GREATER 0)
  string(SUBSTRING "${text}" 0 ${chunk_bytes} chunk)
  if(left GREATER chunk_bytes)
    string(FIND "${chunk}" "\n" last_line_end REVERSE)
    if(last_line_end EQUAL -1)
      message(FATAL_ERROR "${SOURCES} has a line of more than ${chunk_bytes} bytes")
    endif()
    math(EXPR length "${last_line_end} + 1")
    string(SUBSTRING "${text}" 0 ${length} chunk)
  endif()
  string(LENGTH "${chunk}" length)
  string(SUBSTRING "${text}" ${length} -1 text)
  string(LENGTH "${text}" left)
  string(APPEND literals "\n    R\"list(${chunk})list\"")
endwhile()

file(WRITE "${MADE}" "#include <string_view>

namespace palpate {

using namespace std::string_view_literals;

extern const std::string_view ${NAME};
const std::string_view ${NAME} = \"\"${literals}sv;

}  // namespace palpate
")
