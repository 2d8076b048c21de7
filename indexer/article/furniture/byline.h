// Names of people in bylines: "Jane Doe, PT, DPT and Dr. K. J. Sherman" gives the two names without
// titles and what else they have earned.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palpate {

// Two to four words that look like a person's name, and hold no word that titles are made of.
bool is_person_name(std::string_view text);

// "PT", "DPT", "M.D.", "PhD", "LMT" …: what follows a name behind a comma.
bool is_credential(std::string_view text);

// The names a byline lists, in order, behind its label. An organisation counts as one name; "admin"
// and the like do not. Empty when the text does not look like names at all.
std::vector<std::string> names_in(std::string_view text);

// "admin", "staff": stands where a name should.
bool is_placeholder_name(std::string_view text);

// The name a note such as "Jane Doe, PT, is a therapist in Ashland …" opens with; empty: none.
std::string_view opening_name(std::string_view text);

}  // namespace palpate
