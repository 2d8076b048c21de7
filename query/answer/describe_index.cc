#include "answer/describe_index.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

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

// Counts what is told of documents; their texts are not read. Passages by who publishes them.
void count_documents(const Snapshot& index, const Deadline& deadline, std::size_t& documents,
                     std::map<std::string, std::size_t>& sources) {
  for (const Snapshot& part : index.parts()) count_documents(part, deadline, documents, sources);
  if (!index.parts().empty()) return;
  for (const auto& [id, bytes] : index.metadata(kDocumentKeys)) {
    deadline.keep();
    ++documents;
    const std::optional<DocumentRecord> document = index.unpacked_document(bytes);
    if (document && !document->source.empty()) sources[document->source] += document->passages;
  }
}

void describe_documents(const Snapshot& index, const Deadline& deadline,
                        IndexDescription& description) {
  std::map<std::string, std::size_t> sources;
  count_documents(index, deadline, description.documents, sources);
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
