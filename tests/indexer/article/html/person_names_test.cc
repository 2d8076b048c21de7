#include "article/html/person_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> people(std::string_view text) {
  std::vector<std::string> names;
  add_people(names, text);
  return names;
}

TEST(PersonNames, AreSplit) {
  EXPECT_THAT(people("Ann Lee"), ElementsAre("Ann Lee"));
  EXPECT_THAT(people("By Ann Lee and Bo Ek"), ElementsAre("Ann Lee", "Bo Ek"));
  EXPECT_THAT(people("Ann Lee, Bo Ek & Cy Orr"), ElementsAre("Ann Lee", "Bo Ek", "Cy Orr"));
  EXPECT_THAT(people("Medically reviewed by Ann Lee"), ElementsAre("Ann Lee"));
}

TEST(PersonNames, KeepTheirDegrees) {
  EXPECT_THAT(people("Ann Lee, MD, PhD and Bo Ek, DPT"),
              ElementsAre("Ann Lee, MD, PhD", "Bo Ek, DPT"));
}

TEST(PersonNames, AreNotAddressesOrSentences) {
  EXPECT_THAT(people("https://example.org/ann"), IsEmpty());
  EXPECT_THAT(people("ann@example.org"), IsEmpty());
  EXPECT_THAT(people("This article was put together by all of us at the practice in spring"),
              IsEmpty());
  EXPECT_THAT(people(""), IsEmpty());
}

TEST(PersonNames, AreAddedOnce) {
  std::vector<std::string> names = {"Ann Lee"};
  add_people(names, "Ann Lee");
  EXPECT_THAT(names, ElementsAre("Ann Lee"));
}

}  // namespace
}  // namespace palpate
