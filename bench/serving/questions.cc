#include "questions.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace palpate::bench {

std::vector<std::string> read_questions(const std::string& file) {
  std::ifstream in(file);
  std::vector<std::string> questions;
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) questions.push_back(nlohmann::json::parse(line).at("text"));
  if (questions.empty()) throw std::runtime_error("no questions in " + file);
  return questions;
}

}  // namespace palpate::bench
