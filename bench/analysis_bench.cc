// How fast text becomes terms and sentences, on text that is made up with a fixed seed, or on that
// of the file which PALPATE_BENCH_TEXT names.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"
#include "analysis/sentences.h"

namespace {

constexpr std::size_t kWords = 400000;
constexpr std::size_t kTokens = 407855;
constexpr std::size_t kSentences = 27839;

constexpr auto kFrequent =
    std::to_array<std::string_view>({"the", "of", "and", "in", "to", "is", "with", "for", "or",
                                     "that", "may", "are", "by", "from"});
constexpr auto kRoots = std::to_array<std::string_view>(
    {"muscl",  "tend",   "spin",  "knee",  "should",  "press",  "nerv",  "bon",
     "joint",  "band",   "point", "trigg", "stretch", "rest",   "walk",  "breath",
     "sleep",  "inflam", "swell", "bruis", "strain",  "pelv",   "lumb",  "cervic",
     "thorac", "radi",   "refer", "tens",  "relax",   "massag", "exerc", "therap",
     "clinic", "pati",   "sympt", "treat", "heal",    "fract",  "ligam", "cartil"});
constexpr auto kEndings = std::to_array<std::string_view>(
    {"",    "e",   "es",  "ed",   "ing",  "ion",  "ions", "al",    "ally",
     "ar",  "ic",  "ity", "ment", "ness", "able", "ous",  "ative", "er",
     "ers", "ure", "ist", "or",   "oid",  "osis", "itis"});
constexpr auto kSpecial = std::to_array<std::string_view>(
    {"low-back", "x-ray", "20 mg", "1.5", "L4\u2013L5", "patient\u2019s", "na\u00efve", "63%",
     "T1-weighted", "(see Fig. 2)", "Dr. Hill", "e.g.", "COVID-19", "p < 0.05"});

// Ranks after Zipf: the next word's rank is drawn with a weight of one over itself.
class Ranks {
 public:
  explicit Ranks(std::size_t count) {
    double sum = 0;
    for (std::size_t i = 1; i <= count; ++i) {
      sum += 1.0 / static_cast<double>(i);
      sums_.push_back(sum);
    }
  }
  // The standard fixes what the generator gives but not what distributions make of it.
  std::size_t draw(std::mt19937& random) const {
    const double at = static_cast<double>(random()) / 4294967296.0 * sums_.back();
    return static_cast<std::size_t>(std::ranges::upper_bound(sums_, at) - sums_.begin());
  }

 private:
  std::vector<double> sums_;
};

std::vector<std::string> vocabulary() {
  std::vector<std::string> words(kFrequent.begin(), kFrequent.end());
  for (const std::string_view ending : kEndings) {
    for (const std::string_view root : kRoots) {
      words.push_back(std::string(root).append(ending));
      if (words.size() % 25 == 0) words.emplace_back(kSpecial[words.size() / 25 % kSpecial.size()]);
      if (words.size() % 3 == 0) words.push_back("re" + words.back());
    }
  }
  return words;
}

std::vector<std::string> made_up_texts() {
  std::mt19937 random{20240603};
  const std::vector<std::string> words = vocabulary();
  const Ranks ranks(words.size());
  std::vector<std::string> texts(1);
  bool opens = true;
  for (std::size_t i = 0; i < kWords; ++i) {
    std::string word = words[ranks.draw(random)];
    if (opens && word.front() >= 'a') word.front() = static_cast<char>(word.front() - 32);
    texts.back() += word;
    const std::size_t sign = random() % 100;
    opens = sign < 7;
    texts.back() += opens ? ". " : sign < 15 ? ", " : " ";
    if (i % 20000 == 19999) {
      texts.emplace_back();
    } else if (opens && sign == 0) {
      texts.back() += "\n\n";
    }
  }
  return texts;
}

// Cut at empty lines: articles are not analysed by the gigabyte.
std::vector<std::string> texts_of_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  const std::string whole(std::istreambuf_iterator<char>(in), {});
  std::vector<std::string> texts;
  for (std::size_t begin = 0; begin < whole.size(); begin += texts.back().size()) {
    const std::size_t empty_line = whole.find("\n\n", begin);
    const std::size_t end = empty_line == std::string::npos ? whole.size() : empty_line + 2;
    texts.push_back(whole.substr(begin, end - begin));
  }
  return texts;
}

std::size_t bytes_of(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return bytes;
}

// `count` counts what is found in one text; in the made-up ones it must be `expected`.
template <class Count>
void measure(benchmark::State& state, std::size_t expected, Count count) {
  const char* path = std::getenv("PALPATE_BENCH_TEXT");
  const std::vector<std::string> texts = path != nullptr ? texts_of_file(path) : made_up_texts();
  if (texts.empty()) {
    state.SkipWithError("PALPATE_BENCH_TEXT names no file with text");
    return;
  }
  std::size_t total = 0;
  for ([[maybe_unused]] const auto iteration : state) {
    total = 0;
    for (const std::string& text : texts) total += count(text);
  }
  if (path == nullptr && total != expected) {
    state.SkipWithError(("counted " + std::to_string(total)).c_str());
    return;
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes_of(texts)));
  state.counters["items"] = static_cast<double>(total);
}

void analyse(benchmark::State& state) {
  auto analyser = palpate::Analyser::create({.language = "en"});
  if (!analyser) {
    state.SkipWithError(analyser.error().message.c_str());
    return;
  }
  measure(state, kTokens, [&](const std::string& text) { return analyser->analyse(text).size(); });
}

void break_sentences(benchmark::State& state) {
  palpate::SentenceBreaker breaker;
  measure(state, kSentences,
          [&](const std::string& text) { return breaker.sentences(text, "en").size(); });
}

// What a program pays that asks one question and exits.
void analyse_one_question_anew(benchmark::State& state) {
  for ([[maybe_unused]] const auto iteration : state) {
    auto analyser = palpate::Analyser::create({.language = "en"});
    if (!analyser || analyser->analyse("trigger point referred pain").size() != 4) {
      state.SkipWithError("the question is not four words");
      return;
    }
  }
}

BENCHMARK(analyse)->Unit(benchmark::kMillisecond);
BENCHMARK(break_sentences)->Unit(benchmark::kMillisecond);
BENCHMARK(analyse_one_question_anew)->Unit(benchmark::kMicrosecond);

}  // namespace
