#include "store/completions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Completions : public testing::Test {
 protected:
  // "words (kind)"
  std::vector<std::string> of_title(std::string_view title) {
    const std::vector<std::string> kinds = {"title", "heading", "phrase"};
    std::vector<std::string> all;
    for (const Completion& one : completions_of_title(title, analyser_))
      all.push_back(one.words + " (" + kinds[static_cast<std::size_t>(one.kind)] + ")");
    return all;
  }
  Analyser analyser_ = std::move(*Analyser::create({.language = "en"}));
};

TEST_F(Completions, OfATitleAreItselfAndItsEndsFromContentWordsOn) {
  EXPECT_THAT(of_title("Trigger Points and Referred Pain"),
              ElementsAre("trigger points and referred pain (title)", "referred pain (phrase)",
                          "pain (phrase)"));
  EXPECT_THAT(of_title("Low-back pain?"),
              ElementsAre("low back pain (title)", "back pain (phrase)", "pain (phrase)"));
  EXPECT_THAT(of_title("How massage of the neck helps with headache"),
              ElementsAre("how massage of the neck helps with headache (title)",
                          "helps with headache (phrase)", "headache (phrase)"));
  EXPECT_THAT(of_title("Hepatitis A"), ElementsAre("hepatitis a (title)"));
  EXPECT_THAT(of_title("…"), IsEmpty());
  EXPECT_THAT(of_title(""), IsEmpty());
}

TEST_F(Completions, TooLongOnesAreLeftOut) {
  std::string title;
  for (int i = 0; i < 30; ++i) title += "muscle ";
  const auto all = of_title(title);
  ASSERT_FALSE(all.empty());
  for (const std::string& one : all) EXPECT_LE(one.size(), kLongestCompletion + 9) << one;
}

TEST_F(Completions, AHeadingIsOneCompletion) {
  EXPECT_EQ(completion_of_heading("When to see a doctor", analyser_)->words,
            "when to see a doctor");
  EXPECT_FALSE(completion_of_heading("* * *", analyser_));
  EXPECT_TRUE(completion_of_heading("When to see a doctor?", analyser_));
  EXPECT_FALSE(completion_of_heading("When to see a doctor again?", analyser_));
}

TEST_F(Completions, PhrasesAreWrittenAsInTheTitle) {
  EXPECT_EQ(phrase_of_title("Trigger Points and Referred Pain!", "referred pain", analyser_),
            "Referred Pain");
  EXPECT_EQ(phrase_of_title("Ménière's disease", "disease", analyser_), "disease");
  EXPECT_EQ(phrase_of_title("Knee pain", "back pain", analyser_), "");
}

TEST_F(Completions, TermsSayWhatTheyAreAndSortByTheirWords) {
  for (const CompletionKind kind :
       {CompletionKind::title, CompletionKind::heading, CompletionKind::phrase}) {
    const auto read = completion_in(completion_term({"knee pain", kind}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->words, "knee pain");
    EXPECT_EQ(read->kind, kind);
  }
  EXPECT_LT(completion_term({"knee", CompletionKind::title}),
            completion_term({"knee pain", CompletionKind::title}));
  for (const std::string_view damaged : {"", "t", "knee", "knee\x1fz", "\x1f"})
    EXPECT_FALSE(completion_in(damaged)) << damaged;
}

}  // namespace
}  // namespace palpate
