// An index of a test's own lines, and what questions mean on it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexed_folder.h"
#include "ranking/understand.h"

namespace palpate {

class UnderstoodIndex : public testing::Test {
 protected:
  // One document a text, with ids d0, d1 …
  void index_texts(const std::vector<std::string>& texts, const std::string& vocabulary = {}) {
    std::string lines;
    for (std::size_t i = 0; i < texts.size(); ++i)
      lines += R"({"_id":"d)" + std::to_string(i) + R"(","text":")" + texts[i] +
               R"(","metadata":{"language":"en"}})" + "\n";
    index_lines(lines, vocabulary);
  }
  // `vocabulary` is a clinic's list.
  void index_lines(const std::string& lines, const std::string& vocabulary = {}) {
    folder_.write("lines.jsonl", lines);
    folder_.index();
    if (!vocabulary.empty()) {
      IndexOptions options;
      options.directory = folder_.directory();
      options.vocabulary_file = lists_.write("clinic.txt", vocabulary).string();
      const Result<IndexSummary> summary = index_articles(options, {});
      ASSERT_TRUE(summary) << summary.error().message;
    }
    index_.emplace(folder_.snapshot());
  }

  Understood understood(const std::string& question, bool exact = false) {
    return understand(*index_, analyser_, {}, question, {.exact = exact});
  }
  // "sciatca > sciatica"
  std::vector<std::string> corrections(const std::string& question, bool exact = false) {
    std::vector<std::string> lines;
    for (const Correction& one : understood(question, exact).corrections)
      lines.push_back(one.typed + " > " + one.read_as);
    return lines;
  }
  // Every concept as it was typed or read.
  std::vector<std::string> concepts(const std::string& question, bool exact = false) {
    std::vector<std::string> texts;
    for (const Concept& asked : understood(question, exact).concepts)
      texts.push_back(asked.alternatives.front().text);
    return texts;
  }
  // What else stands for a concept of the question; nothing when it has no such concept.
  std::vector<std::string> others(const std::string& question, const std::string& asked) {
    std::vector<std::string> texts;
    for (const Concept& one : understood(question).concepts) {
      if (one.alternatives.front().text != asked) continue;
      for (std::size_t i = 1; i < one.alternatives.size(); ++i)
        texts.push_back(one.alternatives[i].text);
    }
    return texts;
  }
  // Ids, best first.
  std::vector<std::string> ranked(const std::string& question) {
    Searcher searcher = folder_.searcher();
    const auto found = searcher.rank(question, 100, RunUnit::document);
    EXPECT_TRUE(found);
    std::vector<std::string> ids;
    if (found)
      for (const RankedId& one : *found) ids.push_back(one.id);
    return ids;
  }

  IndexedFolder folder_;
  TemporaryFolder lists_;
  std::optional<Snapshot> index_;
  QuestionAnalyser analyser_ = std::move(*QuestionAnalyser::create({"en"}));
};

}  // namespace palpate
