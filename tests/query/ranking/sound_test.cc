#include "ranking/sound.h"

#include <gmock/gmock.h>

#include <array>
#include <string_view>

namespace palpate {
namespace {

using testing::Contains;

TEST(Sound, KeepsConsonantsAndWhereVowelsStand) {
  EXPECT_EQ(sound_of("pneumonia"), "numonia");
  EXPECT_EQ(sound_of("headache"), "headak");
  EXPECT_EQ(sound_of("eczema"), "eksema");
  EXPECT_EQ(sound_of(""), "");
  EXPECT_EQ(sound_of("größe"), "");  // other languages sound otherwise
  EXPECT_EQ(sound_of("b12"), "");
}

struct Pair {
  std::string_view typed, meant;
};

TEST(Sound, WordsThatAreWrittenAsTheySoundAreAlike) {
  for (const auto& [typed, meant] : std::to_array<Pair>({{"numonia", "pneumonia"},
                                                         {"headake", "headache"},
                                                         {"eksema", "eczema"},
                                                         {"excema", "eczema"},
                                                         {"hemroids", "hemorrhoids"},
                                                         {"diareah", "diarrhea"},
                                                         {"sikosis", "psychosis"},
                                                         {"siatica", "sciatica"},
                                                         {"rumatism", "rheumatism"},
                                                         {"flem", "phlegm"},
                                                         {"asma", "asthma"},
                                                         {"nuckle", "knuckle"},
                                                         {"diabeetus", "diabetes"},
                                                         {"stomack", "stomach"},
                                                         {"jeneric", "generic"}})) {
    EXPECT_TRUE(sounds_alike(sound_of(typed), sound_of(meant)))
        << typed << " " << sound_of(typed) << ", " << meant << " " << sound_of(meant);
    EXPECT_THAT(first_letters_alike(typed), Contains(meant.front())) << typed;
  }
}

TEST(Sound, OtherWordsAreNot) {
  for (const auto& [a, b] : std::to_array<Pair>({{"humira", "humor"},
                                                 {"humira", "hammer"},
                                                 {"tendon", "tension"},
                                                 {"celexa", "celiac"},
                                                 {"mucus", "muscles"}})) {
    EXPECT_FALSE(sounds_alike(sound_of(a), sound_of(b))) << a << " " << b;
  }
}

}  // namespace
}  // namespace palpate
