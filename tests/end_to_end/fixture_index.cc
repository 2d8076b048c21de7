#include "fixture_index.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace palpate {
namespace fs = std::filesystem;

FixtureIndex::FixtureIndex() {
  fs::copy(fs::path(PALPATE_FIXTURES) / "articles", articles(), fs::copy_options::recursive);
  const Outcome made = index({articles()});
  if (made.exit_code != 0) throw std::runtime_error("the fixtures are not indexed: " + made.err);
}

Outcome FixtureIndex::index(const std::vector<std::string>& arguments) const {
  std::vector<std::string> all{"--db", db()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run("palpate-index", all, folder_.path());
}

Outcome FixtureIndex::query(const std::vector<std::string>& arguments) const {
  std::vector<std::string> all{"--db", db()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run("palpate-query", all, folder_.path());
}

std::vector<std::string> documents_of(const FixtureIndex& index,
                                      std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "--json");
  const Outcome outcome = index.query(arguments);
  if (outcome.exit_code > 1) throw std::runtime_error(outcome.err);
  std::vector<std::string> documents;
  const auto answer = nlohmann::json::parse(outcome.out);
  for (const auto& hit : answer.at("hits")) {
    const std::string id = hit.at("document");
    if (std::find(documents.begin(), documents.end(), id) == documents.end())
      documents.push_back(id);
  }
  return documents;
}

}  // namespace palpate
