#include "vocabulary/other_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "vocabulary/name_words.h"
#include "vocabulary/naming_phrases.h"
#include "vocabulary/stopwords.h"

namespace palpate {
namespace {

using Words = std::span<const NameWord>;

constexpr std::size_t kMaxText = 8192;
constexpr std::size_t kMaxNames = 6;
constexpr std::size_t kMaxNameWords = 6;
constexpr std::size_t kMaxWordsWithAnd =
    4;                                    // "wear and tear arthritis"; what is longer is a clause
constexpr std::size_t kOpening = 2;       // sentences that may leave the title out
constexpr std::size_t kShortSubject = 4;  // words of "It is", "The condition is" before the phrase
constexpr std::size_t kNear = 3;          // words between the title and the phrase

bool is_stopword_anywhere(const NameWord& word) {
  std::string form(word.text);
  std::transform(form.begin(), form.end(), form.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return is_stopword("en", form) || is_stopword("de", form) || is_stopword("es", form);
}

// "What is sciatica? Causes" → "sciatica": the words up to the first mark, without stopwords
// around.
NameWords topic_of(std::string_view title) {
  const NameSentences sentences = name_sentences(title);
  if (sentences.size() == 0) return {};
  NameWords topic(sentences[0].begin(), sentences[0].end());
  topic.erase(std::find_if(topic.begin(), topic.end(), [](const NameWord& w) { return w.is_mark; }),
              topic.end());
  while (!topic.empty() && is_stopword_anywhere(topic.back())) topic.pop_back();
  const auto first = std::find_if_not(topic.begin(), topic.end(), is_stopword_anywhere);
  topic.erase(topic.begin(), first);
  return topic;
}

// How many of `words` the topic takes at their begin: all of its words, or none.
std::size_t topic_length(Words words, const NameWords& topic) {
  const auto is_like = [](const NameWord& a, const NameWord& b) { return a.is_like(b); };
  const bool is_here = words.size() >= topic.size() &&
                       std::equal(topic.begin(), topic.end(), words.begin(), is_like);
  return is_here ? topic.size() : 0;
}

// Behind the last occurrence of the topic in `words`.
std::optional<std::size_t> topic_end(Words words, const NameWords& topic) {
  for (std::size_t at = words.size(); at-- > 0;) {
    const std::size_t length = topic_length(words.subspan(at), topic);
    if (length > 0) return at + length;
  }
  return std::nullopt;
}

std::size_t count_words(Words words) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const NameWord& w) { return !w.is_mark; }));
}

bool is_quote(const NameWord& word) {
  return word.is_mark && std::string_view(",;:()[]–—/").find(word.text) == std::string_view::npos;
}

// Whether what stands before a phrase makes the topic its subject.
bool speaks_of_topic(Words before, const NameWords& topic, bool is_opening) {
  const auto end = topic_end(before, topic);
  if (!end)
    return is_opening && count_words(before) <= kShortSubject && begins_with_pronoun(before);
  const Words between = before.subspan(*end);
  const bool names_another =
      std::any_of(between.begin(), between.end(), [](const NameWord& w) { return is_relative(w); });
  return !names_another && count_words(between) <= kNear &&
         std::all_of(between.begin(), between.end(), is_subject_link);
}

// "... and caused by", "... and is": what follows an "and" is no part of a name.
bool begins_clause(Words words) {
  return words.empty() || ends_name(words.front()) || words.front().text.ends_with("ed");
}

// "noo-MO-nia" says how a name is spoken.
bool is_pronunciation(std::string_view name) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::size_t hyphen = name.find('-');
  const bool has_blank = name.find(' ') != std::string_view::npos;
  if (hyphen == std::string_view::npos || has_blank ||
      std::none_of(name.begin(), name.end(), is_small)) {
    return false;
  }
  return std::adjacent_find(name.begin() + 1, name.end(),
                            [&](char a, char b) { return is_capital(a) && is_capital(b); }) !=
             name.end() &&
         std::count(name.begin(), name.end(), '-') > 1;
}

class NameReader {
 public:
  NameReader(const NameWords& topic, std::vector<std::string_view>& names)
      : topic_(topic), names_(names) {}

  // The names at the begin of `words`: "A", "A or B", "A, B, or C". Of a list that no "or" ends,
  // only the first is sure to be a name.
  void read_list(Words words) {
    std::vector<std::string_view> listed;
    bool is_last = false;
    while (listed.size() < kMaxNames) {
      std::size_t taken = 0;
      const std::string_view name = read_name(words, taken);
      if (name.empty()) break;
      listed.push_back(name);
      words = words.subspan(taken);
      if (is_last || words.empty()) break;
      const bool has_comma = words.front().is(",");
      if (has_comma) words = words.subspan(1);
      is_last = !words.empty() && is_or(words.front());
      if (is_last) words = words.subspan(1);
      if (!is_last && !has_comma) break;
    }
    if (!is_last && listed.size() > 1) listed.resize(1);
    for (const std::string_view name : listed) add(name);
  }

