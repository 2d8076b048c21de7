#include "indexing/pipeline.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "analysis/analysers.h"
#include "analysis/sentences.h"
#include "indexing/exceptions.h"
#include "indexing/file_hash.h"
#include "indexing/work_queue.h"
#include "passage/passage.h"

namespace palpate {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::size_t kBatchBytes = 64 << 10;
constexpr std::size_t kQueuedItems = 16;
constexpr auto kTick = 100ms;

// Articles of one file that are ready to be written, or none: then the worker reads the file
// itself.
struct Work {
  std::size_t file = 0;
  std::vector<Article> articles;
};

// What the threads of a run share. Each FileRecord is changed by one thread only: by the caller for
// a .jsonl, by the worker that reads it for any other file.
class Run {
 public:
  Run(const std::vector<PlannedFile>& files, const IndexObserver& observer)
      : files_(files), observer_(observer) {
    records_.reserve(files.size());
    for (const PlannedFile& file : files) {
      FileRecord record;
      record.path = file.path;
      record.root = file.root;
      record.url = file.url;
      records_.push_back(std::move(record));
    }
  }

  const PlannedFile& file(std::size_t index) const { return files_[index]; }
  FileRecord& record(std::size_t index) { return records_[index]; }
  std::vector<FileRecord>& records() { return records_; }

  void report(std::size_t file, std::size_t line, const std::string& reason) {
    records_[file].problems.emplace_back(line, reason);
    if (!observer_.failed) return;
    const std::lock_guard lock(mutex_);
    observer_.failed({files_[file].path, line, reason});
  }

  void fail(const Error& error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
    failed_ = true;
  }
  bool failed() const { return failed_; }
  const std::optional<Error>& error() const { return error_; }  // once the workers have ended

  bool cancelled() const { return observer_.cancel != nullptr && *observer_.cancel; }

  std::atomic<std::size_t> documents = 0;
  std::atomic<std::uint64_t> bytes = 0;
  std::atomic<std::size_t> files_done = 0;

 private:
  const std::vector<PlannedFile>& files_;
  const IndexObserver& observer_;
  std::vector<FileRecord> records_;
  std::mutex mutex_;
  std::optional<Error> error_;
  std::atomic<bool> failed_ = false;
};

// Marks a file as read: what is on disk now must differ from this to count as changed.
void close_record(FileRecord& record, const PlannedFile& file, std::string hash) {
  record.size = file.found.size;
  record.mtime_ns = file.found.mtime_ns;
  record.hash = std::move(hash);
}

class Worker {
 public:
  Worker(Run& run, Segment& segment) : run_(run), segment_(segment) {}

  void work(WorkQueue<Work>& queue) {
    while (std::optional<Work> work = queue.take()) {
      if (run_.failed()) continue;
      // Whatever happens the queue is emptied: the caller waits for room in it.
      const Status done = without_exceptions([&]() -> Status {
        take_in(*work);
        return Done{};
      });
      if (!done) run_.fail(done.error());
    }
    if (run_.failed()) return;
    if (const Status done = segment_.finish(); !done) run_.fail(done.error());
  }

 private:
  void take_in(const Work& work) {
    if (work.articles.empty()) return read_file(work.file);
    for (const Article& article : work.articles) write(article, work.file);
  }

  void read_file(std::size_t index) {
    const PlannedFile& file = run_.file(index);
    const std::string hash = hash_of_file(file.path);
    const SourceFile source{file.path, file.found.id, file.url};
    read_articles(
        source, ReadLimits{}, [&](const Article& article) { write_and_note(article, index); },
        [&](const Problem& problem) { run_.report(index, problem.line, problem.reason); });
    close_record(run_.record(index), file, hash);
    run_.bytes += file.found.size;
    ++run_.files_done;
  }

  void write_and_note(const Article& article, std::size_t index) {
    run_.record(index).documents.push_back(article.id);
    write(article, index);
  }

  void write(const Article& article, std::size_t index) {
    Analyser* analyser = analyser_for(article.language);
    if (analyser == nullptr) return;
    const std::vector<Passage> passages = split_passages(article, PassageSettings{}, breaker_);
    if (const Status done = segment_.add(article, passages, *analyser, run_.file(index).path);
        !done)
      return run_.fail(done.error());
    ++run_.documents;
  }

  Analyser* analyser_for(const std::string& language) {
    const Result<Analyser*> analyser = analysers_.of(language);
    if (analyser) return *analyser;
    run_.fail(analyser.error());
    return nullptr;
  }

  Run& run_;
  Segment& segment_;
  SentenceBreaker breaker_;
  Analysers analysers_;
};

// What to do about two files that have one id, which is their path below the folder that was named.
std::string way_out(const fs::path& file, const fs::path& owner) {
  fs::path above;
  const auto [end, ignored] = std::mismatch(file.begin(), file.end(), owner.begin(), owner.end());
  for (auto part = file.begin(); part != end; ++part) above /= *part;
  return "index the folder above both, " + above.string() + ", or one of them into another --db";
}

// The caller's side: claims ids, hands out work, keeps the observer informed.
class Dispatcher {
 public:
  Dispatcher(Run& run, DocumentOwners owners, const IndexObserver& observer, IndexProgress totals,
             std::vector<std::unique_ptr<WorkQueue<Work>>>& queues)
      : run_(run),
        owners_(std::move(owners)),
        observer_(observer),
        progress_(totals),
        queues_(queues) {}

