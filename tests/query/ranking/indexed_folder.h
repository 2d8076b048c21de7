// A folder of a test's own articles and the index made of it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "../../indexer/article/temporary_folder.h"
#include "palpate/indexer.h"
#include "palpate/searcher.h"
#include "store/snapshot.h"

namespace palpate {

class IndexedFolder {
 public:
  void write(const std::string& name, std::string_view text) const {
    folder_.write("articles/" + name, text);
  }
  void index() const { index_folder((folder_.path() / "articles").string()); }
  void index_folder(const std::string& articles) const {
    IndexOptions options;
    options.directory = directory();
    options.paths = {articles};
    options.jobs = 1;
    const Result<IndexSummary> summary = index_articles(options, {});
    ASSERT_TRUE(summary) << summary.error().message;
    ASSERT_EQ(summary->failed, 0U);
  }

  std::string directory() const { return (folder_.path() / "palpate.db").string(); }
  Searcher searcher() const { return std::move(*Searcher::open(directory())); }
  Snapshot snapshot() const { return std::move(*Snapshot::open(directory())); }

 private:
  TemporaryFolder folder_;
};

}  // namespace palpate
