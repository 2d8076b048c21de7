// Other names that an article gives to its topic: "Tennis elbow, also called lateral
// epicondylitis".
//
//   other_names("Low back pain (lumbago) is common. It is also known as backache.", "Low back
//   pain")
//     → {"lumbago", "backache"}
//
// Read are "also called", "commonly known as", "sometimes referred to as" and their like, "X (Y)"
// and "X, or Y, is" where X is the title, and the German and Spanish "auch ... genannt", "también
// conocido como". A wrong name does more harm than a missed one: the sentence must speak of the
// title just before, or be one of the first two and say no more than "It is also called". Nothing
// fails; safe from any thread.
#pragma once

#include <string_view>
#include <vector>

namespace palpate {

// At most six names of one to six words, as written and in the order of the text, none of them the
// title. `text` is an article's first passages; its first 8192 bytes are read. The views are of it.
std::vector<std::string_view> other_names(std::string_view text, std::string_view title);

}  // namespace palpate
