// An index of the fixture articles, in a folder of its own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "program.h"

namespace palpate {

class FixtureIndex {
 public:
  // Copies the fixtures to `articles()` and indexes them to `db()`. Throws when that fails.
  FixtureIndex();

  std::filesystem::path articles() const { return folder_ / "articles"; }
  std::filesystem::path db() const { return folder_ / "index.db"; }
  const TestFolder& folder() const { return folder_; }

  // palpate-index --db INDEX `arguments`...
  Outcome index(const std::vector<std::string>& arguments) const;
  // palpate-query --db INDEX `arguments`...
  Outcome query(const std::vector<std::string>& arguments) const;

 private:
  TestFolder folder_;
};

// The documents of the answer to `arguments` (--json is added), best first, each once.
std::vector<std::string> documents_of(const FixtureIndex& index,
                                      std::vector<std::string> arguments);

}  // namespace palpate
