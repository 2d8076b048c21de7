#include "article/html/page_title.h"

#include <gtest/gtest.h>

#include <vector>

namespace palpate {
namespace {

TEST(PageTitle, LosesTheSitesName) {
  struct Case {
    const char* title;
    const char* site;
    const char* expected;
  };
  const std::vector<Case> cases = {
      {"Neck pain at work | Example Clinic", "", "Neck pain at work"},
      {"Neck pain at work - Example Clinic", "Example Clinic", "Neck pain at work"},
      {"Example Clinic: Neck pain at work", "Example Clinic", "Example Clinic: Neck pain at work"},
      {"Example Clinic | Neck pain at work", "Example Clinic", "Neck pain at work"},
      {"Neck pain at work \u2013 Blog", "", "Neck pain at work"},
      {"Neck pain - causes and symptoms", "Example Clinic", "Neck pain - causes and symptoms"},
      {"Neck pain - causes and symptoms | Example Clinic", "", "Neck pain - causes and symptoms"},
      {"Trigger points - what the evidence says", "", "Trigger points - what the evidence says"},
      {"Neck pain", "Example Clinic", "Neck pain"},
      {"", "Example Clinic", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(without_site_name(c.title, c.site), c.expected) << c.title;
}

TEST(PageTitle, PrefersTheHeadingThatOtherTitlesConfirm) {
  EXPECT_EQ(choose_title({"Neck Pain At Work | Example",
                          "Neck pain",
                          {"Example", "Neck pain at work"},
                          "Example"}),
            "Neck pain at work");
}

TEST(PageTitle, DoesNotTakeAHeadingThatNothingConfirms) {
  EXPECT_EQ(
      choose_title({"Neck pain at work | Example", "", {"Welcome to our practice"}, "Example"}),
      "Neck pain at work");
}

TEST(PageTitle, TakesTheHeadingWhenItIsAll) {
  EXPECT_EQ(choose_title({"", "", {"Neck pain at work"}, ""}), "Neck pain at work");
  EXPECT_EQ(choose_title({"", "", {}, ""}), "");
}

}  // namespace
}  // namespace palpate
