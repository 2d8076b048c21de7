#include "store/settings.h"

#include <gmock/gmock.h>

#include "analysis/analyser.h"
#include "store/record.h"

namespace palpate {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(Settings, OursAreReadable) {
  const IndexSettings ours = current_settings();
  EXPECT_TRUE(check_readable(ours, "palpate.db"));
  EXPECT_EQ(ours.format, kFormatVersion);
  EXPECT_EQ(ours.analysis, kAnalysisVersion);
  EXPECT_THAT(ours.written, testing::MatchesRegex("[0-9-]+T[0-9:]+Z"));
  EXPECT_EQ(ours.written.size(), 20U);
}

TEST(Settings, SurviveBeingListedAndSet) {
  const IndexSettings ours = current_settings();
  IndexSettings back;
  for (const auto& [name, value] : listed(ours)) {
    EXPECT_FALSE(value.empty()) << name;
    set(back, name, value);
  }
  set(back, "of a later version", "x");
  EXPECT_EQ(back, ours);
}

TEST(Settings, AnotherFormatIsRefusedByName) {
  IndexSettings theirs = current_settings();
  theirs.format = "99";
  const Status refused = check_readable(theirs, "old.db");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::incompatible);
  EXPECT_THAT(refused.error().message, AllOf(HasSubstr("old.db"), HasSubstr("format 99"),
                                             HasSubstr("reads " + std::string(kFormatVersion))));
  EXPECT_THAT(refused.error().hint, HasSubstr("--rebuild --db old.db"));
}

TEST(Settings, AnotherOrNoAnalysisIsRefusedByName) {
  IndexSettings theirs = current_settings();
  theirs.analysis = "";
  const Status refused = check_readable(theirs, "old.db");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::incompatible);
  EXPECT_THAT(refused.error().message, HasSubstr("analyser unknown"));
}

// They tell why two indexes differ, and do not make one unreadable.
TEST(Settings, AnotherUnicodeStemmerOrProgramIsRead) {
  IndexSettings theirs = current_settings();
  theirs.unicode = "1.0";
  theirs.stemmer = "1.4.0";
  theirs.program = "0.0.1";
  EXPECT_TRUE(check_readable(theirs, "old.db"));
}

}  // namespace
}  // namespace palpate
