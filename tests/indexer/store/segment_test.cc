#include "store/segment.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "../article/temporary_folder.h"
#include "sample_articles.h"
#include "store/fields.h"
#include "store/keys.h"
#include "store/stored_terms.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FileRecord record_of_file(const std::string& path, const std::vector<std::string>& documents) {
  FileRecord record;
  record.path = path;
  record.documents = documents;
  return record;
}

class SegmentTest : public testing::Test {
 protected:
  std::string place(const std::string& name) const { return (folder_.path() / name).string(); }

  std::string make(const std::string& name, const std::vector<std::string>& ids) const {
    Result<Segment> segment = Segment::create(place(name), {});
    EXPECT_TRUE(segment);
    for (const std::string& id : ids)
      EXPECT_TRUE(add_file(*segment, sample_article(id, "It hurts to turn."), "/articles/" + id));
    EXPECT_TRUE(segment->commit());
    return segment->directories().front();
  }

  TemporaryFolder folder_;
};

// Ids of documents that have a record.
std::vector<std::string> documents_in(const std::string& directory) {
  const Xapian::Database database(directory);
  const std::string prefix(kDocumentKeys);
  std::vector<std::string> ids;
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key)
    ids.push_back((*key).substr(prefix.size()));
  return ids;
}

Xapian::doccount passages_with(const std::string& directory, const std::string& term) {
  return Xapian::Database(directory).get_termfreq(term);
}

TEST_F(SegmentTest, HoldsAnArticlesPassagesTermsAndRecords) {
  const std::string directory = make("one", {"neck.md"});
  EXPECT_THAT(documents_in(directory), ElementsAre("neck.md"));
  EXPECT_EQ(Xapian::Database(directory).get_doccount(), 3U);
  EXPECT_EQ(passages_with(directory, "Qneck.md"), 3U);
  EXPECT_EQ(passages_with(directory, file_term("/articles/neck.md")), 3U);
  EXPECT_EQ(passages_with(directory, "Len"), 3U);
  EXPECT_EQ(passages_with(directory, "hurt"), 1U);
  EXPECT_EQ(passages_with(directory, "stiff"), 2U) << "the title counts for the body only";
  EXPECT_EQ(passages_with(directory, "XRgentl"), 1U) << "a reference has terms of its own";
  EXPECT_EQ(passages_with(directory, "gentl"), 1U);
  EXPECT_EQ(passages_with(directory, "XHlater"), 1U);
}