  // One name that `words` begin with, and how many words it took; empty where there is none.
  static std::string_view read_name(Words words, std::size_t& taken) {
    std::size_t at = 0;
    while (at < words.size() && (is_quote(words[at]) || is_article(words[at]))) ++at;
    const std::size_t first = at;
    bool has_and = false;
    while (at < words.size() && !words[at].is_mark && !is_or(words[at]) && !ends_name(words[at])) {
      if (is_and(words[at]) && begins_clause(words.subspan(at + 1))) break;
      has_and = has_and || is_and(words[at]);
      ++at;
    }
    const std::size_t count = at - first;
    const std::size_t most = has_and ? kMaxWordsWithAnd : kMaxNameWords;
    if (count == 0 || count > most) return {};
    const Words name = words.subspan(first, count);
    if (std::all_of(name.begin(), name.end(), is_stopword_anywhere) || is_kind(name.back()))
      return {};
    while (at < words.size() && is_quote(words[at])) ++at;
    taken = at;
    const char* const begin = name.front().text.data();
    const std::string_view last = name.back().text;
    return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
  }

  void add(std::string_view name) {
    const NameWord word{name};
    const auto is_known = [&](std::string_view known) { return word.is(known); };
    const NameSentences read = name_sentences(name);
    const bool is_topic =
        read.size() == 1 && read[0].size() == topic_.size() && topic_length(read[0], topic_) > 0;
    const bool is_word =
        name.size() > 1 && name.find_first_not_of("0123456789.") != std::string_view::npos;
    if (names_.size() == kMaxNames || is_topic || !is_word || is_pronunciation(name)) return;
    if (std::none_of(names_.begin(), names_.end(), is_known)) names_.push_back(name);
  }

 private:
  const NameWords& topic_;
  std::vector<std::string_view>& names_;
};

// "Low back pain (lumbago) ..." and "Low back pain, or lumbago, is ...".
void read_apposition(Words sentence, const NameWords& topic, bool is_first, NameReader& names) {
  const std::size_t article = !sentence.empty() && is_article(sentence.front()) ? 1 : 0;
  // Behind its begin only the first sentence can say anything.
  const std::size_t last = is_first ? sentence.size() : article;
  for (std::size_t at = 0; at <= last && at + topic.size() + 2 < sentence.size(); ++at) {
    const std::size_t length = topic_length(sentence.subspan(at), topic);
    if (length == 0) continue;
    const Words rest = sentence.subspan(at + length);
    const bool is_bracket = is_first && rest[0].is("(");
    const bool is_or_name =
        at == article && rest[0].is(",") && is_or(rest[1]) && !is_article(rest[2]);
    if (!is_bracket && !is_or_name) return;
    const Words behind = rest.subspan(is_bracket ? 1 : 2);
    std::size_t taken = 0;
    const std::string_view name = NameReader::read_name(behind, taken);
    if (name.empty() || taken == behind.size()) return;
    const bool is_closed = behind[taken].is(is_bracket ? ")" : ",");
    const bool is_subject =
        is_bracket || (taken + 1 < behind.size() && ends_name(behind[taken + 1]));
    if (is_closed && is_subject) names.add(name);
    return;
  }
}

void read_phrases(Words sentence, const NameWords& topic, bool is_opening, NameReader& names) {
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const NamingPhrase phrase = naming_phrase(sentence.subspan(at));
    if (phrase.length == 0 || !speaks_of_topic(sentence.first(at), topic, is_opening)) continue;
    const Words behind = sentence.subspan(at + phrase.length);
    if (!phrase.is_closed_by_verb) {
      names.read_list(behind);
      continue;
    }
    // "auch Hexenschuss genannt": the verb behind the name makes it one.
    const auto verb = std::find_if(behind.begin(), behind.end(), is_closing_verb);
    if (verb != behind.end()) names.read_list({behind.begin(), verb});
  }
}

}  // namespace

std::vector<std::string_view> other_names(std::string_view text, std::string_view title) {
  std::vector<std::string_view> found;
  const NameWords topic = topic_of(title.substr(0, kMaxText));
  if (topic.empty()) return found;
  NameReader names(topic, found);
  std::size_t number = 0;
  const NameSentences sentences = name_sentences(text.substr(0, kMaxText));
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Words sentence = sentences[i];
    const bool is_title_line =
        topic_length(sentence, topic) > 0 && count_words(sentence) == topic.size();
    if (is_title_line) continue;
    read_apposition(sentence, topic, number == 0, names);
    read_phrases(sentence, topic, number < kOpening, names);
    ++number;
  }
  return found;
}

}  // namespace palpate
