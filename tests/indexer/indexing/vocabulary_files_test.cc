// Runs that are given lists of equivalents, and runs that come after.
#include "indexing/vocabulary_files.h"

#include <gmock/gmock.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "../article/temporary_folder.h"
#include "palpate/indexer.h"
#include "store/generation.h"
#include "store/segment.h"
#include "store/vocabulary_lookup.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class VocabularyRuns : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("articles/a.md", "# Heat\n\nWarmth loosens a stiff neck.\n");
    ASSERT_TRUE(run(indexing()).wrote);
  }

  IndexOptions base() const {
    IndexOptions options;
    options.directory = (folder_.path() / "palpate.db").string();
    options.jobs = 2;
    return options;
  }
  IndexOptions indexing() const {
    IndexOptions options = base();
    options.paths = {(folder_.path() / "articles").string()};
    return options;
  }
  IndexOptions with_list(const std::string& text) const {
    IndexOptions options = base();
    options.vocabulary_file = folder_.write("clinic.txt", text).string();
    return options;
  }
  IndexOptions with_mesh() const {
    IndexOptions options = base();
    options.mesh_file = std::string(PALPATE_FIXTURES) + "/mesh/descriptors.xml";
    return options;
  }
  static IndexOptions rebuilding(IndexOptions options) {
    options.rebuild = true;
    return options;
  }

  IndexSummary run(const IndexOptions& options) {
    IndexObserver observer;
    failed_.clear();
    notes_.clear();
    observer.failed = [&](const FailedFile& failed) { failed_.push_back(failed); };
    observer.note = [&](const std::string& note) { notes_.push_back(note); };
    Result<IndexSummary> summary = index_articles(options, observer);
    EXPECT_TRUE(summary) << summary.error().message;
    return summary ? *summary : IndexSummary{};
  }

  std::string error_of(const IndexOptions& options) const {
    const Result<IndexSummary> summary = index_articles(options, {});
    EXPECT_FALSE(summary);
    return summary ? "" : summary.error().message;
  }

  std::map<std::string, std::string> stored() const {
    const Result<Snapshot> index = Snapshot::open(base().directory);
    EXPECT_TRUE(index);
    std::map<std::string, std::string> entries;
    for (auto& [key, value] : index->metadata("equivalents:")) entries.emplace(key, value);
    return entries;
  }

  // Names of the lists and how many groups each has: "clinic 2".
  std::vector<std::string> lists() const {
    const Result<Snapshot> index = Snapshot::open(base().directory);
    EXPECT_TRUE(index);
    const VocabularyLookup vocabulary(*index);
    std::vector<std::string> names;
    for (const VocabularyRecord& list : vocabulary.lists())
      names.push_back(std::string(name_of(list.source)) + " " + std::to_string(list.groups));
    return names;
  }

  std::string generation() const {
    return (*current_generation(base().directory))->filename().string();
  }

  static inline const std::string kOwn =
      "palpate " + std::to_string(built_in_equivalents().groups.size());

  TemporaryFolder folder_;
  std::vector<FailedFile> failed_;
  std::vector<std::string> notes_;
};

TEST_F(VocabularyRuns, ANewIndexHoldsPalpatesOwnList) {
  EXPECT_THAT(lists(), ElementsAre(kOwn));
  EXPECT_FALSE(run(indexing()).wrote);
  EXPECT_FALSE(run(base()).wrote);
}