TEST_F(SegmentTest, ADirectoryThatIsNoDatabaseIsAnErrorNotAnException) {
  const Result<Segment> missing = Segment::open(place("missing"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
  folder_.write("plain", "text");
  Result<Segment> nowhere = Segment::create(place("plain") + "/inside", {});
  ASSERT_TRUE(nowhere);
  ASSERT_TRUE(nowhere->put_setting("setting:name", "value"));
  EXPECT_FALSE(nowhere->commit());
  EXPECT_FALSE(merge_segments({place("missing")}, place("merged")));
}

TEST_F(SegmentTest, WhatIsWrittenIntoAnOpenOneIsSeenOnlyAfterItsCommit) {
  const std::string directory = make("one", {"a.md"});
  Result<Segment> segment = Segment::open(directory);
  ASSERT_TRUE(segment) << segment.error().message;
  ASSERT_TRUE(add_file(*segment, sample_article("b.md", "It hurts to nod."), "/articles/b.md"));
  ASSERT_TRUE(segment->remove(record_of_file("/articles/a.md", {"a.md"})));
  ASSERT_TRUE(segment->put_setting("setting:program", "later"));
  EXPECT_THAT(documents_in(directory), ElementsAre("a.md"));
  EXPECT_EQ(passages_with(directory, "Qa.md"), 3U);
  EXPECT_EQ(Xapian::Database(directory).get_metadata("setting:program"), "");
  ASSERT_TRUE(segment->commit());
  EXPECT_THAT(documents_in(directory), ElementsAre("b.md"));
  EXPECT_EQ(passages_with(directory, "Qa.md"), 0U);
  EXPECT_EQ(Xapian::Database(directory).get_metadata("setting:program"), "later");
}

TEST_F(SegmentTest, WhatIsNotCommittedIsLost) {
  const std::string directory = make("one", {"a.md"});
  {
    Result<Segment> segment = Segment::open(directory);
    ASSERT_TRUE(segment);
    ASSERT_TRUE(add_file(*segment, sample_article("b.md", "It hurts."), "/articles/b.md"));
  }
  EXPECT_THAT(documents_in(directory), ElementsAre("a.md"));
  EXPECT_EQ(Xapian::Database(directory).get_doccount(), 3U);
}

TEST_F(SegmentTest, OneWriterAtATime) {
  const std::string directory = make("one", {"a.md"});
  const Result<Segment> first = Segment::open(directory);
  ASSERT_TRUE(first);
  const Result<Segment> second = Segment::open(directory);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::locked);
}

TEST_F(SegmentTest, RemovingTakesOnlyWhatWasThereWhenItWasOpened) {
  const std::string directory = make("one", {"a.md", "b.md"});
  Result<Segment> segment = Segment::open(directory);
  ASSERT_TRUE(segment);
  // The file was read again: its new passages come first, its old ones go afterwards.
  const Article fresh = sample_article("a.md", "Cold helps some people.");
  ASSERT_TRUE(add_file(*segment, fresh, "/articles/a.md"));
  ASSERT_TRUE(segment->remove(record_of_file("/articles/a.md", {"a.md"})));
  ASSERT_TRUE(segment->put(record_of_file("/articles/a.md", {"a.md"})));
  ASSERT_TRUE(segment->commit());
  EXPECT_THAT(documents_in(directory), ElementsAre("a.md", "b.md"));
  EXPECT_EQ(passages_with(directory, "Qa.md"), 3U);
  EXPECT_EQ(passages_with(directory, "cold"), 1U);
  EXPECT_EQ(passages_with(directory, "hurt"), 1U) << "of b.md";
}

TEST_F(SegmentTest, AnIdThatMovedToAnotherFileStays) {
  const std::string directory = make("one", {"a.md"});
  Result<Segment> segment = Segment::open(directory);
  ASSERT_TRUE(segment);
  ASSERT_TRUE(add_file(*segment, sample_article("a.md", "Cold helps."), "/elsewhere/a.md"));
  ASSERT_TRUE(segment->remove(record_of_file("/articles/a.md", {"a.md"})));
  ASSERT_TRUE(segment->commit());
  EXPECT_THAT(documents_in(directory), ElementsAre("a.md"));
  EXPECT_EQ(passages_with(directory, "hurt"), 0U);
  EXPECT_EQ(passages_with(directory, "cold"), 1U);
  const Xapian::Database database(directory);
  EXPECT_EQ(database.get_metadata(file_key("/articles/a.md")), "");
  EXPECT_NE(database.get_metadata(file_key("/elsewhere/a.md")), "");
}

TEST_F(SegmentTest, MergingKeepsEverythingInTheOrderGiven) {
  const std::vector<std::string> parts{make("one", {"b.md"}), make("none", {}),
                                       make("two", {"c.md", "a.md"})};
  const Status merged = merge_segments(parts, place("merged"));
  ASSERT_TRUE(merged) << merged.error().message;
  EXPECT_THAT(documents_in(place("merged")), ElementsAre("a.md", "b.md", "c.md"));
  const Xapian::Database database(place("merged"));
  EXPECT_EQ(database.get_doccount(), 9U);
  EXPECT_EQ(*database.postlist_begin("Qb.md"), 1U);
  EXPECT_EQ(*database.postlist_begin("Qc.md"), 4U);
  EXPECT_EQ(database.get_termfreq("hurt"), 3U);
}

TEST_F(SegmentTest, LittleMemoryMakesManyDatabasesAndLosesNothing) {
  SegmentSettings settings;
  settings.most_bytes = std::size_t{100} << 10U;
  Result<Segment> segment = Segment::create(place("many"), settings);
  ASSERT_TRUE(segment);
  std::vector<std::string> ids;
  for (int i = 0; i < 200; ++i) ids.push_back("n" + std::to_string(1000 + i));
  for (const std::string& id : ids)
    ASSERT_TRUE(add_file(*segment, sample_article(id, "It hurts to turn."), "/articles/" + id));
  ASSERT_TRUE(segment->commit());
  EXPECT_GT(segment->directories().size(), 3U);
  ASSERT_TRUE(merge_segments(segment->directories(), place("merged")));
  EXPECT_EQ(Xapian::Database(place("merged")).get_doccount(), 600U);
  EXPECT_EQ(documents_in(place("merged")), ids);
}

TEST_F(SegmentTest, NothingIsRemovedFromANewOne) {
  Result<Segment> segment = Segment::create(place("new"), {});
  ASSERT_TRUE(segment);
  EXPECT_FALSE(segment->remove(record_of_file("/articles/a.md", {"a.md"})));
}

// Names as long as a file system gives them, and ids of any length, still fit.
TEST_F(SegmentTest, LongNamesAreNoError) {
  Result<Segment> segment = Segment::create(place("long"), {});
  ASSERT_TRUE(segment);
  const std::string path = "/" + std::string(4'000, 'p');
  Article article = sample_article(std::string(4'000, 'i'), "It hurts.");
  article.tags = {std::string(4'000, 't')};
  article.source = std::string(4'000, 's');
  article.authors = {std::string(4'000, 'a')};
  Status done = add_file(*segment, article, path);
  EXPECT_TRUE(done) << done.error().message;
  done = segment->put_setting(root_key(path), path);
  EXPECT_TRUE(done) << done.error().message;
  done = segment->put_setting(url_prefix_key(path), path);
  EXPECT_TRUE(done) << done.error().message;
  EXPECT_TRUE(segment->commit());
  const Xapian::Database database(segment->directories().front());
  EXPECT_EQ(database.get_termfreq(document_term(article.id)), 3U);
  const auto passage = database.get_document(1);
  EXPECT_EQ(passage.get_value(static_cast<unsigned>(Slot::document)), article.id);
}

unsigned weight_in_first(const Xapian::Database& database, const std::string& term) {
  const auto at = database.postlist_begin(term);
  return at != database.postlist_end(term) && *at == 1 ? at.get_wdf() : 0;
}

TEST_F(SegmentTest, AStemWeighsByWhereItStands) {
  Result<Segment> segment = Segment::create(place("weights"), {});
  ASSERT_TRUE(segment);
  Article article = sample_article("a.md", "Sciatica follows the nerve.", "Sciatica");
  article.synonyms = {"Ischialgia"};
  ASSERT_TRUE(add_file(*segment, article, "/articles/a.md"));
  ASSERT_TRUE(segment->commit());
  const Xapian::Database first(segment->directories().front());
  EXPECT_EQ(weight_in_first(first, "sciatica"), kTermWeights.title_most + kTermWeights.body);
  EXPECT_EQ(weight_in_first(first, "nerv"), kTermWeights.body);
  EXPECT_EQ(weight_in_first(first, "first"), kTermWeights.heading);
  EXPECT_EQ(weight_in_first(first, "ischialgia"), kTermWeights.synonyms);
}

struct DatedCase {
  Date published, updated;
  std::string first, last;
};

TEST_F(SegmentTest, ADateBecomesTheDaysItCanMean) {
  const std::vector<DatedCase> cases = {
      {{2024, 6, 3}, {}, "20240603", "20240603"},
      {{2024, 6, 0}, {}, "20240601", "20240631"},
      {{2024, 0, 0}, {}, "20240101", "20241231"},
      {{2019, 1, 2}, {2021, 0, 0}, "20210101", "20211231"},
      {{2019, 1, 2}, {0, 4, 28}, "20190102", "20190102"},
      {{0, 4, 28}, {}, "", ""},
      {{}, {}, "", ""},
  };
  Result<Segment> segment = Segment::create(place("dated"), {});
  ASSERT_TRUE(segment);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    Article article = sample_article(std::to_string(i), "It hurts.");
    article.published = cases[i].published;
    article.updated = cases[i].updated;
    ASSERT_TRUE(add_file(*segment, article, "/articles/" + article.id));
  }
  ASSERT_TRUE(segment->commit());
  const Xapian::Database database(segment->directories().front());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    SCOPED_TRACE(i);
    const Xapian::Document passage =
        database.get_document(*database.postlist_begin("Q" + std::to_string(i)));
    EXPECT_EQ(passage.get_value(static_cast<unsigned>(Slot::date_first)), cases[i].first);
    EXPECT_EQ(passage.get_value(static_cast<unsigned>(Slot::date_last)), cases[i].last);
    const auto terms = terms_in_postings(database, {passage.get_docid()});
    EXPECT_EQ(terms.at(passage.get_docid()).contains("XD"), !cases[i].first.empty());
  }
}

}  // namespace
}  // namespace palpate
