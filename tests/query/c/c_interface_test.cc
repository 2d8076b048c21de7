// The C interface, through the shared library as others load it.
#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "../../indexer/article/temporary_folder.h"
#include "c_layout.h"
#include "palpate/palpate.h"
#include "palpate/version.h"

namespace palpate {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

struct Outcome {
  palpate_code code = PALPATE_INTERNAL;
  Json json;
  std::string message;
  std::string hint;
};

// Takes a result as every caller does: reads it, frees it.
Outcome take(palpate_result* result) {
  Outcome outcome{
      palpate_result_code(result), {}, palpate_result_message(result), palpate_result_hint(result)};
  const std::string text = palpate_result_json(result);
  EXPECT_EQ(text.size(), palpate_result_size(result));
  EXPECT_EQ(text.empty(), outcome.code != PALPATE_OK);
  EXPECT_EQ(outcome.message.empty(), outcome.code == PALPATE_OK);
  if (!text.empty()) outcome.json = Json::parse(text);
  palpate_result_free(result);
  return outcome;
}

palpate_options options_for(const std::string& directory) {
  palpate_options options{};
  options.size = sizeof options;
  options.directory = directory.c_str();
  return options;
}

palpate_request request_for(const char* question) {
  palpate_request request{};
  request.size = sizeof request;
  request.question = question;
  return request;
}

class CInterface : public testing::Test {
 protected:
  CInterface() {
    folder_.write("articles/knee.md",
                  "---\ntitle: The knee\nsource: Harbour Clinic\nlanguage: en\n---\n\n"
                  "A knee may swell after a long walk.\n\nRest and cold help.\n");
    folder_.write("articles/hip.md",
                  "---\ntitle: The hip\nsource: Lake Clinic\nlanguage: en\n---\n\n"
                  "A hip may hurt after a long walk. The knee may hurt as well.\n");
    folder_.write("articles/neck.md", "A neck stiffens in the wind.\n");
    folder_.write("articles/broken.jsonl", "no json\n");
  }

  palpate_indexer* indexer() {
    paths_ = (folder_.path() / "articles").string();
    path_list_ = {paths_.c_str()};
    palpate_index_options options{};
    options.size = sizeof options;
    options.directory = directory_.c_str();
    options.paths = path_list_.data();
    options.path_count = path_list_.size();
    return palpate_indexer_new(&options);
  }

  Outcome index() {
    palpate_indexer* indexer = this->indexer();
    Outcome outcome = take(palpate_indexer_run(indexer, nullptr));
    palpate_indexer_free(indexer);
    return outcome;
  }

  palpate_searcher* open() {
    const palpate_options options = options_for(directory_);
    palpate_searcher* searcher = nullptr;
    const Outcome outcome = take(palpate_open(&options, &searcher));
    EXPECT_EQ(outcome.code, PALPATE_OK) << outcome.message;
    EXPECT_EQ(outcome.json, take(palpate_state(searcher)).json);
    return searcher;
  }

