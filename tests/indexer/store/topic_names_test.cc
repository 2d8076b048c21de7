#include "store/topic_names.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;
using testing::SizeIs;

struct TitleCase {
  const char* title;
  std::vector<std::string> names;
};

TEST(TopicNames, AreTheTitleAndItsParts) {
  const std::vector<TitleCase> cases = {
      {"Sciatica", {"Sciatica"}},
      {"Sciatica: what helps", {"Sciatica: what helps", "Sciatica"}},
      {"Polycystic kidney disease (PKD)",
       {"Polycystic kidney disease (PKD)", "Polycystic kidney disease", "PKD"}},
      {"Knee pain – a guide", {"Knee pain – a guide", "Knee pain", "a guide"}},
      {"Low-back pain", {"Low-back pain"}},
      {"Heel pain - Clinic", {"Heel pain - Clinic", "Heel pain", "Clinic"}},
      {"()", {}},
      {"", {}},
  };
  for (const TitleCase& c : cases) {
    Article article;
    article.title = c.title;
    EXPECT_THAT(topic_names(article), ElementsAreArray(c.names)) << c.title;
  }
}

TEST(TopicNames, TakeSynonymsOnceEach) {
  Article article;
  article.title = "Gout";
  article.synonyms = {"podagra", "Gout", " gouty arthritis "};
  EXPECT_THAT(topic_names(article), ElementsAre("Gout", "podagra", "gouty arthritis"));
}

TEST(TopicNames, AreNeverMoreThanTheLimit) {
  Article article;
  for (int i = 0; i < 100; ++i) article.synonyms.push_back("name " + std::to_string(i));
  EXPECT_THAT(topic_names(article), SizeIs(kMaxNames));
  article.synonyms.clear();
  EXPECT_THAT(topic_names(article), IsEmpty());
}

}  // namespace
}  // namespace palpate
