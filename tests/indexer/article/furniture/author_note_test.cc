#include "article/furniture/author_note.h"

#include <gtest/gtest.h>

#include "article/furniture/byline.h"

namespace palpate {
namespace {

TEST(PersonName, IsToldFromATitle) {
  for (const std::string_view name : {"Wade Folke", "K. J. Sherman", "Ana de la Cruz",
                                      "Jean-Luc O'Neil", "Dr. Ann Poe", "Ming Li", "Łucja Żak"}) {
    EXPECT_TRUE(is_person_name(name)) << name;
  }
  for (const std::string_view text :
       {"Back Pain", "Improved Circulation", "Understanding Joints", "Jane", "jane doe", "PT DPT",
        "Final Thoughts", "JANE DOE", "One Two Three Four Five", "Vitamin B12"}) {
    EXPECT_FALSE(is_person_name(text)) << text;
  }
}

TEST(AuthorNote, IsToldFromASentenceAboutSomeone) {
  const auto reviewer =
      author_note("Reviewed By: Ann Poe, MS, ATC, is a practitioner who has worked for years.");
  EXPECT_EQ(reviewer.value_or(AuthorNote{}).name, "Ann Poe");
  EXPECT_TRUE(reviewer.value_or(AuthorNote{}).reviewer);
  const auto author = author_note("Jane Doe is a health writer for the River Clinic.");
  EXPECT_EQ(author.value_or(AuthorNote{}).name, "Jane Doe");
  EXPECT_FALSE(author.value_or(AuthorNote{}).reviewer);
  EXPECT_FALSE(
      author_note("Janet Travell was a physician who described how such points refer pain."));
  EXPECT_FALSE(author_note("Myofascial Release is a technique that every therapist should know."));
  EXPECT_FALSE(author_note("Jane Doe is here."));
}

}  // namespace
}  // namespace palpate
