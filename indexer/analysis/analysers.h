// An analyser for each language that is met, made when it first is.
//
//   Analysers analysers;
//   const Result<Analyser*> german = analysers.of("de");
//
// One thread at a time, as with an Analyser.
#pragma once

#include <map>
#include <string>

#include "analysis/analyser.h"
#include "palpate/error.h"

namespace palpate {

class Analysers {
 public:
  // "" is the usual language. It stays this object's, and is valid as long as this is. Fails as
  // Analyser::create does.
  Result<Analyser*> of(const std::string& language);

 private:
  std::map<std::string, Analyser> by_language_;
};

}  // namespace palpate
