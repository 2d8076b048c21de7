#include "indexing/plan_writing.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "store/keys.h"
#include "store/settings.h"

namespace palpate {
namespace {

// A transaction takes three times as long for a megabyte as new segments do, and holds all of it in
// memory, many times over. A new generation copies and merges the whole index, at fifteen to twenty
// times the speed of reading (bench/README.md). So up to this share of what is indexed a change is
// cheaper in place; up to so many bytes also, since a generation has costs of its own; and never
// beyond this part of the memory.
constexpr double kSmallChangeShare = 0.05;
constexpr std::uint64_t kSmallChangeBytes = 512 << 10;
constexpr std::uint64_t kMemoryPerChange = 64;

// A run that was stopped early may have given an id to a new file before it came to the one that
// had it: that one's old state goes too, and the next run reads it as new.
bool lost_an_id(const FileRecord& unread, const std::unordered_set<std::string>& taken) {
  return std::any_of(unread.documents.begin(), unread.documents.end(),
                     [&](const std::string& id) { return taken.contains(id); });
}

}  // namespace

DocumentOwners owners_after(const Catalogue& catalogue, const Plan& plan) {
  std::unordered_set<std::string_view> released;
  for (const FileRecord& file : plan.remove) released.insert(file.path);
  for (const PlannedFile& file : plan.read)
    if (file.known != nullptr) released.insert(file.known->path);
  DocumentOwners owners;
  owners.reserve(catalogue.documents());
  for (const FileRecord& file : catalogue.files) {
    if (released.contains(file.path)) continue;
    for (const std::string& id : file.documents) owners.emplace(id, file.path);
  }
  return owners;
}

bool is_small(const Catalogue& catalogue, const Plan& plan, std::size_t memory) {
  std::uint64_t indexed = 0;
  for (const FileRecord& file : catalogue.files) indexed += file.size;
  std::uint64_t changed = plan.bytes;
  for (const FileRecord& file : plan.remove) changed += file.size;
  const auto share = static_cast<std::uint64_t>(static_cast<double>(indexed) * kSmallChangeShare);
  return changed <=
         std::min<std::uint64_t>(std::max(kSmallChangeBytes, share), memory / kMemoryPerChange);
}

Status remove_old(Segment& from, const Plan& plan, const PipelineOutcome& outcome) {
  for (const FileRecord& file : plan.remove)
    if (Status done = from.remove(file); !done) return done;
  for (std::size_t i = 0; i < outcome.files.size(); ++i)
    if (const FileRecord* known = plan.read[i].known; known != nullptr)
      if (Status done = from.remove(*known); !done) return done;
  if (outcome.files.size() == plan.read.size()) return Done{};
  std::unordered_set<std::string> taken;
  for (const FileRecord& file : outcome.files)
    taken.insert(file.documents.begin(), file.documents.end());
  for (std::size_t i = outcome.files.size(); i < plan.read.size(); ++i)
    if (const FileRecord* known = plan.read[i].known; known != nullptr && lost_an_id(*known, taken))
      if (Status done = from.remove(*known); !done) return done;
  return Done{};
}

Status put_records(Segment& to, const Plan& plan, const PipelineOutcome& outcome,
                   const std::vector<VocabularyList>& vocabulary) {
  Status done = Done{};
  const auto put = [&](auto&&... what) {
    if (done) done = to.put(what...);
  };
  for (const FileRecord& file : plan.records) put(file);
  for (const FileRecord& file : outcome.files) put(file);
  for (const std::string& root : plan.roots)
    if (done) done = to.put_setting(root_key(root), root);
  for (const std::string& root : plan.forget)
    if (done) done = to.put_setting(root_key(root), "");
  for (const auto& [folder, url] : plan.url_prefixes) {
    std::string value = folder;
    value.append(1, '\0').append(url);
    if (done) done = to.put_setting(url_prefix_key(folder), value);
  }
  for (const VocabularyList& list : vocabulary) put(list);
  put(current_settings());
  return done;
}

}  // namespace palpate
