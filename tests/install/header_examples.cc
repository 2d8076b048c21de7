// The examples of the public headers, as they stand there (installation.py compares the lines),
// compiled against what is installed.
#include <palpate/answer.h>
#include <palpate/error.h>
#include <palpate/indexer.h>
#include <palpate/json.h>
#include <palpate/searcher.h>
#include <palpate/upkeep.h>
#include <palpate/watch.h>

#include <functional>
#include <string>
#include <thread>

namespace {

void show(const std::string& text);
void show(const palpate::Hit& hit);
void use(const palpate::FullText& text);
void send(const std::string& type, const std::string& body);
void on_stop(const std::function<void()>& stop);
int report(const palpate::Error& error);
int tell(const palpate::Error& error);
void tell(const palpate::IndexSummary& summary);

palpate::Status error_h(const palpate::Searcher& searcher) {
  palpate::Result<palpate::FullText> text = searcher.full_text("knee.md");
  if (!text) return text.error();
  use(*text);
  return palpate::Done{};
}

int searcher_h() {
  auto searcher = palpate::Searcher::open("palpate.db");
  if (!searcher) return report(searcher.error());
  auto answer = searcher->search({.question = "trigger point referred pain"});
  for (const palpate::Hit& hit : answer->hits) show(hit);
  auto similar = searcher->like("sciatica.md#3", {.count = 5});
  return similar ? 0 : report(similar.error());
}

void json_h(palpate::Searcher* searcher) {
  auto answer = searcher->search({.question = "sciatica"});
  send("application/json", palpate::render_json(*answer));
}

int indexer_h() {
  palpate::IndexOptions options;
  options.directory = "palpate.db";
  options.paths = {"articles"};
  auto summary = palpate::index_articles(options, {});
  if (!summary) return report(summary.error());
  return 0;
}

void indexer_class(const palpate::IndexOptions& options, const palpate::IndexObserver& observer,
                   palpate::Result<palpate::IndexSummary> summary) {
  palpate::Indexer indexer(options);
  std::thread run([&] { summary = indexer.run(observer); });
  on_stop([&] { indexer.cancel(); });
  run.join();
}

int upkeep_h() {
  auto report = palpate::check_index("palpate.db");
  if (!report) return tell(report.error());
  for (const std::string& damage : report->damages) show(damage);
  return 0;
}

int watch_h() {
  using Tell = void (*)(const palpate::IndexSummary&);
  constexpr Tell tell = ::tell;
  std::atomic<bool> stop = false;  // set by a signal handler, or another thread
  palpate::WatchOptions options;
  options.index.directory = "palpate.db";
  options.index.paths = {"articles"};
  auto done = palpate::watch_articles(options, {.ran = tell, .cancel = &stop});
  return done ? 0 : 1;
}

}  // namespace

// So that none is unused.
int all_examples(palpate::Searcher* searcher) {
  json_h(searcher);
  indexer_class({}, {}, palpate::IndexSummary{});
  return searcher_h() + indexer_h() + upkeep_h() + watch_h() + (error_h(*searcher) ? 1 : 0);
}