  void dispatch(std::size_t index) {
    const PlannedFile& file = run_.file(index);
    if (observer_.reading) observer_.reading(file.path);
    if (file.found.format == Format::json_lines) {
      read_lines(index);
    } else if (claim(file.found.id, index, 0)) {
      hand_out({index, {}});
    } else {
      close_record(run_.record(index), file, hash_of_file(file.path));
      ++run_.files_done;
    }
  }

  void tell_progress() {
    if (!observer_.progress || std::chrono::steady_clock::now() < next_tick_) return;
    next_tick_ = std::chrono::steady_clock::now() + kTick;
    progress_.files_done = run_.files_done;
    progress_.bytes_done = run_.bytes;
    progress_.documents_done = run_.documents;
    observer_.progress(progress_);
  }

 private:
  void read_lines(std::size_t index) {
    const PlannedFile& file = run_.file(index);
    const std::string hash = hash_of_file(file.path);
    std::vector<Article> batch;
    std::size_t batch_bytes = 0;
    bool complete = true;
    std::uint64_t counted = 0;
    const auto count_to = [&](std::uint64_t bytes) {
      if (bytes > counted) run_.bytes += bytes - std::exchange(counted, bytes);
    };
    const auto flush = [&] {
      if (!batch.empty()) hand_out({index, std::exchange(batch, {})});
      batch_bytes = 0;
    };
    read_articles(
        {file.path, file.found.id, file.url}, ReadLimits{},
        [&](Article article) {
          complete = complete && !run_.cancelled() && !run_.failed();
          if (!complete || !claim(article.id, index, article.line)) return;
          run_.record(index).documents.push_back(article.id);
          batch_bytes += article.text.size();
          batch.push_back(std::move(article));
          if (batch_bytes >= kBatchBytes) flush();
        },
        [&](const Problem& problem) { run_.report(index, problem.line, problem.reason); },
        [&](std::uint64_t bytes) { count_to(std::min(bytes, file.found.size)); });
    flush();
    const FileRecord& record = run_.record(index);
    if (complete && record.documents.empty() && record.problems.empty())
      run_.report(index, 0, "no document in it");
    // A file that was not read to its end counts as changed the next time.
    if (complete) close_record(run_.record(index), file, hash);
    count_to(file.found.size);
    ++run_.files_done;
  }

  bool claim(const std::string& id, std::size_t index, std::size_t line) {
    const auto [owner, fresh] = owners_.emplace(id, run_.file(index).path);
    if (fresh) return true;
    const bool own = owner->second == run_.file(index).path;
    if (!own) run_.record(index).id_taken = true;
    std::string reason = "its id \"" + id + "\" is taken by ";
    reason += own ? "an earlier line" : owner->second;
    if (line == 0) reason += "; " + way_out(run_.file(index).path, owner->second);
    run_.report(index, line, reason);
    return false;
  }

  void hand_out(Work work) {
    WorkQueue<Work>& queue = *queues_[next_++ % queues_.size()];
    while (!queue.offer(work, kTick)) tell_progress();
    tell_progress();
  }

  Run& run_;
  DocumentOwners owners_;
  const IndexObserver& observer_;
  IndexProgress progress_;
  std::vector<std::unique_ptr<WorkQueue<Work>>>& queues_;
  std::size_t next_ = 0;
  std::chrono::steady_clock::time_point next_tick_;
};

// Lets the workers end, also when the caller's side is left by an exception.
struct CloseQueues {
  const std::vector<std::unique_ptr<WorkQueue<Work>>>& queues;
  ~CloseQueues() {
    for (const auto& queue : queues) queue->close();
  }
};

IndexProgress totals_of(const std::vector<PlannedFile>& files) {
  IndexProgress totals;
  totals.files_total = files.size();
  for (const PlannedFile& file : files) totals.bytes_total += file.found.size;
  return totals;
}

}  // namespace

Result<PipelineOutcome> run_pipeline(const std::vector<PlannedFile>& files,
                                     std::vector<Segment>& segments, DocumentOwners owners,
                                     const IndexObserver& observer) {
  Run run(files, observer);
  std::vector<std::unique_ptr<WorkQueue<Work>>> queues;
  std::vector<std::jthread> threads;
  const CloseQueues closing{queues};
  std::atomic<std::size_t> working = segments.size();
  for (Segment& segment : segments) {
    queues.push_back(std::make_unique<WorkQueue<Work>>(kQueuedItems));
    threads.emplace_back([&run, &segment, &working, queue = queues.back().get()] {
      Worker(run, segment).work(*queue);
      --working;
    });
  }
  Dispatcher dispatcher(run, std::move(owners), observer, totals_of(files), queues);
  std::size_t handed_out = 0;
  for (; handed_out < files.size() && !run.cancelled() && !run.failed(); ++handed_out)
    dispatcher.dispatch(handed_out);
  for (const auto& queue : queues) queue->close();
  while (working != 0) {
    dispatcher.tell_progress();
    std::this_thread::sleep_for(1ms);
  }
  threads.clear();
  if (const std::optional<Error>& failed = run.error()) return *failed;

  PipelineOutcome outcome;
  outcome.cancelled = handed_out < files.size() || run.cancelled();
  run.records().resize(handed_out);
  outcome.files = std::move(run.records());
  outcome.documents = run.documents;
  outcome.bytes = run.bytes;
  return outcome;
}

}  // namespace palpate
