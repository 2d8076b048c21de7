// The lists of this folder, embedded at build time (cmake/PalpateEmbed.cmake); each begins with a
// remark that says how it is written.
#pragma once

#include <string_view>

namespace palpate {

extern const std::string_view kIntentsList;
extern const std::string_view kKnownNames;
extern const std::string_view kKnownShortWords;

}  // namespace palpate
