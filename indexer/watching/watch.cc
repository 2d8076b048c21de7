#include "palpate/watch.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "indexing/exceptions.h"
#include "indexing/paths.h"
#include "store/catalogue.h"
#include "watching/folder_watch.h"

namespace palpate {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using namespace std::chrono_literals;

// How long a wait goes on before it is looked whether to stop.
constexpr milliseconds kTick = 250ms;
constexpr milliseconds kLongestRetry = 5min;
// How often it looks when the system watches only some of the folders.
constexpr milliseconds kUnwatchedRescan = 1min;

// Tells a thing once for as long as every run says it again.
class ToldOnce {
 public:
  bool is_new(const std::string& what) {
    now_.insert(what);
    return !before_.contains(what);
  }
  void end_run() { before_ = std::exchange(now_, {}); }

 private:
  std::set<std::string> before_, now_;
};

class Watcher {
 public:
  Watcher(const WatchOptions& options, const WatchObserver& observer, FolderWatch folders)
      : options_(options), observer_(observer), folders_(std::move(folders)) {
    run_observer_.cancel = observer.cancel;
    run_observer_.note = [this](const std::string& note) {
      if (told_.is_new(note) && observer_.note) observer_.note(note);
    };
    run_observer_.failed = [this](const FailedFile& failed) {
      const std::string what = failed.path + ":" + std::to_string(failed.line) + failed.reason;
      if (told_.is_new(what) && observer_.failed) observer_.failed(failed);
    };
  }

  Status run() {
    for (bool first = true; !cancelled(); first = false) {
      follow(first);
      const Result<IndexSummary> summary = index_articles(options_.index, run_observer_);
      if (!summary) {
        if (first || !is_passing(summary.error())) return summary.error();
        wait_after(summary.error());
        continue;
      }
      told_.end_run();
      retry_ = options_.retry;
      if ((first || summary->wrote) && observer_.ran) observer_.ran(*summary);
      wait_for_change();
    }
    return Done{};
  }

 private:
  bool cancelled() const { return observer_.cancel != nullptr && *observer_.cancel; }

  static bool is_passing(const Error& error) {
    return error.code == ErrorCode::locked || error.code == ErrorCode::storage;
  }

  // Before every run: whatever is made after this is noticed, whatever was there is read.
  void follow(bool first) {
    folders_.follow(roots());
    if (first && observer_.watching) observer_.watching(folders_.folders());
    const std::string& limit = folders_.limit();
    if (!limit.empty())
      run_observer_.note(limit + "; until then it looks at all of them every minute");
  }

  // Both as given and with links followed: either may come to be something else.
  std::vector<std::string> roots() const {
    std::vector<std::string> roots;
    const auto add = [&](std::string root) {
      while (root.size() > 1 && root.ends_with('/')) root.pop_back();
      if (std::ranges::find(roots, root) == roots.end()) roots.push_back(std::move(root));
    };
    std::error_code failed;
    for (const std::string& path : options_.index.paths) {
      add(absolute_path(path));
      add(std::filesystem::absolute(path, failed).lexically_normal().string());
    }
    if (options_.index.paths.empty())
      if (const Result<Catalogue> known = read_catalogue(options_.index.directory))
        for (const std::string& root : known->roots) add(root);
    return roots;
  }

  void wait_for_change() {
    const milliseconds patience =
        folders_.limit().empty() ? options_.rescan : std::min(options_.rescan, kUnwatchedRescan);
    if (!wait_until(Clock::now() + patience)) return;
    const auto latest = Clock::now() + options_.longest;
    while (wait_until(std::min(Clock::now() + options_.settle, latest)) && Clock::now() < latest) {
    }
  }

  // True when something changed before that.
  bool wait_until(Clock::time_point end) {
    while (!cancelled() && Clock::now() < end) {
      const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
      if (folders_.wait(std::min(left, kTick))) return true;
    }
    return false;
  }

  void wait_after(const Error& error) {
    if (observer_.failed_run) observer_.failed_run(error, retry_);
    const auto end = Clock::now() + retry_;
    while (!cancelled() && Clock::now() < end) wait_until(end);
    retry_ = std::min(2 * retry_, std::max(kLongestRetry, options_.retry));
  }

  const WatchOptions& options_;
  const WatchObserver& observer_;
  FolderWatch folders_;
  IndexObserver run_observer_;
  ToldOnce told_;
  milliseconds retry_ = options_.retry;
};

}  // namespace

Status watch_articles(const WatchOptions& options, const WatchObserver& observer) {
  return without_exceptions([&]() -> Status {
    Result<FolderWatch> folders = FolderWatch::create(options.index.directory);
    if (!folders) return folders.error();
    return Watcher(options, observer, std::move(*folders)).run();
  });
}

}  // namespace palpate
