#include "indexing/forgetting.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>

#include "indexing/paths.h"

namespace palpate {
namespace {

// As it was recorded; the path as it was typed may be that of a folder that is no longer there.
Result<std::string> recorded_root(const std::string& path, const Catalogue& catalogue) {
  for (const std::string& name : {path, absolute_path(path)})
    if (std::ranges::count(catalogue.roots, name) != 0) return name;
  std::string known;
  for (const std::string& root : catalogue.roots) known.append(known.empty() ? "" : ", ") += root;
  return Error{ErrorCode::not_found, absolute_path(path) + " was never named to this index",
               "it knows " + (known.empty() ? "no PATH" : known)};
}

void sort_by_path(std::vector<FileRecord>& files) {
  std::ranges::sort(files, {}, &FileRecord::path);
}

}  // namespace

Result<Plan> plan_to_forget(const IndexOptions& options, const Catalogue& catalogue) {
  if (!options.paths.empty() || options.rebuild)
    return Error{ErrorCode::invalid_argument, "forgetting goes with no PATH and no rebuild", {}};
  Plan plan;
  for (const std::string& path : options.forget) {
    Result<std::string> root = recorded_root(path, catalogue);
    if (!root) return root.error();
    if (std::ranges::count(plan.forget, *root) == 0) plan.forget.push_back(*std::move(root));
  }
  std::vector<std::string> staying = catalogue.roots;
  std::erase_if(staying,
                [&](const auto& root) { return std::ranges::count(plan.forget, root) != 0; });
  for (const std::string& root : plan.forget) {
    std::size_t documents = 0;
    for (const FileRecord& record : catalogue.files) {
      const std::string& path = record.path;
      const bool held =
          std::ranges::any_of(staying, [&](const auto& other) { return lies_below(path, other); });
      const bool planned = std::ranges::count(plan.remove, path, &FileRecord::path) != 0;
      if ((record.root != root && !lies_below(path, root)) || held || planned) continue;
      documents += record.documents.size();
      if (!record.gave_nothing()) ++plan.files_removed;
      plan.remove.push_back(record);
    }
    plan.notes.push_back(
        root + (options.dry_run ? " would be forgotten, and " : " is forgotten, and ") +
        std::to_string(documents) + (documents == 1 ? " document of it" : " documents of it"));
  }
  sort_by_path(plan.remove);
  return plan;
}

std::string way_to_forget(const IndexOptions& options, const std::string& root) {
  return "palpate-index --db " + options.directory + " --forget " + root;
}

void forget_moved_roots(const Catalogue& catalogue, Plan& plan) {
  if (plan.remove.empty()) return;
  std::unordered_set<std::string> removed;
  for (const FileRecord& file : plan.remove) removed.insert(file.path);
  std::unordered_map<std::string, std::size_t> gone;
  std::unordered_set<std::string> staying;
  for (const FileRecord& record : catalogue.files) {
    if (removed.contains(record.path))
      ++gone[record.root];
    else if (!record.gave_nothing())
      staying.insert(record.root);
  }
  for (const std::string& root : catalogue.roots)
    if (gone.contains(root) && !staying.contains(root) && !is_there(root))
      plan.forget.push_back(root);
  const auto forgotten = [&](const auto& root) {
    return std::ranges::count(plan.forget, root) != 0;
  };
  std::erase_if(plan.roots, forgotten);
  for (const FileRecord& record : catalogue.files)
    if (forgotten(record.root) && !removed.contains(record.path)) plan.remove.push_back(record);
  sort_by_path(plan.remove);
}

}  // namespace palpate
