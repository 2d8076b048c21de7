// What a client prefers, by the header fields of RFC 9110 that say so, with their q-values.
#pragma once

#include <string_view>

namespace palpate {

// Whether JSON is preferred to HTML. A client without preference, */* included, gets HTML.
bool prefers_json(std::string_view accept);

// Whether gzip may be used: named, or covered by *, with a q-value above 0.
bool accepts_gzip(std::string_view accept_encoding);

// Whether If-None-Match names the tag, compared weakly.
bool matches_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace palpate
