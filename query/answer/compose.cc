#include "answer/compose.h"

#include <algorithm>
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

// What of the question stands in a body, and where.
struct Found {
  ByteRange range;
  const MarkedWords::Word* word;
};

// The words to mark, by the stems that they have in the passage's language; a stem that a word has
// in another language may be some other word's in this one.
std::vector<Found> words_in(std::string_view body, const MarkedWords& words, Analyser& analyser) {
  std::vector<Found> found;
  for (const Token& token : analyser.analyse(body)) {
    const auto word = words.stems.find(token.stem);
    if (word != words.stems.end()) found.push_back({token.range, &word->second});
  }
  std::unordered_map<const MarkedWords::Word*, bool> here;
  std::erase_if(found, [&](const Found& one) {
    const auto [known, fresh] = here.emplace(one.word, false);
    if (fresh) {
      const auto tokens = analyser.analyse(one.word->form);
      known->second = std::ranges::any_of(tokens, [&](const Token& token) {
        const auto same = words.stems.find(token.stem);
        return same != words.stems.end() && &same->second == one.word;
      });
    }
    return !known->second;
  });
  return found;
}

// Leaves out what says what is meant only together with words that the sentence does not hold.
void keep_whole_names(const std::vector<ByteRange>& sentences, const MarkedWords& words,
                      std::vector<Found>& found) {
  const auto sentence_of = [&](const Found& one) {
    return std::ranges::upper_bound(sentences, one.range.begin, {}, &ByteRange::begin) -
           sentences.begin();
  };
  const auto stands_beside = [&](const Found& one, const std::string& stem) {
    const auto word = words.stems.find(stem);
    return word != words.stems.end() && std::ranges::any_of(found, [&](const Found& other) {
             return other.word == &word->second && sentence_of(other) == sentence_of(one);
           });
  };
  std::vector<Found> kept;
  for (const Found& one : found)
    if (std::ranges::all_of(one.word->beside,
                            [&](const std::string& stem) { return stands_beside(one, stem); }))
      kept.push_back(one);
  found = std::move(kept);
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
                        const std::vector<Found>& words) {
  const auto inside = [](const ByteRange& range, const ByteRange& sentence) {
    return range.begin >= sentence.begin && range.begin < sentence.end;
  };
  double best = 0;
  ByteRange sentence;
  auto word = words.begin();
  for (const ByteRange& candidate : passage.sentences) {
    auto weight = static_cast<double>(std::ranges::count_if(
        phrases, [&](const Mark& phrase) { return inside(phrase.range, candidate); }));
    std::set<const MarkedWords::Word*> seen;
    for (; word != words.end() && word->range.begin < candidate.end; ++word)
      if (inside(word->range, candidate) && seen.insert(word->word).second)
        weight += word->word->weight;
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
  std::vector<Found> found = words_in(body, words, passage_analyser);
  const auto shift = [&](ByteRange& range) {
    range.begin += passage.body_begin;
    range.end += passage.body_begin;
  };
  for (Mark& mark : marks) shift(mark.range);
  for (Found& one : found) shift(one.range);
  keep_whole_names(passage.sentences, words, found);
  hit.sentence = best_sentence(passage, marks, found);
  for (const Found& one : found) marks.push_back({one.range, one.word->term, one.word->via});
  hit.marks = without_overlaps(std::move(marks));
  return hit;
}

}  // namespace palpate
