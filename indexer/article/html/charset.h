// Which character set a page was written in, and the page as valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace palpate {

// The page as valid UTF-8 without a byte order mark and without NULs. The character set is taken
// from, in this order: a byte order mark (or the NULs of a page that begins with '<' in UTF-16);
// the bytes themselves when they are valid UTF-8; <meta charset> or its http-equiv form, or an XML
// declaration, in the first 4 KiB; ICU's detector. Latin-1 and ASCII labels mean windows-1252, as
// in browsers. What cannot be decoded becomes U+FFFD.
//
//   html_to_utf8("<meta charset=iso-8859-1><p>caf\xE9") == "<meta charset=iso-8859-1><p>café"
std::string html_to_utf8(std::string_view bytes);

// The label a page gives itself, in lower case; empty when there is none.
std::string declared_charset(std::string_view bytes);

// More control characters than any page has: a picture or an archive under a page's name.
bool looks_binary(std::string_view bytes);

}  // namespace palpate
