// Several indexes served as one: what is said when one of them is gone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "../indexer/article/temporary_folder.h"
#include "palpate/indexer.h"
#include "query/service/served_index.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class ServedShards : public testing::Test {
 protected:
  ServedShards() {
    folder_.write("leaflets/ankle.md",
                  "---\ntitle: The sprained ankle\n---\n\nA neck of a leaflet.\n");
    IndexOptions options;
    options.directory = leaflets();
    options.paths = {(folder_.path() / "leaflets").string()};
    EXPECT_TRUE(index_articles(options, {}));
  }

  std::string leaflets() const { return (folder_.path() / "leaflets.db").string(); }
  void lose() { fs::rename(leaflets(), leaflets() + ".gone"); }
  void bring_back() { fs::rename(leaflets() + ".gone", leaflets()); }

  std::function<void(ServiceOptions&)> both() const {
    return [this](ServiceOptions& options) { options.shards = {options.directory, leaflets()}; };
  }

  // Asks until the body holds it, for some seconds.
  static RawResponse wait_for(const ServedIndex& served, const std::string& target,
                              const std::string& text) {
    RawResponse response;
    for (int tries = 0; tries < 100; ++tries) {
      response = served.ask(target);
      if (response.body.find(text) != std::string::npos) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    EXPECT_THAT(response.body, HasSubstr(text)) << target;
    return response;
  }

  TemporaryFolder folder_;
};

TEST_F(ServedShards, OneThatIsLostIsNamedByItsNameAloneAndTakenUpAgain) {
  const ServedIndex served(both());
  EXPECT_EQ(served.ask("/readyz").body, "ready\n");
  EXPECT_THAT(served.ask("/metrics").body, HasSubstr("palpate_shards{state=\"answering\"} 2\n"));
  const RawResponse whole = served.ask("/api/v1/search?q=neck");
  EXPECT_NE(whole.header("etag"), "");
  lose();
  // Nobody need ask for it to be known.
  wait_for(served, "/metrics", "palpate_shards{state=\"lost\"} 1\n");
  const RawResponse partial = wait_for(served, "/api/v1/search?q=neck", "\"partial\":true");
  EXPECT_EQ(partial.status, 200);
  EXPECT_EQ(partial.header("etag"), "");
  EXPECT_THAT(partial.body, HasSubstr("A part of the index is left out: leaflets.db."));
  EXPECT_THAT(partial.body, Not(HasSubstr(folder_.path().string())));
  EXPECT_THAT(served.ask("/search?q=neck&ui=en").body, HasSubstr("leaflets.db"));
  EXPECT_THAT(served.ask("/search?q=neck&ui=en").body, Not(HasSubstr(folder_.path().string())));
  const RawResponse ready = served.ask("/readyz");
  EXPECT_EQ(ready.status, 200);
  EXPECT_EQ(ready.body, "ready; left out: leaflets.db\n");
  // Nobody knows whether there is such an article.
  const RawResponse article = served.ask("/api/v1/articles/ankle.md");
  EXPECT_EQ(article.status, 503);
  EXPECT_NE(article.header("retry-after"), "");
  EXPECT_THAT(article.body, Not(HasSubstr(folder_.path().string())));
  bring_back();
  EXPECT_EQ(wait_for(served, "/readyz", "ready\n").status, 200);
  wait_for(served, "/metrics", "palpate_shards{state=\"lost\"} 0\n");
  EXPECT_EQ(served.ask("/api/v1/articles/ankle.md").status, 200);
  EXPECT_EQ(served.ask("/api/v1/search?q=neck").body, whole.body);
}

TEST_F(ServedShards, IdsThatSeveralHoldAreToldWhenItIsAskedWhetherAllIsWell) {
  fs::copy(leaflets(), leaflets() + ".copy", fs::copy_options::recursive);
  const ServedIndex served([this](ServiceOptions& options) {
    options.shards = {options.directory, leaflets(), leaflets() + ".copy"};
  });
  EXPECT_EQ(served.ask("/readyz").body, "ready; ids in more than one shard: 1\n");
  const RawResponse found = served.ask("/api/v1/search?q=leaflet");
  EXPECT_THAT(found.body, HasSubstr("More than one part of the index holds “ankle.md”"));
}

TEST_F(ServedShards, OneThatIsNotThereAtFirstIsTakenUpWhenItIs) {
  lose();
  const ServedIndex served(both());
  EXPECT_EQ(served.ask("/readyz").body, "ready; left out: leaflets.db\n");
  bring_back();
  wait_for(served, "/metrics", "palpate_shards{state=\"answering\"} 2\n");
}

}  // namespace
}  // namespace palpate
