#include "analysis/analysers.h"

#include <utility>

namespace palpate {

Result<Analyser*> Analysers::of(const std::string& language) {
  const auto found = by_language_.find(language);
  if (found != by_language_.end()) return &found->second;
  Result<Analyser> made =
      Analyser::create({language.empty() ? AnalyserSettings{}.language : language});
  if (!made) return made.error();
  return &by_language_.emplace(language, std::move(*made)).first->second;
}

}  // namespace palpate
