// How an English word sounds, roughly, so that "numonia" finds pneumonia and "headake" headache.
//
// After Metaphone (Philips 1990), with what medical words took from Greek (pn-, -rrh-, ch as k, cz)
// and with the vowels kept, so that "humira" is no humor. Pure functions, safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palpate {

// Of a folded word; "" when it holds anything but the letters a to z.
//   sound_of("pneumonia") == sound_of("numonia") == "numonia"
std::string sound_of(std::string_view word);

// Whether two sounds are one; long ones may differ in a vowel, or one may have one more within:
// hemroids, hemorrhoids.
bool sounds_alike(std::string_view a, std::string_view b);

// The first letters of words that may sound as this one begins, its own first: n, k, g, p, m.
std::vector<char> first_letters_alike(std::string_view word);

}  // namespace palpate
