#include "answer/describe_index.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "answer/compose.h"
#include "store/fields.h"
#include "store/generation.h"
#include "store/keys.h"
#include "store/record.h"
#include "store/vocabulary_lookup.h"

namespace palpate {

Result<FullText> full_text(const Snapshot& index, const std::string& directory,
                           const std::string& id, const Deadline& deadline) {
  std::string known = index.stored_id(id);
  std::optional<DocumentRecord> document = index.document(known);
  if (const std::size_t hash = id.rfind('#'); !document && hash != std::string::npos) {
    known = index.stored_id(id.substr(0, hash));
    document = index.document(known);
  }
  if (!document)
    return Error{ErrorCode::not_found, "there is no document \"" + id + "\" in " + directory,
                 "an answer with --json shows the ids of documents"};
  FullText full{article_info(*document), {}, {}, {}};
  for (const Xapian::docid number : index.passages_of(known)) {
    deadline.keep();
    const PassageRecord passage = index.passage(number);
    full.passages.push_back(passage.range);
    full.outline.push_back(
        {passage.heading_path, passage.context, passage.range.begin + passage.body_begin});
    full.text += passage.text;
  }
  return full;
}

namespace {

constexpr std::size_t kMostSources = 100;
constexpr std::size_t kMostNamed = 3;

// Finds the ids that were there before in another index.
class IdsSeen {
 public:
  // In order of the ids of one index.
  void see(std::string_view id, IndexDescription& description) {
    const std::size_t hash = std::hash<std::string_view>()(id);
    if (!std::ranges::binary_search(before_, hash)) {
      of_this_.push_back(hash);
    } else if (twice_.insert(hash).second) {
      ++description.held_twice;
      if (description.held_twice_ids.size() < kMostNamed)
        description.held_twice_ids.emplace_back(id);
    }
  }
  void next_index() {
    before_.insert(before_.end(), of_this_.begin(), of_this_.end());
    of_this_.clear();
    std::ranges::sort(before_);
  }

 private:
  // Hashes: there may be millions.
  std::vector<std::size_t> before_, of_this_;
  std::unordered_set<std::size_t> twice_;
};

// Counts what is told of documents; their texts are not read. Passages by who publishes them.
void count_documents(const Snapshot& index, const Deadline& deadline, IdsSeen* seen,
                     IndexDescription& description, std::map<std::string, std::size_t>& sources) {
  for (const auto& [key, bytes] : index.metadata(kDocumentKeys)) {
    deadline.keep();
    ++description.documents;
    const std::optional<DocumentRecord> document = index.unpacked_document(bytes);
    if (!document) continue;
    if (seen != nullptr) seen->see(document->id, description);
    if (!document->source.empty()) sources[document->source] += document->passages;
  }
}

void describe_documents(const Snapshot& index, const Deadline& deadline,
                        IndexDescription& description) {
  std::map<std::string, std::size_t> sources;
  IdsSeen seen;
  for (const Snapshot& part : index.parts()) {
    count_documents(part, deadline, &seen, description, sources);
    seen.next_index();
  }
  if (index.parts().empty()) count_documents(index, deadline, nullptr, description, sources);
  description.sources.assign(sources.begin(), sources.end());
  std::ranges::stable_sort(description.sources, std::ranges::greater(),
                           [](const auto& one) { return one.second; });
  if (description.sources.size() > kMostSources) description.sources.resize(kMostSources);
}

}  // namespace

IndexDescription describe_index(const Snapshot& index, const std::string& directory,
                                const Deadline& deadline) {
  IndexDescription description;
  description.directory = directory;
  description.generation = index.generation().filename().string();
  for (std::size_t i = 1; i < index.parts().size(); ++i)
    description.generation += " " + index.parts()[i].generation().filename().string();
  description.made = index.settings().written;
  describe_documents(index, deadline, description);
  description.passages = index.database().get_doccount();
  for (const auto& [path, record] : index.metadata(kFileKeys)) {
    deadline.keep();
    const std::optional<FileRecord> file = decode_file(record);
    if (file && !file->problems.empty()) ++description.failed_files;
  }
  if (index.parts().empty()) description.bytes = size_of(index.generation());
  for (const Snapshot& part : index.parts()) description.bytes += size_of(part.generation());
  deadline.keep();
  description.languages = index.languages();
  description.settings = listed(index.settings());
  const VocabularyLookup vocabulary(index);
  for (const VocabularyRecord& list : vocabulary.lists())
    description.vocabularies.push_back({std::string(name_of(list.source)), list.file, list.groups});
  for (const FieldDefinition& field : kFields)
    description.fields.push_back(
        {std::string(field.name), std::string(field.prefix), std::string(field.description)});
  return description;
}

}  // namespace palpate
