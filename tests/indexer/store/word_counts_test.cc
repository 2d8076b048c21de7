#include "store/word_counts.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "../article/temporary_folder.h"
#include "sample_articles.h"
#include "store/segment.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

std::uint64_t count_in(const std::string& directory, const std::string& word) {
  return count_of(Xapian::Database(directory), word);
}

TEST(WordCounts, CountWordsAsWrittenButNumbersAndShortOnesNot) {
  const TemporaryFolder folder;
  const std::string directory = (folder.path() / "db").string();
  Analyser analyser = english();
  WordCounts counts;
  counts.add("Stretching helps; stretching 2000 times, L4, the low-back, Müller", analyser, 1);
  Xapian::WritableDatabase database(directory, Xapian::DB_CREATE);
  counts.write_to(database);
  database.commit();
  const std::map<std::string, std::uint64_t> expected = {
      {"stretching", 2}, {"helps", 1},  {"stretch", 0}, {"2000", 0}, {"low", 0},
      {"back", 1},       {"muller", 1}, {"lowback", 0}, {"times", 1}};
  for (const auto& [word, count] : expected) EXPECT_EQ(count_in(directory, word), count) << word;
}

TEST(WordCounts, LieInBucketsOfFirstLetterAndLength) {
  const TemporaryFolder folder;
  Analyser analyser = english();
  WordCounts counts;
  counts.add("knee knot kneel shin", analyser, 1);
  Xapian::WritableDatabase database((folder.path() / "db").string(), Xapian::DB_CREATE);
  counts.write_to(database);
  EXPECT_THAT(counted_words(database, "kxxx", 4),
              ElementsAre(Field(&CountedWord::word, "knee"), Field(&CountedWord::word, "knot")));
  EXPECT_THAT(counted_words(database, "s", 9), IsEmpty());
}

class SegmentWords : public testing::Test {
 protected:
  // Adds and removes as an update does, in one transaction.
  void update(const std::vector<Article>& add, const std::vector<std::string>& remove) {
    Result<Segment> segment = Segment::open(directory());
    ASSERT_TRUE(segment);
    for (const Article& article : add) ASSERT_TRUE(add_file(*segment, article, "/" + article.id));
    for (const std::string& id : remove) {
      FileRecord file;
      file.path = "/" + id;
      file.documents = {id};
      ASSERT_TRUE(segment->remove(file));
    }
    ASSERT_TRUE(segment->add_words(segment->take_words()));
    ASSERT_TRUE(segment->commit());
  }
  void make() {
    Result<Segment> segment = Segment::create((folder_.path() / "db").string(), {});
    ASSERT_TRUE(segment);
    ASSERT_TRUE(segment->commit());
    directory_ = segment->directories().front();
  }
  const std::string& directory() const { return directory_; }

  TemporaryFolder folder_;
  std::string directory_;
};

TEST_F(SegmentWords, AreGoneWithWhatIsRemoved) {
  make();
  update({sample_article("a", "Wobbly ankles wobble."), sample_article("b", "Wobbly knees.")}, {});
  EXPECT_EQ(count_in(directory(), "wobbly"), 2U);
  EXPECT_EQ(count_in(directory(), "stiff"), 2U) << "of the titles";
  update({}, {"a"});
  EXPECT_EQ(count_in(directory(), "wobbly"), 1U);
  EXPECT_EQ(count_in(directory(), "wobble"), 0U);
  EXPECT_EQ(count_in(directory(), "stiff"), 1U);
}

TEST_F(SegmentWords, OfAChangedArticleAreThoseOfItsNewState) {
  make();
  update({sample_article("a", "Wobbly ankles.", "An old title")}, {});
  update({sample_article("a", "Steady ankles.", "Another heading")}, {"a"});
  EXPECT_EQ(count_in(directory(), "wobbly"), 0U);
  EXPECT_EQ(count_in(directory(), "title"), 0U);
  EXPECT_EQ(count_in(directory(), "steady"), 1U);
  EXPECT_EQ(count_in(directory(), "ankles"), 1U);
  EXPECT_EQ(count_in(directory(), "another"), 1U);
}

TEST_F(SegmentWords, OfAnEmptiedIndexAreNone) {
  make();
  update({sample_article("a", "Wobbly ankles."), sample_article("b", "Sore heels.")}, {});
  update({}, {"a", "b"});
  const Xapian::Database database(directory());
  EXPECT_EQ(database.metadata_keys_begin("words:"), database.metadata_keys_end("words:"));
}

}  // namespace
}  // namespace palpate
