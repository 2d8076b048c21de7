#include "store/generation.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "store/durability.h"
#include "store/file_copy.h"
#include "store/glass/term_lists.h"
#include "store/index_folder.h"
#include "store/record.h"
#include "store/xapian_error.h"

namespace palpate {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kPointerStart = "palpate ";
// What Xapian leaves in a database's folder when it dies in the midst of a commit.
constexpr const char* kUnfinishedCommit = "v.tmp";

std::string way_to_rebuild(const fs::path& index) {
  return "rebuild it with: palpate-index --rebuild --db " + index.string();
}

Status write_pointer(const fs::path& index, const std::string& generation) {
  const fs::path fresh = index / kFreshPointerFile;
  {
    errno = 0;
    std::ofstream out(fresh, std::ios::trunc);
    out << kPointerStart << kFormatVersion << ' ' << generation << '\n';
    if (!out.flush()) return storage_error("write", fresh, errno);
  }
  if (Status done = sync_file(fresh); !done) return done;
  std::error_code failed;
  fs::rename(fresh, index / kPointerFile, failed);
  if (failed) return storage_error("rename", fresh, failed.value());
  return sync_folder(index);
}

// Of an index that is new. The folder above may be one that we must not open: then its owner's next
// sync does it.
void sync_name_of(const fs::path& index) {
  std::error_code failed;
  const fs::path absolute = fs::absolute(index, failed).lexically_normal();
  const Status ignored = sync_folder(absolute.parent_path());
  static_cast<void>(ignored);
}

// Out of its place at once, then gone: a reader that finds a generation in its place after opening
// it knows that it missed nothing of it.
void take_away(const fs::path& index, const fs::path& generation) {
  std::error_code failed;
  fs::create_directory(index / kBuildingFolder, failed);
  fs::rename(generation, index / kBuildingFolder / generation.filename(), failed);
  if (failed) fs::remove_all(generation, failed);
}

// A generation that no pointer came to name. One that is named after all stays: only the sync of
// the pointer's folder failed. Where that cannot be told the next run sees to it.
void withdraw(const fs::path& index, const std::string& generation) {
  const Result<std::optional<fs::path>> current = current_generation(index);
  if (!current) return;
  if (current->value_or(fs::path()).filename() != generation) take_away(index, index / generation);
}

// "" when there is none, or nobody can tell.
fs::path current_if_any(const fs::path& index) {
  const Result<std::optional<fs::path>> current = current_generation(index);
  return current ? current->value_or(fs::path()) : fs::path();
}

// All but the current one and the one before it. Without a current one nobody can tell what is left
// over: the next that is published can.
std::vector<fs::path> generations_left_over(const fs::path& index, const fs::path& current) {
  std::vector<fs::path> left;
  if (current.empty()) return left;
  const std::vector<fs::path> there = generations_in(index);
  const auto at = std::find(there.begin(), there.end(), current);
  for (auto generation = there.begin(); generation != there.end(); ++generation)
    if (generation != at && generation + 1 != at) left.push_back(*generation);
  return left;
}

// A pointer that is gone meanwhile is no refusal.
Status may_read(const fs::path& pointer) {
  if (::access(pointer.c_str(), R_OK) == 0 || errno == ENOENT) return Done{};
  return storage_error("read", pointer, errno);
}

// A CURRENT that is there, taken apart.
Result<fs::path> named_generation(const fs::path& index, const std::string& line) {
  const std::size_t last_blank = line.rfind(' ');
  if (!line.starts_with(kPointerStart) || last_blank < kPointerStart.size())
    return Error{ErrorCode::malformed,
                 (index / kPointerFile).string() + " does not name a generation of an index",
                 way_to_rebuild(index)};
  const std::string format = line.substr(kPointerStart.size(), last_blank - kPointerStart.size());
  if (format != kFormatVersion)
    return Error{ErrorCode::incompatible,
                 "the index " + index.string() + " has format " + format + ", this program reads " +
                     std::string(kFormatVersion),
                 way_to_rebuild(index)};
  const std::string name = line.substr(last_blank + 1);
  std::error_code failed;
  if (generation_number(name) == 0 || !fs::is_directory(index / name, failed))
    return Error{ErrorCode::malformed,
                 "the index " + index.string() + " names " + name + ", which is not there",
                 way_to_rebuild(index)};
  return index / name;
}

}  // namespace

Status drop_term_lists(const fs::path& generation) {
  return guarded("tidy up " + generation.string(), [&]() -> Status {
    glass::drop_term_lists(generation.string());
    return Done{};
  });
}

bool has_term_lists(const fs::path& generation) {
  const Result<bool> has = guarded("look at " + generation.string(), [&]() -> Result<bool> {
    return glass::has_term_lists(generation.string());
  });
  return has && *has;
}

