#include "store/settings.h"

#include <xapian/version.h>

#include <algorithm>
#include <array>
#include <ctime>

#include "analysis/analyser.h"
#include "store/record.h"

namespace palpate {
namespace {

struct NamedSetting {
  std::string_view name;
  std::string IndexSettings::*member;
};

constexpr std::array kSettings = {
    NamedSetting{"format", &IndexSettings::format},
    NamedSetting{"analysis", &IndexSettings::analysis},
    NamedSetting{"unicode", &IndexSettings::unicode},
    NamedSetting{"stemmer", &IndexSettings::stemmer},
    NamedSetting{"program", &IndexSettings::program},
    NamedSetting{"written", &IndexSettings::written},
};

std::string now_in_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

Error incompatible(std::string_view directory, std::string_view what, const std::string& theirs,
                   std::string_view ours) {
  return {ErrorCode::incompatible,
          "the index " + std::string(directory) + " was written with " + std::string(what) + " " +
              (theirs.empty() ? "unknown" : theirs) + ", this program reads " + std::string(ours),
          "rebuild it with: palpate-index --rebuild --db " + std::string(directory)};
}

}  // namespace

IndexSettings current_settings() {
  return {std::string(kFormatVersion),
          std::string(kAnalysisVersion),
          Analyser::unicode_version(),
          XAPIAN_VERSION,
          PALPATE_VERSION,
          now_in_utc()};
}

std::vector<std::pair<std::string, std::string>> listed(const IndexSettings& settings) {
  std::vector<std::pair<std::string, std::string>> list;
  list.reserve(kSettings.size());
  for (const NamedSetting& setting : kSettings)
    list.emplace_back(setting.name, settings.*setting.member);
  return list;
}

void set(IndexSettings& settings, std::string_view name, std::string value) {
  const auto* const known =
      std::find_if(kSettings.begin(), kSettings.end(),
                   [&](const NamedSetting& setting) { return setting.name == name; });
  if (known != kSettings.end()) settings.*known->member = std::move(value);
}

Status check_readable(const IndexSettings& settings, std::string_view directory) {
  if (settings.format != kFormatVersion)
    return incompatible(directory, "format", settings.format, kFormatVersion);
  if (settings.analysis != kAnalysisVersion)
    return incompatible(directory, "analyser", settings.analysis, kAnalysisVersion);
  return Done{};
}

}  // namespace palpate
