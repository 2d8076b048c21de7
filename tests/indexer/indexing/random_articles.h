// Articles and questions made of a small vocabulary, so that random questions find something, miss
// something, and meet inflections, compounds and stopwords. The same seed gives the same words.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>

namespace palpate {

class RandomArticles {
 public:
  // Varied articles have synonyms, addresses, rare words and abbreviations too, by which a question
  // finds more than the words that it holds.
  explicit RandomArticles(unsigned seed, bool varied = false) : random_(seed), varied_(varied) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string_view content_word() { return kContent[below(kContent.size())]; }
  std::string_view stopword() { return kStopwords[below(kStopwords.size())]; }

  std::string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      text += below(3) == 0 ? stopword() : content_word();
    }
    return text;
  }

  // A Markdown file with front matter, sections, now and then a list, a table or references.
  std::string markdown() {
    std::string text = front_matter();
    return text + sections();
  }

  std::string front_matter(std::string_view language = "en") {
    std::string text = "---\ntitle: " + capital(content_word()) + " " + words(1 + below(3));
    text.append("\nlanguage: ").append(language).append("\nauthors: [").append(author());
    text.append("]\ntags: [").append(tag());
    text += "]\nsource: " + std::string(source()) + "\n" + date();
    if (varied_ && below(3) == 0) text += "synonyms: [" + words(2) + "]\n";
    if (varied_ && below(3) == 0)
      text += "url: https://clinic.example/" + std::to_string(below(9)) + "\n";
    return text + "---\n\n";
  }

  std::string sections() {
    std::string text;
    for (std::size_t sections = 1 + below(4); sections > 0; --sections) {
      text += "## " + capital(content_word()) + " " + words(1 + below(3)) + "\n\n";
      for (std::size_t paragraphs = 1 + below(3); paragraphs > 0; --paragraphs)
        text += paragraph(1 + below(8)) + "\n\n";
      if (below(4) == 0) text += list();
    }
    if (below(3) == 0) text += "## References\n\n- Moor A. " + sentence() + " 2019.\n";
    return text;
  }

  // One to four words.
  std::string question() { return words(1 + below(4)); }

  std::string_view author() { return pick({"Ada Moor", "Jun Sato", "Lea Brandt"}); }
  std::string_view tag() { return pick({"posture", "running", "sleep"}); }
  std::string_view source() { return pick({"Harbour Clinic", "Lake Clinic"}); }

 private:
  static constexpr std::array<std::string_view, 40> kContent = {
      "knee",    "knees",     "pain",   "pains",     "painful",  "neck",    "shoulder", "shoulders",
      "stretch", "stretches", "muscle", "tendon",    "low-back", "back",    "rest",     "exercise",
      "walking", "walk",      "doctor", "nerve",     "nerves",   "massage", "swelling", "swollen",
      "heat",    "cold",      "ankle",  "hip",       "trigger",  "point",   "points",   "weeks",
      "week",    "L4/L5",     "20mg",   "self-care", "headache", "jaw",     "posture",  "sleep"};
  static constexpr std::array<std::string_view, 8> kStopwords = {"the", "of", "and", "is",
                                                                 "in",  "a",  "to",  "for"};

  std::string_view pick(std::initializer_list<std::string_view> from) {
    return from.begin()[below(from.size())];
  }

  static std::string capital(std::string_view word) {
    std::string text(word);
    if (text.front() >= 'a' && text.front() <= 'z')
      text.front() = static_cast<char>(text.front() - 32);
    return text;
  }

  std::string_view explained() {
    return pick({"low-back pain (LBP)", "range of motion (ROM)", "resting muscle tone (RMT)"});
  }

  // That few texts hold.
  std::string rare_word() {
    std::string word;
    for (int syllables = 0; syllables < 3; ++syllables) word += pick({"ba", "lo", "nem", "tur"});
    return word;
  }

  // Now and then with a rare word, or an abbreviation that it explains.
  std::string sentence() {
    std::string text = capital(content_word()) + " " + words(4 + below(14));
    if (varied_ && below(8) == 0) text += " " + rare_word();
    if (varied_ && below(12) == 0) text.append(" and ").append(explained());
    return text + ".";
  }

  std::string paragraph(std::size_t sentences) {
    std::string text = sentence();
    for (; sentences > 1; --sentences) text += " " + sentence();
    return text;
  }

  std::string list() {
    std::string text = capital(content_word()) + " " + words(4) + ":\n\n";
    for (std::size_t items = 2 + below(40); items > 0; --items) text += "- " + sentence() + "\n";
    return text + "\n";
  }

  std::string date() {
    switch (below(4)) {
      case 0:
        return "";
      case 1:
        return "date: 2019-03-02\n";
      case 2:
        return "date: 2021-07\n";
      default:
        return "date: 2023\n";
    }
  }

  std::mt19937 random_;
  bool varied_;
};

}  // namespace palpate
