// Indexes written anew from an index: compacted, or as a backup.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <system_error>

#include "indexing/exceptions.h"
#include "indexing/paths.h"
#include "palpate/upkeep.h"
#include "store/generation.h"
#include "store/index_folder.h"
#include "store/segment.h"
#include "store/writing.h"
#include "upkeep/held_index.h"

namespace palpate {
namespace fs = std::filesystem;
namespace {

// Joins `generation` with nothing, into a new one of `target`, whose lock is held.
Result<CopySummary> write_anew(const fs::path& generation, const fs::path& target) {
  const auto begin = std::chrono::steady_clock::now();
  CopySummary summary;
  summary.bytes_before = size_of(generation);
  const Result<fs::path> building = prepare_building(target);
  if (!building) return building.error();
  const fs::path merged = *building / "merged";
  if (const Status done = merge_segments({generation.string()}, merged.string()); !done)
    return done.error();
  // Of the generation, if a run has died over it.
  if (const Status done = drop_term_lists(merged); !done) return done.error();
  if (const Status done = publish_generation(target, merged); !done) return done.error();
  const Result<Snapshot> written = Snapshot::open(target.string());
  if (!written) return written.error();
  summary.documents = written->count_documents();
  summary.bytes_after = size_of(written->generation());
  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return summary;
}

Result<CopySummary> compact(const std::string& directory) {
  if (const Result<Snapshot> readable = Snapshot::open(directory); !readable)
    return unless_it_is_being_made(directory, readable.error());
  const Result<Writing> writing = Writing::begin(directory);
  if (!writing) return writing.error();
  const Result<fs::path> current = existing_generation(directory);
  if (!current) return current.error();
  return write_anew(*current, directory);
}

// What a backup that died has left does not count.
Status check_empty(const fs::path& target) {
  std::error_code failed;
  if (!fs::exists(target, failed)) return Done{};
  fs::directory_iterator entry(target, failed);
  if (failed)
    return Error{ErrorCode::invalid_argument,
                 "cannot back up to " + target.string() + ": " + failed.message(),
                 "name a folder that does not exist yet"};
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    if (name != kLockFile && name != kBuildingFolder)
      return Error{ErrorCode::invalid_argument,
                   "cannot back up to " + target.string() + ": it is not empty, it holds " + name,
                   "name a folder that does not exist yet"};
  }
  return Done{};
}

Status check_apart(const std::string& directory, const std::string& target) {
  const std::string index = absolute_path(directory);
  const std::string copy = absolute_path(target);
  if (!lies_below(copy, index) && !lies_below(index, copy)) return Done{};
  return Error{ErrorCode::invalid_argument,
               "cannot back up " + directory + " to " + target + ": one lies in the other",
               "name a folder elsewhere, best on another disk"};
}

Result<CopySummary> back_up(const std::string& directory, const std::string& target) {
  if (const Status apart = check_apart(directory, target); !apart) return apart.error();
  if (const Status empty = check_empty(target); !empty) return empty.error();
  const Result<HeldIndex> held = hold_index(directory);
  if (!held) return held.error();
  std::error_code failed;
  const bool made = !fs::exists(target, failed);
  Result<CopySummary> copied = [&]() -> Result<CopySummary> {
    const Result<Writing> writing = Writing::begin(target);
    if (!writing) return writing.error();
    return write_anew(held->index.generation(), target);
  }();
  // An unfinished backup must not be taken for one.
  if (!copied && made && copied.error().code != ErrorCode::locked) fs::remove_all(target, failed);
  return copied;
}

}  // namespace

Result<CopySummary> compact_index(const std::string& directory) {
  return without_exceptions([&] { return compact(directory); });
}

Result<CopySummary> back_up_index(const std::string& directory, const std::string& target) {
  return without_exceptions([&] { return back_up(directory, target); });
}

}  // namespace palpate
