// Runs that are given lists of equivalents.
#include "indexing/vocabulary_files.h"

#include <gmock/gmock.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "vocabulary_runs.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

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

TEST_F(VocabularyRuns, AFileComesWithWhatIsIndexedInTheSameRun) {
  folder_.write("articles/b.md", "# Cold\n\nCold numbs.\n");
  IndexOptions options = with_list("shin, tibia");
  options.paths = indexing().paths;
  const IndexSummary summary = run(options);
  EXPECT_EQ(summary.documents_read, 1U);
  EXPECT_THAT(lists(), ElementsAre("clinic 1", kOwn));
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

}  // namespace
}  // namespace palpate
