// What an index says of itself: who may read it, and how its texts were analysed.
//
// Written with every commit, read on every opening. An index that this version would read wrongly
// is refused by name.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "palpate/error.h"

namespace palpate {

struct IndexSettings {
  std::string format;    // kFormatVersion
  std::string analysis;  // kAnalysisVersion
  std::string unicode;   // of ICU, whose rules broke the words
  std::string stemmer;   // Xapian's version, whose Snowball stemmed them
  std::string program;   // the version of palpate that wrote last
  std::string written;   // ISO 8601 in UTC
  friend bool operator==(const IndexSettings&, const IndexSettings&) = default;
};

// Those that this program writes, `written` being now.
IndexSettings current_settings();

// As name and value, in a fixed order, for metadata and --stats.
std::vector<std::pair<std::string, std::string>> listed(const IndexSettings& settings);
// The value that `listed` gave a name; unknown names are ignored.
void set(IndexSettings& settings, std::string_view name, std::string value);

// Refuses an index whose format or analysis is not ours. `directory` is for the message.
Status check_readable(const IndexSettings& settings, std::string_view directory);

}  // namespace palpate
