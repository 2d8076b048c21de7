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

using WordsHere = std::map<std::string_view, const MarkedWords::Word*>;

// The words to mark by the stems that they have in the passage's language; a stem that a word has
// in another language may be some other word's in this one.
WordsHere words_here(const MarkedWords& words, Analyser& analyser) {
  WordsHere here;
  for (const auto& [stem, word] : words.stems) {
    const auto tokens = analyser.analyse(word.form);
    if (std::ranges::any_of(
            tokens, [&, &wanted = stem](const Token& token) { return token.stem == wanted; }))
      here.emplace(stem, &word);
  }
  return here;
}

std::vector<Mark> word_marks(std::string_view body, const WordsHere& words, Analyser& analyser) {
  std::vector<Mark> marks;
  for (const Token& token : analyser.analyse(body)) {
    const auto found = words.find(token.stem);
    if (found != words.end())
      marks.push_back({token.range, found->second->term, found->second->via});
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
ByteRange best_sentence(const PassageRecord& passage, const std::vector<Mark>& phrases,
                        const WordsHere& words, Analyser& analyser) {
  double best = 0;
  ByteRange sentence;
  for (const ByteRange& candidate : passage.sentences) {
    double weight = 0;
    for (const Mark& phrase : phrases)
      if (phrase.range.begin >= candidate.begin && phrase.range.begin < candidate.end) weight += 1;
    std::set<std::string_view> seen;
    for (const Token& token : analyser.analyse(candidate.of(passage.text))) {
      const auto found = words.find(token.stem);
      if (found != words.end() && seen.insert(found->first).second) weight += found->second->weight;
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
  std::vector<Mark> phrases = phrase_marks(body, words, question_analyser);
  const WordsHere here = words_here(words, passage_analyser);
  std::vector<Mark> marks = word_marks(body, here, passage_analyser);
  for (std::vector<Mark>* found : {&phrases, &marks}) {
    for (Mark& mark : *found) {
      mark.range.begin += passage.body_begin;
      mark.range.end += passage.body_begin;
    }
  }
  hit.sentence = best_sentence(passage, phrases, here, passage_analyser);
  marks.insert(marks.begin(), std::make_move_iterator(phrases.begin()),
               std::make_move_iterator(phrases.end()));
  hit.marks = without_overlaps(std::move(marks));
  return hit;
}

}  // namespace palpate
