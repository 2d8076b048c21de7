#include "program/stats.h"

#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

#include "program/printable.h"

namespace palpate {

std::string render_stats(const IndexDescription& description) {
  constexpr double kMegabyte = 1e6;
  constexpr int kName = 14;
  std::ostringstream out;
  const auto line = [&](const std::string& name) -> std::ostream& {
    return out << std::left << std::setw(kName) << name << std::right;
  };
  line("index") << printable(description.directory) << '\n';
  line("generation") << description.generation << '\n';
  line("written") << description.made << '\n';
  line("documents") << description.documents << '\n';
  line("passages") << description.passages << '\n';
  line("failed files") << description.failed_files << '\n';
  line("size") << std::fixed << std::setprecision(1)
               << static_cast<double>(description.bytes) / kMegabyte << " MB\n";
  for (const auto& [language, passages] : description.languages)
    line("language " + language) << passages << (passages == 1 ? " passage\n" : " passages\n");
  for (const IndexDescription::Vocabulary& list : description.vocabularies)
    line("vocabulary") << list.source << ", " << list.groups
                       << (list.groups == 1 ? " group" : " groups")
                       << (list.file.empty() ? "" : " from " + printable(list.file)) << '\n';
  for (const auto& [name, value] : description.settings)
    if (name != "written") line(name) << value << '\n';
  out << "\nprefix  field    holds\n";
  for (const IndexDescription::Field& field : description.fields)
    out << std::left << std::setw(8) << field.prefix << std::setw(9) << field.name
        << field.description << '\n';
  return out.str();
}

std::string render_stats_json(const IndexDescription& description) {
  using Json = nlohmann::ordered_json;
  Json object{{"version", 1},
              {"index", description.directory},
              {"generation", description.generation},
              {"written", description.made},
              {"documents", description.documents},
              {"passages", description.passages},
              {"failed_files", description.failed_files},
              {"bytes", description.bytes}};
  object["languages"] = Json::object();
  for (const auto& [language, passages] : description.languages)
    object["languages"][language] = passages;
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

}  // namespace palpate
