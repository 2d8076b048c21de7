#include "store/recorded_roots.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>

#include "store/index_folder.h"
#include "store/keys.h"
#include "store/xapian_error.h"

namespace palpate {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> values_of(const Xapian::Database& database, std::string_view prefix) {
  std::vector<std::string> values;
  const std::string start(prefix);
  const Xapian::TermIterator end = database.metadata_keys_end(start);
  for (Xapian::TermIterator key = database.metadata_keys_begin(start); key != end; ++key)
    values.push_back(database.get_metadata(*key));
  return values;
}

Result<RecordedRoots> roots_of(const fs::path& generation) {
  return guarded("read " + generation.string(), [&]() -> Result<RecordedRoots> {
    const Xapian::Database database(generation.string());
    RecordedRoots recorded;
    recorded.roots = values_of(database, kRootKeys);
    for (const std::string& value : values_of(database, kUrlPrefixKeys))
      recorded.url_prefixes.push_back(url_prefix_from(value));
    return recorded;
  });
}

}  // namespace

std::pair<std::string, std::string> url_prefix_from(const std::string& value) {
  const std::size_t end = std::min(value.find('\0'), value.size());
  return {value.substr(0, end), value.substr(std::min(end + 1, value.size()))};
}

Result<RecordedRoots> recorded_roots(const std::string& directory) {
  const std::string line = first_line(fs::path(directory) / kPointerFile);
  const std::string named = line.substr(line.rfind(' ') + 1);
  std::vector<fs::path> candidates = generations_in(directory);
  std::reverse(candidates.begin(), candidates.end());
  std::stable_partition(candidates.begin(), candidates.end(),
                        [&](const fs::path& one) { return one.filename() == named; });
  for (const fs::path& generation : candidates)
    if (Result<RecordedRoots> recorded = roots_of(generation); recorded && !recorded->roots.empty())
      return recorded;
  return Error{ErrorCode::malformed,
               "what the index " + directory + " was made from can no longer be read in it",
               "name the paths: palpate-index --rebuild --db " + directory + " PATH..."};
}

}  // namespace palpate
