#include "ranking/index_languages.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "understood_index.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(OtherLanguages, AreThoseWithAnotherPrimaryTag) {
  EXPECT_THAT(other_languages({"en", "en-GB", "de", "es"}, "en"), ElementsAre("de", "es"));
  EXPECT_THAT(other_languages({"en"}, "en"), IsEmpty());
}

class LanguagesOfPassages : public UnderstoodIndex {
 protected:
  void SetUp() override {
    std::string lines;
    for (const std::string language : {"en", "de", "en", "es", "de"})
      lines += R"({"_id":")" + std::to_string(number_++) +
               R"(","text":"Massage.","metadata":{"language":")" + language + "\"}}\n";
    index_lines(lines);
  }
  std::vector<bool> in(const std::vector<std::string>& languages,
                       const std::vector<Xapian::docid>& passages) {
    return in_languages(*index_, languages, passages);
  }

 private:
  int number_ = 0;
};

TEST_F(LanguagesOfPassages, AreToldInTheOrderAsked) {
  EXPECT_THAT(in({"de"}, {1, 2, 3, 4, 5}), ElementsAre(false, true, false, false, true));
  EXPECT_THAT(in({"de", "es"}, {5, 4, 3, 2, 1}), ElementsAre(true, true, false, true, false));
  EXPECT_THAT(in({}, {1, 2}), ElementsAre(false, false));
  EXPECT_THAT(in({"fr"}, {2}), ElementsAre(false));
  EXPECT_THAT(in({"de"}, {}), IsEmpty());
}

}  // namespace
}  // namespace palpate
