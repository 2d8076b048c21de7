// The folder of an index: complete databases, one of which is current.
//
//   palpate.db/CURRENT             names the current generation
//   palpate.db/generation-000007/  a complete Xapian database
//   palpate.db/generation-000006/  the one before it, kept for readers that still have it open
//   palpate.db/building/           what a run is writing, or taking away; whoever gets the lock
//                                  next removes it
//   palpate.db/lock                held while writing; says who
//
// A generation becomes current by an atomic rename of CURRENT, after everything in it is synced to
// disk. Whatever dies before that leaves the old one current. docs/upkeep.md argues the order.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "palpate/error.h"
#include "store/writer_lock.h"

namespace palpate {

// The current generation's database directory; nothing when there is no index yet. An Error when
// the folder holds something else, or a CURRENT that this version does not understand.
Result<std::optional<std::filesystem::path>> current_generation(const std::filesystem::path& index);

// The same; ErrorCode::not_found when there is no index yet.
Result<std::filesystem::path> existing_generation(const std::filesystem::path& index);

// Bytes of a generation's files on disk.
std::uint64_t size_of(const std::filesystem::path& generation);

// For the holder of the lock only:

// An empty folder for segments, what a run before left there removed.
Result<std::filesystem::path> prepare_building(const std::filesystem::path& index);
// Syncs the database at `built` (inside the building folder) to disk, makes it the current
// generation, and removes the building folder and all generations but the one before.
Status publish_generation(const std::filesystem::path& index, const std::filesystem::path& built);
// Removes the building folder, if there is one.
void discard_building(const std::filesystem::path& index);
// Takes away the term lists that a run needed to remove documents, if it died before it did.
Status drop_term_lists(const std::filesystem::path& generation);
bool has_term_lists(const std::filesystem::path& generation);
// Removes what runs that died or failed have left: the building folder, generations that were never
// named, those older than the one before the current, files half written.
void remove_leftovers(const std::filesystem::path& index);
// What it would remove, by names below the index's folder.
std::vector<std::string> leftovers_in(const std::filesystem::path& index);
// A copy of the current generation inside the building folder, to change without disturbing its
// readers.
Result<std::filesystem::path> copy_current(const std::filesystem::path& index);

}  // namespace palpate
