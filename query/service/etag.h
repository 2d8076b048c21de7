#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace palpate {

// A weak entity tag of all that a response depends on beside its address: W/"…". This version of
// palpate is always among it.
std::string etag_of(std::initializer_list<std::string_view> parts);

}  // namespace palpate
