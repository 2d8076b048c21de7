// An index of one article, and runs on it that may be given lists of equivalents.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "../article/temporary_folder.h"
#include "palpate/indexer.h"
#include "store/generation.h"
#include "store/vocabulary_lookup.h"

namespace palpate {

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

}  // namespace palpate
