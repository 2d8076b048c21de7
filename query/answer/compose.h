// A ranked passage as a Hit: its text with what matched marked, and the sentence that answers best.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "palpate/answer.h"
#include "ranking/concept.h"
#include "store/record.h"

namespace palpate {

// What to mark, taken from a question's concepts once for all its hits.
struct MarkedWords {
  struct Word {
    std::string term;   // of the question: the word itself, or what it is another word for
    std::string form;   // folded, not stemmed
    double weight = 0;  // in choosing the best sentence: its concept's emphasis times its rarity
    Via via = Via::word;
    // Stems that must stand in the same sentence: of "brain attack", which was not typed, "attack"
    // alone says nothing of a stroke.
    std::vector<std::string> beside = {};
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  std::unordered_map<std::string, Word, Hash, std::equal_to<>> stems;
  std::vector<Alternative> phrases;
};

ArticleInfo article_info(const DocumentRecord& document);

// Everything but rank, score and why.
Hit compose_hit(const PassageRecord& passage, const DocumentRecord& document,
                const MarkedWords& words, QuestionAnalyser& question_analyser,
                Analyser& passage_analyser);

}  // namespace palpate
