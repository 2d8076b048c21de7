#include <nlohmann/json.hpp>

#include "palpate/json.h"

namespace palpate {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchemaVersion = 1;

Json vocabularies_of(const IndexSummary& summary) {
  Json lists = Json::array();
  for (const VocabularySummary& list : summary.vocabularies)
    lists.push_back({{"file", list.file},
                     {"groups", list.groups},
                     {"bad_lines", list.bad_lines},
                     {"changed", list.changed}});
  return lists;
}

}  // namespace

std::string render_json(const IndexDescription& description) {
  Json object{{"version", kSchemaVersion},
              {"index", description.directory},
              {"generation", description.generation},
              {"written", description.made},
              {"documents", description.documents},
              {"passages", description.passages},
              {"failed_files", description.failed_files},
              {"bytes", description.bytes}};
  if (description.held_twice != 0) {
    object["held_twice"] = description.held_twice;
    object["held_twice_ids"] = description.held_twice_ids;
  }
  object["languages"] = Json::object();
  for (const auto& [language, passages] : description.languages)
    object["languages"][language] = passages;
  object["sources"] = Json::array();
  for (const auto& [source, passages] : description.sources)
    object["sources"].push_back({{"name", source}, {"passages", passages}});
  object["vocabularies"] = Json::array();
  for (const IndexDescription::Vocabulary& list : description.vocabularies)
    object["vocabularies"].push_back(
        {{"source", list.source}, {"groups", list.groups}, {"file", list.file}});
  object["settings"] = Json::object();
  for (const auto& [name, value] : description.settings) object["settings"][name] = value;
  object["fields"] = Json::array();
  for (const IndexDescription::Field& field : description.fields)
    object["fields"].push_back(
        {{"name", field.name}, {"prefix", field.prefix}, {"holds", field.description}});
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string render_json(const IndexSummary& summary) {
  Json object{{"version", kSchemaVersion},
              {"documents", summary.documents},
              {"passages", summary.passages},
              {"files_new", summary.files_new},
              {"files_changed", summary.files_changed},
              {"files_removed", summary.files_removed},
              {"files_unchanged", summary.files_unchanged},
              {"documents_read", summary.documents_read},
              {"failed", summary.failed}};
  object["not_read"] = Json::object();
  for (const auto& [ending, files] : summary.not_read) object["not_read"][ending] = files;
  object["vocabularies"] = vocabularies_of(summary);
  object["bytes_read"] = summary.bytes_read;
  object["bytes_on_disk"] = summary.bytes_on_disk;
  object["seconds"] = summary.seconds;
  object["wrote"] = summary.wrote;
  object["cancelled"] = summary.cancelled;
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace palpate
