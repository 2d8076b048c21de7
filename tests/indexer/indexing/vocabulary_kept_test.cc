// Lists of equivalents in an index over the runs that come after, and in indexes made before.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "store/segment.h"
#include "vocabulary_runs.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST_F(VocabularyRuns, ANewIndexHoldsPalpatesOwnList) {
  EXPECT_THAT(lists(), ElementsAre(kOwn));
  EXPECT_FALSE(run(indexing()).wrote);
  EXPECT_FALSE(run(base()).wrote);
}

TEST_F(VocabularyRuns, ListsSurviveARebuildAndANewGeneration) {
  run(with_list("shin, tibia, shins\n# language: de\nKreuz, Lende"));
  run(with_mesh());
  const auto before = stored();
  EXPECT_THAT(lists(), ElementsAre("clinic 2", kOwn, "mesh 2"));
  run(rebuilding(base()));
  EXPECT_EQ(generation(), "generation-000002");
  EXPECT_EQ(stored(), before);

  std::string large;
  for (int line = 0; line < 100000; ++line)
    large +=
        "This line number " + std::to_string(line) + " makes it a large change of the index.\n\n";
  folder_.write("articles/large.md", large);
  ASSERT_GT(large.size(), std::size_t{5} << 20U);
  EXPECT_TRUE(run(indexing()).wrote);
  EXPECT_EQ(generation(), "generation-000003");
  EXPECT_EQ(stored(), before);
}

TEST_F(VocabularyRuns, ARebuildTakesTheFilesItIsGiven) {
  run(with_list("shin, tibia"));
  IndexOptions options = rebuilding(with_list("heel, calcaneus\nheel, os calcis"));
  options.mesh_file = with_mesh().mesh_file;
  run(options);
  EXPECT_THAT(lists(), ElementsAre("clinic 2", kOwn, "mesh 2"));
  EXPECT_TRUE(run(rebuilding(with_list(""))).vocabularies[0].changed);
  EXPECT_THAT(lists(), ElementsAre(kOwn, "mesh 2"));
}

// An index of an earlier version has no list, or another.
TEST_F(VocabularyRuns, AnIndexMadeBeforeGainsThePresentList) {
  const auto present = stored();
  for (const std::vector<EquivalentGroup>& old :
       {std::vector<EquivalentGroup>{}, std::vector<EquivalentGroup>{{{"old", "former"}}}}) {
    {
      Result<Segment> segment = Segment::open((*current_generation(base().directory))->string());
      ASSERT_TRUE(segment);
      ASSERT_TRUE(segment->put(VocabularyList{VocabularySource::palpate, "", old}));
      ASSERT_TRUE(segment->commit());
    }
    EXPECT_NE(stored(), present);
    const IndexSummary summary = run(base());
    EXPECT_TRUE(summary.wrote);
    EXPECT_EQ(summary.documents_read, 0U);
    EXPECT_THAT(notes_, ElementsAre(HasSubstr("palpate's present list")));
    EXPECT_EQ(stored(), present);
  }
}

TEST_F(VocabularyRuns, ARebuildOfAnUnreadableIndexSaysThatItsListsAreLost) {
  run(with_list("shin, tibia"));
  folder_.write("palpate.db/CURRENT", "palpate 0 generation-000001\n");
  run(rebuilding(indexing()));
  EXPECT_THAT(notes_, ElementsAre(HasSubstr("to be given again")));
  EXPECT_THAT(lists(), ElementsAre(kOwn));
}

}  // namespace
}  // namespace palpate