Result<std::optional<fs::path>> current_generation(const fs::path& index) {
  if (const Status ours = check_ours(index); !ours) return ours.error();
  std::error_code failed;
  for (std::string line;;) {
    const bool there = fs::exists(index / kPointerFile, failed);
    if (failed) return storage_error("look for", index / kPointerFile, failed.value());
    if (!there) return std::optional<fs::path>();
    if (const Status readable = may_read(index / kPointerFile); !readable) return readable.error();
    const std::string before = std::exchange(line, first_line(index / kPointerFile));
    const Result<fs::path> named = named_generation(index, line);
    if (named) return std::optional(*named);
    // It may have been replaced, and its generation taken away, since it was read.
    if (named.error().code != ErrorCode::malformed || line == before) return named.error();
  }
}

Result<fs::path> existing_generation(const fs::path& index) {
  const Result<std::optional<fs::path>> current = current_generation(index);
  if (!current) return current.error();
  const std::optional<fs::path>& named = *current;
  if (named) return *named;
  return Error{ErrorCode::not_found, "there is no index at " + index.string(),
               "make one with: palpate-index --db " + index.string() + " PATH..."};
}

std::uint64_t size_of(const fs::path& generation) {
  std::uint64_t size = 0;
  std::error_code failed;  // a size that cannot be told counts nothing
  fs::directory_iterator entry(generation, failed);
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    std::error_code gone;
    const std::uintmax_t bytes = entry->file_size(gone);
    if (!gone) size += bytes;
  }
  return size;
}

Result<fs::path> prepare_building(const fs::path& index) {
  discard_building(index);
  std::error_code failed;
  fs::create_directory(index / kBuildingFolder, failed);
  if (failed) return storage_error("make the folder", index / kBuildingFolder, failed.value());
  return index / kBuildingFolder;
}

Result<fs::path> copy_current(const fs::path& index) {
  Result<std::optional<fs::path>> current = current_generation(index);
  if (!current) return current.error();
  const fs::path generation = current->value_or(fs::path());
  if (generation.empty())
    return Error{ErrorCode::internal, "there is no current generation to copy", ""};
  const fs::path copy = index / kBuildingFolder / "copy";
  if (const Status done = copy_folder(generation, copy); !done) return done.error();
  return copy;
}

Status publish_generation(const fs::path& index, const fs::path& built) {
  if (Status done = sync_database(built); !done) return done;
  const Result<std::optional<fs::path>> before = current_generation(index);
  const std::vector<fs::path> there = generations_in(index);
  const unsigned long newest =
      there.empty() ? 0 : generation_number(there.back().filename().string());
  // Of an index that cannot be read the newest: someone may be reading it with another program.
  const fs::path kept_too = before          ? before->value_or(fs::path())
                            : there.empty() ? fs::path()
                                            : there.back();
  const std::string name = generation_name(newest + 1);
  std::error_code failed;
  fs::rename(built, index / name, failed);
  if (failed) return storage_error("rename", built, failed.value());
  // The name of the generation must be on disk before the pointer to it can be.
  Status done = sync_folder(index);
  if (done) done = write_pointer(index, name);
  if (!done) {
    withdraw(index, name);
    return done;
  }
  if (there.empty()) sync_name_of(index);
  for (const fs::path& generation : there)
    if (generation != kept_too) take_away(index, generation);
  discard_building(index);
  return Done{};
}

void discard_building(const fs::path& index) {
  std::error_code ignored;  // what cannot be removed now is removed by a later run
  fs::remove_all(index / kBuildingFolder, ignored);
}

void remove_leftovers(const fs::path& index) {
  std::error_code ignored;  // likewise
  fs::remove(index / kFreshPointerFile, ignored);
  const fs::path current = current_if_any(index);
  for (const fs::path& generation : generations_left_over(index, current))
    take_away(index, generation);
  discard_building(index);
  if (current.empty()) return;
  // Last, when there is the room that it may need.
  fs::remove(current / kUnfinishedCommit, ignored);
  const Status dropped = drop_term_lists(current);  // likewise: whoever writes it tries again
  if (!dropped) fs::remove(current / kUnfinishedCommit, ignored);
}

std::vector<std::string> leftovers_in(const fs::path& index) {
  std::error_code failed;
  std::vector<fs::path> left;
  const auto add_if_there = [&](const fs::path& path) {
    if (fs::exists(path, failed)) left.push_back(path);
  };
  add_if_there(index / kFreshPointerFile);
  add_if_there(index / kBuildingFolder);
  const fs::path current = current_if_any(index);
  for (const fs::path& generation : generations_left_over(index, current))
    left.push_back(generation);
  if (!current.empty()) {
    add_if_there(current / kUnfinishedCommit);
    if (has_term_lists(current)) left.push_back(current / "termlist.glass");
  }
  std::vector<std::string> names;
  names.reserve(left.size());
  for (const fs::path& path : left) names.push_back(path.lexically_relative(index).string());
  return names;
}

}  // namespace palpate
