#include "ranking/explain.h"

#include <array>
#include <cstdio>
#include <sstream>

#include "store/keys.h"

namespace palpate {
namespace {

std::string decimal(double value) {
  std::array<char, 32> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.3g", value);
  return {text.data(), static_cast<std::size_t>(size > 0 ? size : 0)};
}

std::string line_of(const Concept& asked) {
  std::string line = "concept:";
  for (const Alternative& alternative : asked.alternatives) {
    line += alternative.phrase ? " phrase" : " word";
    line += " “" + alternative.text + "” →";
    for (const Wording& wording : alternative.wordings) {
      for (const QuestionToken& token : wording.tokens)
        line += " " + (alternative.phrase ? token.form : token.stem);
      line += " (" + wording.language + ")";
    }
  }
  if (asked.says_little) line += ", says little of the topic";
  if (asked.required) line += ", must be there";
  return line;
}

Xapian::docid passage_number(const Snapshot& index, const Hit& hit) {
  const std::size_t hash = hit.passage.rfind('#');
  const auto wanted = std::stoul(hit.passage.substr(hash + 1));
  for (const Xapian::docid number : index.passages_of(hit.document))
    if (index.number_of(index.database().get_document(number)) == wanted) return number;
  return 0;
}

// How often the passage holds the stem, headings and title counted as they are weighted.
unsigned occurrences(const Xapian::Database& database, Xapian::docid passage,
                     const std::string& stem) {
  auto term = database.termlist_begin(passage);
  term.skip_to(stem);
  return term != database.termlist_end(passage) && *term == stem ? term.get_wdf() : 0;
}

}  // namespace

std::vector<std::string> explain_question(const Question& question,
                                          const std::vector<Concept>& concepts,
                                          const Matches& matches) {
  std::vector<std::string> lines;
  std::istringstream described(describe(question));
  for (std::string line; std::getline(described, line);) lines.push_back(line);
  for (const Concept& asked : concepts) lines.push_back(line_of(asked));
  lines.push_back("Xapian: " + matches.description);
  return lines;
}

void explain_hits(const Snapshot& index, const std::vector<Concept>& concepts,
                  std::vector<Hit>& hits) {
  const Xapian::Database& database = index.database();
  for (Hit& hit : hits) {
    const Xapian::docid passage = passage_number(index, hit);
    if (passage == 0) continue;
    for (const Concept& asked : concepts) {
      for (const Alternative& alternative : asked.alternatives) {
        for (const Wording& wording : alternative.wordings) {
          for (const QuestionToken& token : wording.tokens) {
            const unsigned count = occurrences(database, passage, token.stem);
            if (count == 0) continue;
            hit.why.push_back("“" + token.stem + "” counts " + std::to_string(count) + " here; " +
                              std::to_string(database.get_termfreq(token.stem)) + " of " +
                              std::to_string(database.get_doccount()) + " passages hold it");
          }
        }
      }
    }
    hit.why.push_back("score " + decimal(hit.score) + ", passage length " +
                      std::to_string(database.get_doclength(passage)) + ", average " +
                      decimal(database.get_avlength()));
  }
}

}  // namespace palpate
