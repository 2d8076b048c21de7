#include "answer/compose.h"

#include <algorithm>
#include <map>
#include <set>

#include "ranking/phrase.h"

namespace palpate {
namespace {

std::vector<Mark> phrase_marks(std::string_view body, const MarkedWords& words,
                               QuestionAnalyser& analyser) {
  std::vector<Mark> marks;
  for (const Alternative& phrase : words.phrases) {
    for (const Wording& wording : phrase.wordings) {
      for (const ByteRange& range : find_phrase(wording, body, analyser.analyser(wording.language)))
        marks.push_back({range, phrase.text, Via::phrase});
    }
  }
  return marks;
}

// The stems that the question's words have in the passage's language; a stem that a word has in
// another language may be some other word's in this one.
std::map<std::string, std::string> stems_here(const MarkedWords& words, Analyser& analyser) {
  std::map<std::string, std::string> stems;
  for (const auto& [stem, word] : words.stems) {
    const auto tokens = analyser.analyse(word.term);
    const bool here =
        std::any_of(tokens.begin(), tokens.end(),
                    [&, &wanted = stem](const Token& token) { return token.stem == wanted; });
    if (here) stems.emplace(stem, word.term);
  }
  return stems;
}

std::vector<Mark> word_marks(std::string_view body, const MarkedWords& words, Analyser& analyser) {
  const std::map<std::string, std::string> stems = stems_here(words, analyser);
  std::vector<Mark> marks;
  for (const Token& token : analyser.analyse(body)) {
    const auto found = stems.find(std::string(token.stem));
    if (found != stems.end()) marks.push_back({token.range, found->second, Via::word});
  }
  return marks;
}

// In order, the longer of two that overlap kept.
std::vector<Mark> without_overlaps(std::vector<Mark> marks) {
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                          : a.range.end > b.range.end;
  });
  std::vector<Mark> kept;
  for (Mark& mark : marks)
    if (kept.empty() || mark.range.begin >= kept.back().range.end) kept.push_back(std::move(mark));
  return kept;
}

// The sentence whose distinct words of the question weigh most; of equals the first.
ByteRange best_sentence(const PassageRecord& passage, const std::vector<Mark>& marks,
                        const MarkedWords& words) {
  double best = 0;
  ByteRange sentence;
  for (const ByteRange& candidate : passage.sentences) {
    double weight = 0;
    std::set<std::string_view> seen;
    for (const Mark& mark : marks) {
      if (mark.range.begin < candidate.begin || mark.range.begin >= candidate.end) continue;
      if (!seen.insert(mark.term).second) continue;
      const auto word =
          std::find_if(words.stems.begin(), words.stems.end(),
                       [&](const auto& entry) { return entry.second.term == mark.term; });
      weight += word == words.stems.end() ? 1 : word->second.weight;
    }
    if (weight > best) {
      best = weight;
      sentence = candidate;
    }
  }
  const std::string_view text = passage.text;
  while (!sentence.empty() && (text[sentence.end - 1] == '\n' || text[sentence.end - 1] == ' '))
    --sentence.end;
  return sentence;
}

}  // namespace

ArticleInfo article_info(const DocumentRecord& document) {
  ArticleInfo info;
  info.id = document.group;
  info.title = document.title;
  info.url = document.url;
  info.path = document.path;
  info.source = document.source;
  info.authors = document.authors;
  info.reviewers = document.reviewers;
  info.published = to_string(document.published);
  info.updated = to_string(document.updated);
  info.language = document.language;
  return info;
}

Hit compose_hit(const PassageRecord& passage, const DocumentRecord& document,
                const MarkedWords& words, QuestionAnalyser& question_analyser,
                Analyser& passage_analyser) {
  Hit hit;
  hit.document = document.id;
  hit.passage = document.id + "#" + std::to_string(passage.number);
  hit.article = article_info(document);
  hit.heading = passage.heading_path;
  hit.context = passage.context;
  hit.text = passage.text;
  hit.range = passage.range;
  hit.body_begin = passage.body_begin;
  hit.back_matter = passage.role != SectionRole::body;

  const std::string_view body = std::string_view(passage.text).substr(passage.body_begin);
  std::vector<Mark> marks = phrase_marks(body, words, question_analyser);
  std::vector<Mark> single = word_marks(body, words, passage_analyser);
  marks.insert(marks.end(), std::make_move_iterator(single.begin()),
               std::make_move_iterator(single.end()));
  for (Mark& mark : marks) {
    mark.range.begin += passage.body_begin;
    mark.range.end += passage.body_begin;
  }
  hit.marks = without_overlaps(std::move(marks));
  hit.sentence = best_sentence(passage, hit.marks, words);
  return hit;
}

}  // namespace palpate
