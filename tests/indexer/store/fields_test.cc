#include "store/fields.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "analysis/analyser.h"

namespace palpate {
namespace {

TEST(Fields, AreFoundByTheirNumber) {
  EXPECT_EQ(prefix_of(Field::text), "");
  EXPECT_EQ(definition_of(Field::source).name, "source");
  for (const FieldDefinition& field : kFields) {
    EXPECT_EQ(&definition_of(field.field), &field);
    EXPECT_FALSE(field.description.empty());
  }
}

TEST(Fields, AskableNamesAreDistinct) {
  std::set<std::string_view> names;
  for (const FieldDefinition& field : kFields) {
    if (field.name.empty()) continue;
    EXPECT_TRUE(names.insert(field.name).second) << field.name;
  }
}

// Terms are folded to lower case, so that "Knee" cannot be read as a tag "nee", and prefixes follow
// Xapian's rule: one letter, or X and more. "XHeading" then never begins another field's prefix.
TEST(Fields, NoTermOfOneFieldIsATermOfAnother) {
  for (const FieldDefinition& one : kFields) {
    if (one.prefix.empty()) continue;
    EXPECT_TRUE(one.prefix.size() == 1 || one.prefix.front() == 'X') << one.prefix;
    for (const FieldDefinition& other : kFields) {
      if (&one == &other || other.prefix.empty()) continue;
      EXPECT_FALSE(other.prefix.starts_with(one.prefix)) << one.prefix << ' ' << other.prefix;
    }
  }
}

TEST(Fields, TheLongestTermFitsWithItsPrefix) {
  for (const FieldDefinition& field : kFields)
    EXPECT_LE(field.prefix.size() + kMaxTermBytes, 245U) << field.prefix;
}

}  // namespace
}  // namespace palpate