  TemporaryFolder folder_;
  std::string directory_ = (folder_.path() / "palpate.db").string();
  std::string paths_;
  std::vector<const char*> path_list_;
};

// What is published may not move: programs were compiled with it.
TEST(CLayout, IsWhatItWas) {
  struct Layout {
    std::string name;
    std::size_t size, last_field;
  };
  const std::vector<Layout> published = {
      {"palpate_options", 48, 40},       {"palpate_filter", 16, 8},    {"palpate_request", 80, 72},
      {"palpate_index_options", 96, 88}, {"palpate_progress", 56, 48}, {"palpate_observer", 40, 32},
  };
  const c_layout* c = c_layouts;
  for (const Layout& known : published) {
    ASSERT_NE(c->name, nullptr);
    EXPECT_EQ(c->name, known.name);
    EXPECT_EQ(c->size, known.size) << known.name;
    EXPECT_EQ(c->last_field, known.last_field) << known.name;
    ++c;
  }
  EXPECT_EQ(c->name, nullptr);
  EXPECT_EQ(sizeof(palpate_options), c_layouts[0].size);
  EXPECT_EQ(sizeof(palpate_request), c_layouts[2].size);
  EXPECT_EQ(sizeof(palpate_index_options), c_layouts[3].size);
}

TEST(CLayout, CodesKeepTheirNumbers) {
  EXPECT_EQ(PALPATE_OK, 0);
  EXPECT_EQ(PALPATE_INVALID_ARGUMENT, 1);
  EXPECT_EQ(PALPATE_LOCKED, 7);
  EXPECT_EQ(PALPATE_TIMED_OUT, 10);
  EXPECT_EQ(PALPATE_INTERNAL, 99);
  EXPECT_EQ(palpate_abi_version(), PALPATE_ABI_VERSION);
  EXPECT_STREQ(palpate_version(), version());
}

TEST_F(CInterface, IndexesAndAnswers) {
  const Outcome summary = index();
  ASSERT_EQ(summary.code, PALPATE_OK) << summary.message;
  EXPECT_EQ(summary.json.at("documents"), 3);
  EXPECT_EQ(summary.json.at("failed"), 1);
  EXPECT_EQ(summary.json.at("wrote"), true);
  palpate_searcher* searcher = open();
  const palpate_request request = request_for("knee swell");
  const Outcome answer = take(palpate_search(searcher, &request));
  ASSERT_EQ(answer.code, PALPATE_OK);
  EXPECT_EQ(answer.json.at("version"), 1);
  EXPECT_EQ(answer.json.at("hits").at(0).at("document"), "knee.md");
  const Outcome article = take(palpate_article(searcher, "knee.md"));
  EXPECT_EQ(article.json.at("article").at("title"), "The knee");
  EXPECT_THAT(article.json.at("text").get<std::string>(), HasSubstr("Rest and cold help."));
  EXPECT_EQ(article.json.at("passages").at(0).at("begin"), 0);
  const Outcome similar = take(palpate_similar(searcher, "knee.md", nullptr));
  ASSERT_EQ(similar.code, PALPATE_OK) << similar.message;
  EXPECT_EQ(similar.json.at("hits").at(0).at("document"), "hip.md");
  EXPECT_EQ(take(palpate_suggest(searcher, "kn", 5)).code, PALPATE_OK);
  EXPECT_EQ(take(palpate_describe(searcher)).json.at("sources").size(), 2U);
  palpate_close(searcher);
}

TEST_F(CInterface, PassesOnEveryPartOfARequest) {
  index();
  palpate_searcher* searcher = open();
  palpate_request request = request_for("knee");
  request.count = 1;
  EXPECT_EQ(take(palpate_search(searcher, &request)).json.at("hits").size(), 1U);
  request.offset = 1;
  EXPECT_EQ(take(palpate_search(searcher, &request)).json.at("hits").at(0).at("rank"), 2);
  request.offset = 0;
  const palpate_filter filter{"source", "Lake Clinic"};
  request.filters = &filter;
  request.filter_count = 1;
  EXPECT_EQ(take(palpate_search(searcher, &request)).json.at("hits").at(0).at("document"),
            "hip.md");
  request.explain = 1;
  EXPECT_FALSE(take(palpate_search(searcher, &request)).json.at("explain").empty());
  request.timeout_ms = 60'000;
  EXPECT_EQ(take(palpate_search(searcher, &request)).code, PALPATE_OK);
  palpate_close(searcher);
}

TEST_F(CInterface, TellsWhatIsWrongByCodeMessageAndHint) {
  index();
  palpate_searcher* searcher = open();
  palpate_request request = request_for("knee");
  const palpate_filter bad{"after", "soon"};
  request.filters = &bad;
  request.filter_count = 1;
  const Outcome filter = take(palpate_search(searcher, &request));
  EXPECT_EQ(filter.code, PALPATE_INVALID_ARGUMENT);
  EXPECT_THAT(filter.message, HasSubstr("soon"));
  EXPECT_FALSE(filter.hint.empty());
  EXPECT_EQ(take(palpate_article(searcher, "none.md")).code, PALPATE_NOT_FOUND);
  EXPECT_EQ(take(palpate_similar(searcher, "none.md", nullptr)).code, PALPATE_NOT_FOUND);
  palpate_close(searcher);
  const std::string nowhere = directory_ + ".none";
  const palpate_options options = options_for(nowhere);
  palpate_searcher* none = nullptr;
  const Outcome opened = take(palpate_open(&options, &none));
  EXPECT_EQ(opened.code, PALPATE_NOT_FOUND);
  EXPECT_EQ(none, nullptr);
}

TEST_F(CInterface, TakesNullAndZeroForWhatTheyAre) {
  index();
  palpate_searcher* searcher = open();
  palpate_searcher* other = searcher;
  const palpate_request no_size{};
  const palpate_request nothing = request_for(nullptr);
  const palpate_options no_options{};
  for (palpate_result* result :
       {palpate_search(nullptr, &nothing), palpate_search(searcher, nullptr),
        palpate_search(searcher, &no_size), palpate_article(searcher, nullptr),
        palpate_similar(searcher, nullptr, nullptr), palpate_describe(nullptr),
        palpate_state(nullptr), palpate_refresh(nullptr), palpate_suggest(nullptr, "", 1),
        palpate_open(nullptr, &other), palpate_indexer_run(nullptr, nullptr)})
    EXPECT_EQ(take(result).code, PALPATE_INVALID_ARGUMENT);
  EXPECT_EQ(other, nullptr) << "palpate_open sets it whatever comes";
  palpate_close(searcher);
  EXPECT_EQ(take(palpate_open(&no_options, nullptr)).code, PALPATE_INVALID_ARGUMENT);
  EXPECT_EQ(palpate_result_code(nullptr), PALPATE_INTERNAL);
  EXPECT_STREQ(palpate_result_json(nullptr), "");
  EXPECT_STRNE(palpate_result_message(nullptr), "");
  palpate_result_free(nullptr);
  palpate_close(nullptr);
  palpate_indexer_free(nullptr);
  palpate_indexer_cancel(nullptr);
}

// A program compiled with a version whose structs ended earlier, and one from the future.
TEST_F(CInterface, TakesStructsOfOtherVersions) {
  index();
  palpate_searcher* searcher = open();
  palpate_request older = request_for("knee");
  older.size = offsetof(palpate_request, offset);
  older.count = 1;
  older.explain = 1;  // lies behind what its version knows
  const Outcome answer = take(palpate_search(searcher, &older));
  ASSERT_EQ(answer.code, PALPATE_OK);
  EXPECT_EQ(answer.json.at("hits").size(), 1U);
  EXPECT_FALSE(answer.json.contains("explain"));
  struct {
    palpate_request known;
    std::uint64_t unknown = 7;
  } newer{request_for("knee"), 7};
  newer.known.size = sizeof newer;
  EXPECT_EQ(take(palpate_search(searcher, &newer.known)).code, PALPATE_OK);
  palpate_close(searcher);
}

TEST_F(CInterface, TellsAnObserverOnItsOwnThread) {
  struct Seen {
    std::thread::id thread = std::this_thread::get_id();
    int failed = 0, progress = 0;
    bool elsewhere = false;
    std::uint64_t line = 0;
    std::string path;
  } seen;
  palpate_observer observer{};
  observer.size = sizeof observer;
  observer.context = &seen;
  observer.progress = [](void* context, const palpate_progress* progress) {
    auto& heard = *static_cast<Seen*>(context);
    ++heard.progress;
    heard.elsewhere = heard.elsewhere || heard.thread != std::this_thread::get_id();
    EXPECT_EQ(progress->size, sizeof(palpate_progress));
    return 0;
  };
  observer.failed = [](void* context, const char* path, std::uint64_t line, const char* reason) {
    auto& heard = *static_cast<Seen*>(context);
    ++heard.failed;
    heard.elsewhere = heard.elsewhere || heard.thread != std::this_thread::get_id();
    heard.line = line;
    heard.path = path;
    EXPECT_STRNE(reason, "");
  };
  palpate_indexer* indexer = this->indexer();
  ASSERT_EQ(take(palpate_indexer_run(indexer, &observer)).code, PALPATE_OK);
  palpate_indexer_free(indexer);
  EXPECT_EQ(seen.failed, 1);
  EXPECT_GT(seen.progress, 0);
  EXPECT_FALSE(seen.elsewhere);
  EXPECT_EQ(seen.line, 1U);
  EXPECT_THAT(seen.path, HasSubstr("broken.jsonl"));
}

TEST_F(CInterface, StopsARunWhenToldTo) {
  for (int i = 0; i < 60; ++i)
    folder_.write("articles/n" + std::to_string(i) + ".md",
                  "Rest helps, number " + std::to_string(i));
  palpate_observer observer{};
  observer.size = sizeof observer;
  observer.progress = [](void*, const palpate_progress*) { return 1; };
  palpate_indexer* indexer = this->indexer();
  const Outcome stopped = take(palpate_indexer_run(indexer, &observer));
  ASSERT_EQ(stopped.code, PALPATE_OK) << stopped.message;
  EXPECT_EQ(stopped.json.at("cancelled"), true);
  EXPECT_LT(stopped.json.at("documents"), 63);
  palpate_indexer_free(indexer);
  indexer = this->indexer();
  palpate_indexer_cancel(indexer);
  EXPECT_EQ(take(palpate_indexer_run(indexer, nullptr)).json.at("cancelled"), true);
  palpate_indexer_free(indexer);
  EXPECT_EQ(index().json.at("documents"), 63);
}

TEST_F(CInterface, ThreadsShareASearcherAndEachHasItsOwnErrors) {
  index();
  palpate_searcher* searcher = open();
  std::vector<std::thread> threads(4);
  for (std::size_t i = 0; i < threads.size(); ++i)
    threads[i] = std::thread([searcher, i] {
      for (int asked = 0; asked < 50; ++asked) {
        const std::string id = "none" + std::to_string(i);
        EXPECT_THAT(take(palpate_article(searcher, id.c_str())).message, HasSubstr(id));
        const palpate_request request = request_for("knee");
        EXPECT_EQ(take(palpate_search(searcher, &request)).code, PALPATE_OK);
      }
    });
  for (std::thread& thread : threads) thread.join();
  palpate_close(searcher);
}

TEST_F(CInterface, StaysOrMovesAsItWasToldTo) {
  index();
  palpate_options options = options_for(directory_);
  options.stay = 1;
  palpate_searcher* searcher = nullptr;
  ASSERT_EQ(take(palpate_open(&options, &searcher)).code, PALPATE_OK);
  const Json before = take(palpate_state(searcher)).json.at("state");
  folder_.write("articles/more.md", "One more article.\n");
  index();
  EXPECT_EQ(take(palpate_state(searcher)).json.at("state"), before);
  EXPECT_EQ(take(palpate_refresh(searcher)).json.at("moved"), true);
  EXPECT_EQ(take(palpate_refresh(searcher)).json.at("moved"), false);
  EXPECT_NE(take(palpate_state(searcher)).json.at("state"), before);
  palpate_close(searcher);
}

}  // namespace
}  // namespace palpate
