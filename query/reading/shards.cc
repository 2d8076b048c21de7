#include "reading/shards.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <future>
#include <set>
#include <utility>

#include "reading/apart.h"
#include "store/index_mark.h"

namespace palpate {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kFirstRetry{1000};
constexpr std::chrono::milliseconds kLastRetry{30'000};
// One that is lost again so soon after it was taken up is left out for longer.
constexpr std::chrono::minutes kAgain{1};

// The end of a path with so many components.
std::string tail_of(const std::filesystem::path& path, std::size_t components) {
  std::vector<std::filesystem::path> all(path.begin(), path.end());
  std::filesystem::path tail;
  for (std::size_t i = all.size() - std::min(components, all.size()); i < all.size(); ++i)
    tail /= all[i];
  return tail.string();
}

// As few components of each path as tell them apart. Of two that are the same one is "NAME (2)".
std::vector<std::string> names_of(const std::vector<std::string>& directories) {
  std::vector<std::filesystem::path> paths;
  std::size_t longest = 1;
  for (const std::string& directory : directories) {
    std::filesystem::path path = std::filesystem::path(directory).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    longest = std::max(longest, static_cast<std::size_t>(std::distance(path.begin(), path.end())));
    paths.push_back(std::move(path));
  }
  std::vector<std::string> names;
  for (std::size_t components = 1; components <= longest; ++components) {
    names.clear();
    for (const std::filesystem::path& path : paths) names.push_back(tail_of(path, components));
    if (std::set(names.begin(), names.end()).size() == names.size()) break;
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    if (const auto same =
            std::count(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]);
        same > 0)
      names[i].append(" (").append(std::to_string(same + 1)).append(")");
  return names;
}

// What is there changes when the index does, and when another directory, be it a copy, takes its
// place.
std::string mark_of(const std::string& directory) {
  struct stat there {};
  std::string mark = index_mark(std::filesystem::path(directory));
  if (::stat(directory.c_str(), &there) == 0)
    mark.append("\n" + std::to_string(there.st_dev) + ":" + std::to_string(there.st_ino));
  return mark;
}

}  // namespace

Shards::Shards(const std::vector<std::string>& directories, std::chrono::milliseconds time)
    : time_(time) {
  std::vector<std::string> names = names_of(directories);
  for (std::size_t i = 0; i < directories.size(); ++i) {
    Shard& shard = shards_.emplace_back();
    shard.directory = directories[i];
    shard.name = std::move(names[i]);
    shard.readers = ShardThreads::at(shard.directory, "read");
    shard.lookers = ShardThreads::at(shard.directory, "look");
  }
}

std::string Shards::directories() const {
  std::string list;
  for (const Shard& shard : shards_) list.append(list.empty() ? "" : ", ").append(shard.directory);
  return list;
}

std::string Shards::late() const {
  return "it did not answer in " + std::to_string(time_.count()) + " ms";
}

// What `work` gives of each by the time that it has; nothing of those that take longer, or where a
// thread would hang.
template <class Outcome>
std::vector<std::optional<Outcome>> Shards::each(
    const std::vector<std::size_t>& which, const Enter& enter,
    const std::function<Outcome(const std::string&)>& work) {
  std::vector<std::future<Outcome>> outcomes;
  for (const std::size_t one : which) {
    std::optional<ShardThreads::Stay> let_in = enter(one);
    if (!let_in) {
      outcomes.emplace_back();
      continue;
    }
    outcomes.push_back(
        apart([work, stay = *std::move(let_in), directory = shards_[one].directory]() mutable {
          const ShardThreads::Stay here(std::move(stay));
          return work(directory);
        }));
  }
  const Clock::time_point until = Clock::now() + time_;
  std::vector<std::optional<Outcome>> all;
  for (std::future<Outcome>& outcome : outcomes) {
    const bool there = outcome.valid() && is_there(outcome, until);
    all.push_back(there ? std::optional<Outcome>(outcome.get()) : std::nullopt);
  }
  return all;
}

bool Shards::is_due(const Shard& shard, Time now) {
  if (shard.lost_because.empty()) return true;
  return !shard.hangs && (shard.mark != shard.mark_when_lost || now >= shard.retry_at);
}

std::vector<std::size_t> Shards::to_be_opened() const {
  const Clock::time_point now = Clock::now();
  const std::scoped_lock lock(mutex_);
  std::vector<std::size_t> due;
  for (std::size_t i = 0; i < shards_.size(); ++i)
    if (is_due(shards_[i], now)) due.push_back(i);
  return due;
}

std::vector<Error> Shards::left_out(const std::vector<std::size_t>& opened) const {
  const std::scoped_lock lock(mutex_);
  std::vector<Error> missing;
  for (std::size_t i = 0; i < shards_.size(); ++i)
    if (std::ranges::find(opened, i) == opened.end())
      missing.push_back({ErrorCode::unreadable, shards_[i].name, shards_[i].lost_because});
  return missing;
}

Result<Snapshot> Shards::open() {
  if (shards_.empty())
    return Error{ErrorCode::invalid_argument, "no index is named", "name its directory"};
  if (!several()) return Snapshot::open(shards_.front().directory);
  const std::vector<std::size_t> due = to_be_opened();
  auto opened = each<Result<Snapshot>>(
      due, [this](std::size_t which) { return enter(which); }, Snapshot::open);
  std::vector<Snapshot> parts;
  std::vector<std::size_t> there;
  std::optional<Error> failed;
  for (std::size_t i = 0; i < due.size(); ++i) {
    std::optional<Result<Snapshot>>& part = opened[i];
    if (part && *part) {
      parts.push_back(std::move(**part));
      there.push_back(due[i]);
      const std::scoped_lock lock(mutex_);
      shards_[due[i]].lost_because.clear();
      continue;
    }
    const Error error =
        part ? part->error()
             : Error{ErrorCode::unreadable, shards_[due[i]].name + ": " + late(), ""};
    if (!failed) failed = error;
    lose(due[i], part ? error.message : late());
  }
  if (parts.empty())
    return failed.value_or(
        Error{ErrorCode::unreadable, "no part of the index answers", "try again in a moment"});
  return Snapshot::together(std::move(parts), left_out(there));
}

Result<Snapshot> Shards::open(const std::vector<std::size_t>& which) const {
  std::vector<Snapshot> parts;
  for (const std::size_t one : which) {
    Result<Snapshot> part = Snapshot::open(shards_[one].directory);
    if (!part) return Error{ErrorCode::unreadable, part.error().message, part.error().hint};
    parts.push_back(std::move(*part));
  }
  return Snapshot::together(std::move(parts), left_out(which));
}

std::string Shards::marks() {
  if (!several()) return shards_.empty() ? "" : index_mark(shards_.front().directory);
  std::vector<std::size_t> all(shards_.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  const auto looked = each<std::string>(
      all, [this](std::size_t which) { return shards_[which].lookers->enter({}, time_); }, mark_of);
  const Clock::time_point now = Clock::now();
  std::string marks;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::optional<std::string>& mark = looked[i];
    {
      const std::scoped_lock lock(mutex_);
      shards_[i].hangs = !mark;
      if (mark) shards_[i].mark = *mark;
    }
    if (!mark) lose(i, late());
    const std::scoped_lock lock(mutex_);
    const Shard& shard = shards_[i];
    marks.append(shard.mark).push_back('\0');
    if (shard.lost_because.empty()) continue;
    marks += "lost";
    if (is_due(shard, now)) marks += std::to_string(shard.retry_at.time_since_epoch().count());
  }
  return marks;
}

std::optional<ShardThreads::Stay> Shards::enter(std::size_t which) const {
  const std::scoped_lock lock(mutex_);
  return shards_[which].readers->enter(shards_[which].mark, time_);
}

bool Shards::hangs(std::size_t which) const {
  const std::scoped_lock lock(mutex_);
  return shards_[which].readers->hangs(shards_[which].mark, time_);
}

void Shards::lose(std::size_t which, std::string reason) {
  const Clock::time_point now = Clock::now();
  const std::scoped_lock lock(mutex_);
  Shard& shard = shards_[which];
  // A look that hangs is told of again and again.
  if (!shard.lost_because.empty() && now < shard.retry_at) return;
  const bool again = shard.out_for.count() > 0 && now - shard.retry_at < kAgain;
  shard.out_for = again ? std::min(2 * shard.out_for, kLastRetry) : kFirstRetry;
  shard.retry_at = now + shard.out_for;
  shard.mark_when_lost = shard.mark;
  shard.lost_because = std::move(reason);
}

std::vector<std::size_t> Shards::answering() const {
  const std::scoped_lock lock(mutex_);
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < shards_.size(); ++i)
    if (shards_[i].lost_because.empty()) list.push_back(i);
  return list;
}

std::vector<ShardState> Shards::states() const {
  const std::scoped_lock lock(mutex_);
  std::vector<ShardState> list;
  list.reserve(shards_.size());
  for (const Shard& shard : shards_)
    list.push_back({shard.name, shard.lost_because.empty(), shard.lost_because});
  return list;
}

}  // namespace palpate
