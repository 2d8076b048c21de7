#include "program/stats.h"

#include <iomanip>
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

}  // namespace palpate
