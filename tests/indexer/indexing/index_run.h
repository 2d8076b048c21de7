// A folder of a test's own articles, and runs that index it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "../article/temporary_folder.h"
#include "index_state.h"
#include "palpate/indexer.h"

namespace palpate {

class IndexArticles : public testing::Test {
 protected:
  IndexArticles() {
    options_.directory = (folder_.path() / "palpate.db").string();
    options_.paths = {root()};
    options_.jobs = 2;
  }

  std::string root() const { return (folder_.path() / "articles").string(); }

  void write(const std::string& name, const std::string& text) const {
    folder_.write("articles/" + name, text);
  }
  void write_note(const std::string& name, const std::string& word) const {
    write(name, "# About " + word + "\n\nThis note says what " + word + " is and what helps.\n");
  }
  void remove(const std::string& name) const {
    std::filesystem::remove(std::filesystem::path(root()) / name);
  }

  IndexSummary run(const IndexObserver& observer = {}) {
    Result<IndexSummary> summary = index_articles(options_, observer);
    EXPECT_TRUE(summary) << summary.error().message;
    return summary ? *summary : IndexSummary{};
  }

  // A run that tells what failed.
  IndexSummary run_hearing(std::vector<FailedFile>& heard) {
    IndexObserver observer;
    observer.failed = [&](const FailedFile& failed) { heard.push_back(failed); };
    return run(observer);
  }

  // What one run over the files as they are now would give.
  IndexState state_from_scratch() {
    IndexOptions fresh = options_;
    fresh.directory = (folder_.path() / "scratch.db").string();
    std::filesystem::remove_all(fresh.directory);
    const Result<IndexSummary> summary = index_articles(fresh, {});
    EXPECT_TRUE(summary) << summary.error().message;
    return state_of(fresh.directory);
  }

  IndexState state() const { return state_of(options_.directory); }

  std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const auto& [id, record] : state().documents) all.push_back(id);
    return all;
  }

  TemporaryFolder folder_;
  IndexOptions options_;
};

}  // namespace palpate
