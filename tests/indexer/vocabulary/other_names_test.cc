#include "vocabulary/other_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

struct Case {
  std::string_view title;
  std::string_view text;
  std::vector<std::string_view> names;
};

TEST(OtherNames, AreThoseThatATextGivesToItsTopic) {
  const std::vector<Case> cases = {
      {"Tennis elbow",
       "Tennis elbow, also called lateral epicondylitis, is sore.",
       {"lateral epicondylitis"}},
      {"Tennis elbow",
       "Tennis elbow (also known as lateral epicondylalgia) nags.",
       {"lateral epicondylalgia"}},
      {"Low back pain", "Low back pain (lumbago) is common.", {"lumbago"}},
      {"Nosebleed", "A nosebleed, or epistaxis, is seldom serious.", {"epistaxis"}},
      {"What is sciatica?",
       "Sciatica is also called sciatic neuralgia or lumbar radiculopathy.",
       {"sciatic neuralgia", "lumbar radiculopathy"}},
      {"Bunions: a guide", "A bunion is sometimes called hallux valgus.", {"hallux valgus"}},
      {"Frozen shoulder",
       "Frozen shoulder is commonly referred to as adhesive capsulitis by surgeons.",
       {"adhesive capsulitis"}},
      {"Osteoarthritis",
       "Osteoarthritis is often called \"wear and tear arthritis\".",
       {"wear and tear arthritis"}},
      {"Shingles",
       "The rash burns. It is also known as herpes zoster, zona, or St. Anthony's fire.",
       {"herpes zoster", "zona", "St. Anthony's fire"}},
      {"Piles",
       "Piles hurt. They itch. Few talk of piles, also called haemorrhoids.",
       {"haemorrhoids"}},
      {"Gout",
       "Gout\nAlso called the disease of kings, it strikes at night.",
       {"disease of kings"}},
      {"Hexenschuss",
       "Der Hexenschuss, auch akute Lumbalgie genannt, kommt plötzlich.",
       {"akute Lumbalgie"}},
      {"Tennisarm", "Ein Tennisarm wird auch als Epicondylitis bezeichnet.", {"Epicondylitis"}},
      {"Gicht", "Die Gicht, auch bekannt als Zipperlein, tut weh.", {"Zipperlein"}},
      {"Gota", "La gota, también conocida como podagra, duele mucho.", {"podagra"}},
      {"Ciática", "La ciática también se llama lumbociática.", {"lumbociática"}},
      {"Chickenpox",
       "Chickenpox, also called varicella and caused by a virus, itches.",
       {"varicella"}},
      {"Gout", "Gout is also called podagra.In men it is common.", {"podagra"}},
      {"Whooping cough", "Whooping cough, formerly called chincough, is back.", {"chincough"}},
  };
  for (const Case& wanted : cases) {
    EXPECT_EQ(other_names(wanted.text, wanted.title), wanted.names) << wanted.text;
  }
}

TEST(OtherNames, AreNotThoseOfSomethingElse) {
  const std::vector<Case> cases = {
      {"Sciatica", "Sciatica presses on the largest nerve, also called the ischiadic nerve.", {}},
      {"Sciatica", "Sciatica starts in a nerve that is also known as the ischiadic nerve.", {}},
      {"Tennis elbow",
       "The forearm has many muscles. One, also called the anconeus, is small.",
       {}},
      {"Gout", "The kidney filters blood. Uric acid leaves. It is also called urate.", {}},
      {"Low back pain", "Low back pain (see below) is common.", {}},
      {"Low back pain", "Low back pain (which may come from a strain) is common.", {}},
      {"Low back pain", "Low back pain (4) is common.", {}},
      {"Nosebleed", "A nosebleed, or a blow, is a reason to sit down.", {}},
      {"Nosebleed", "Take tissue for a nosebleed, or cotton, and press.", {}},
      {"Gout", "Gout is also called gout.", {}},
      {"Gout", "Gout is also called by many names.", {}},
      {"Gout", "He had gout and was also called to the court.", {}},
      {"Gout", "Gout is also known to be inherited.", {}},
      {"Piles",
       "Piles are sometimes called what no doctor would ever want to write down here.",
       {}},
      {"Gicht", "Die Gicht kann auch die Knie treffen.", {}},
      {"Gota", "La gota también afecta la rodilla.", {}},
      {"Pneumonia", "Pneumonia (noo-MO-ni-a) is an infection.", {}},
      {"Gout", "Gout, also called the tophaceous form, is seen late.", {}},
      {"Gout", "", {}},
      {"", "Gout is also called podagra.", {}},
      {"What is the", "It is also called podagra.", {}},
  };
  for (const Case& wanted : cases) {
    EXPECT_EQ(other_names(wanted.text, wanted.title), wanted.names) << wanted.text;
  }
}

TEST(OtherNames, AreAtMostSixAndDistinct) {
  EXPECT_THAT(other_names("Gout is also called podagra. Gout is also called Podagra.", "Gout"),
              ElementsAre("podagra"));
  std::string text;
  for (const char* name : {"aa", "bb", "cc", "dd", "ee", "ff", "gg"}) {
    text += "Gout is also called " + std::string(name) + ". ";
  }
  EXPECT_THAT(other_names(text, "Gout"), SizeIs(6));
}

TEST(OtherNames, OfHostileTextAreNone) {
  constexpr std::size_t kTimes = 1'000'000;
  for (const std::string& text :
       {std::string(kTimes, '('), std::string(kTimes, '\0'), std::string(kTimes, '\xff'),
        std::string(kTimes, '.'), std::string(kTimes, 'a')}) {
    EXPECT_THAT(other_names(text, text), IsEmpty());
  }
}

}  // namespace
}  // namespace palpate