TEST_F(VocabularyRuns, AFileIsTakenReplacedAndRemovedWithoutIndexing) {
  const auto before = stored();
  const std::string generation_before = generation();
  IndexSummary summary = run(with_list("shin, tibia\n\nalone\nheel, calcaneus\n"));
  EXPECT_TRUE(summary.wrote);
  EXPECT_EQ(summary.documents_read, 0U);
  EXPECT_EQ(summary.documents, 1U);
  ASSERT_THAT(summary.vocabularies, SizeIs(1));
  EXPECT_EQ(summary.vocabularies[0].groups, 2U);
  EXPECT_EQ(summary.vocabularies[0].bad_lines, 1U);
  EXPECT_TRUE(summary.vocabularies[0].changed);
  ASSERT_THAT(failed_, SizeIs(1));
  EXPECT_EQ(failed_[0].line, 3U);
  EXPECT_EQ(failed_[0].path, (folder_.path() / "clinic.txt").string());
  EXPECT_THAT(lists(), ElementsAre("clinic 2", kOwn));

  summary = run(with_list("shin, tibia\nheel, calcaneus\n"));
  EXPECT_FALSE(summary.wrote);
  EXPECT_FALSE(summary.vocabularies[0].changed);
  EXPECT_TRUE(run(with_list("shin, shinbone")).wrote);
  EXPECT_THAT(lists(), ElementsAre("clinic 1", kOwn));
  EXPECT_TRUE(run(with_list("# nothing any more\n")).wrote);
  EXPECT_EQ(stored(), before);
  EXPECT_FALSE(run(with_list("")).wrote);
  EXPECT_EQ(generation(), generation_before);
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

TEST_F(VocabularyRuns, AFileComesWithWhatIsIndexedInTheSameRun) {
  folder_.write("articles/b.md", "# Cold\n\nCold numbs.\n");
  IndexOptions options = with_list("shin, tibia");
  options.paths = indexing().paths;
  const IndexSummary summary = run(options);
  EXPECT_EQ(summary.documents_read, 1U);
  EXPECT_THAT(lists(), ElementsAre("clinic 1", kOwn));
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

TEST_F(VocabularyRuns, MeshIsReadPlainOrGzippedAndRemovedByAnEmptyFile) {
  EXPECT_TRUE(run(with_mesh()).wrote);
  const auto plain = stored();
  EXPECT_FALSE(run(with_mesh()).wrote);

  std::ifstream in(with_mesh().mesh_file, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  IndexOptions options = base();
  options.mesh_file = (folder_.path() / "desc.xml.gz").string();
  gzFile packed = gzopen(options.mesh_file.c_str(), "wb");
  ASSERT_NE(packed, nullptr);
  ASSERT_EQ(gzwrite(packed, text.data(), static_cast<unsigned>(text.size())),
            static_cast<int>(text.size()));
  ASSERT_EQ(gzclose(packed), Z_OK);
  EXPECT_TRUE(run(options).wrote);  // it came from another file
  EXPECT_THAT(lists(), ElementsAre(kOwn, "mesh 2"));
  EXPECT_EQ(stored().size(), plain.size());

  options.mesh_file = folder_.write("none.xml", "").string();
  EXPECT_TRUE(run(options).wrote);
  EXPECT_THAT(lists(), ElementsAre(kOwn));
}

TEST_F(VocabularyRuns, WhatCannotBeTakenChangesNothing) {
  run(with_list("shin, tibia"));
  const auto before = stored();
  IndexOptions missing = base();
  missing.vocabulary_file = (folder_.path() / "missing.txt").string();
  EXPECT_THAT(error_of(missing), HasSubstr("missing.txt: No such file"));
  EXPECT_THAT(error_of(with_list("%PDF-1.7\n\xff\xfe\n")),
              HasSubstr("clinic.txt holds no group of equivalents; line 1: "));
  IndexOptions mesh = base();
  mesh.mesh_file = folder_.write("mesh.xml", "<DescriptorRecordSet>\n<a></b>").string();
  EXPECT_THAT(error_of(mesh), HasSubstr("mesh.xml: line 2: mismatched tag"));
  IndexOptions both = with_list("heel, calcaneus");
  both.mesh_file = mesh.mesh_file;
  EXPECT_THAT(error_of(both), HasSubstr("mesh.xml: line 2"));
  IndexOptions folder = base();
  folder.mesh_file = folder_.path().string();
  EXPECT_THAT(error_of(folder), HasSubstr("is a folder"));
  EXPECT_EQ(stored(), before);
}

TEST_F(VocabularyRuns, ADryRunSaysWhatItWouldDo) {
  const auto before = stored();
  IndexOptions options = with_list("shin, tibia");
  options.dry_run = true;
  const IndexSummary summary = run(options);
  EXPECT_FALSE(summary.wrote);
  ASSERT_THAT(summary.vocabularies, SizeIs(1));
  EXPECT_EQ(summary.vocabularies[0].groups, 1U);
  EXPECT_EQ(stored(), before);
}

TEST_F(VocabularyRuns, AVocabularyAloneMakesNoIndex) {
  IndexOptions options = with_list("shin, tibia");
  options.directory = (folder_.path() / "other.db").string();
  EXPECT_THAT(error_of(options), HasSubstr("there is no index at "));
  EXPECT_FALSE(fs::exists(options.directory));
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
