// Names of people, out of bylines and metadata.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palpate {

// Adds the people that `text` names to `names`, each once: "By Ann Lee, MD and Bo Ek" is "Ann Lee,
// MD" and "Bo Ek". Addresses, links and whole sentences are no names.
void add_people(std::vector<std::string>& names, std::string_view text);

}  // namespace palpate
