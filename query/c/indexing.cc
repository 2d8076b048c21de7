// Writing an index, for C.
#include <mutex>
#include <vector>

#include "c/result.h"
#include "palpate/indexer.h"
#include "palpate/json.h"

struct palpate_indexer {
  palpate::Indexer indexer;
};

namespace palpate {
namespace {

std::vector<std::string> texts_of(const char* const* texts, std::size_t count) {
  std::vector<std::string> list;
  for (std::size_t i = 0; texts != nullptr && i < count; ++i) list.push_back(text_of(texts[i]));
  return list;
}

IndexOptions options_of(const palpate_index_options& given) {
  IndexOptions options;
  options.directory = text_of(given.directory);
  options.paths = texts_of(given.paths, given.path_count);
  options.forget = texts_of(given.forget, given.forget_count);
  for (std::size_t i = 0; given.url_prefixes != nullptr && i < given.url_prefix_count; ++i)
    options.url_prefixes.emplace_back(text_of(given.url_prefixes[2 * i]),
                                      text_of(given.url_prefixes[2 * i + 1]));
  options.vocabulary_file = text_of(given.vocabulary_file);
  options.mesh_file = text_of(given.mesh_file);
  options.jobs = given.jobs;
  options.rebuild = given.rebuild != 0;
  options.dry_run = given.dry_run != 0;
  return options;
}

// Hands on to the caller what it wants to hear, on its own thread only: many languages cannot be
// called from another. What failed, told by worker threads, waits for the next report.
class CallerObserver {
 public:
  CallerObserver(const palpate_observer& observer, Indexer& indexer)
      : observer_(observer), indexer_(indexer) {}

  IndexObserver observer() {
    IndexObserver inner;
    inner.progress = [this](const IndexProgress& progress) { report(progress); };
    if (observer_.failed != nullptr)
      inner.failed = [this](const FailedFile& file) {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(file);
      };
    if (observer_.note != nullptr)
      inner.note = [this](const std::string& text) {
        observer_.note(observer_.context, text.c_str());
      };
    return inner;
  }

  void tell_failures() {
    std::vector<FailedFile> failed;
    {
      const std::lock_guard lock(mutex_);
      failed.swap(waiting_);
    }
    for (const FailedFile& file : failed)
      observer_.failed(observer_.context, file.path.c_str(), file.line, file.reason.c_str());
  }

 private:
  void report(const IndexProgress& progress) {
    tell_failures();
    if (observer_.progress == nullptr) return;
    palpate_progress told{};
    told.size = sizeof told;
    told.files_done = progress.files_done;
    told.files_total = progress.files_total;
    told.bytes_done = progress.bytes_done;
    told.bytes_total = progress.bytes_total;
    told.documents_done = progress.documents_done;
    told.merging = progress.merging ? 1 : 0;
    if (observer_.progress(observer_.context, &told) != 0) indexer_.cancel();
  }

  const palpate_observer& observer_;
  Indexer& indexer_;
  std::mutex mutex_;
  std::vector<FailedFile> waiting_;
};

}  // namespace
}  // namespace palpate

palpate_indexer* palpate_indexer_new(const palpate_index_options* options) {
  try {
    return new palpate_indexer{palpate::Indexer(palpate::options_of(palpate::known_part(options)))};
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

palpate_result* palpate_indexer_run(palpate_indexer* indexer, const palpate_observer* observer) {
  return palpate::result_of([&]() -> palpate::Result<std::string> {
    if (indexer == nullptr) return palpate::missing("there is no indexer");
    const palpate_observer known = palpate::known_part(observer);
    palpate::CallerObserver caller(known, indexer->indexer);
    const palpate::Result<palpate::IndexSummary> summary = indexer->indexer.run(caller.observer());
    caller.tell_failures();
    if (!summary) return summary.error();
    return palpate::render_json(*summary);
  });
}

void palpate_indexer_cancel(palpate_indexer* indexer) {
  if (indexer != nullptr) indexer->indexer.cancel();
}

void palpate_indexer_free(palpate_indexer* indexer) { delete indexer; }
