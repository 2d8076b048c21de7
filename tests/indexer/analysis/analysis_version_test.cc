// An index is read by the rules that it was written by. Some of them are word lists, which change
// more easily than code, and an index of before would answer wrongly without a word.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "analysis/analyser.h"

namespace palpate {
namespace {

struct Watched {
  std::string_view version;  // kAnalysisVersion
  std::string_view digest;   // of the lists that belong to it
};
constexpr Watched kWatched = {"3", "35a8595fad1cade7"};

// Where the lists stand that terms, token streams and sentences of passages depend on.
constexpr auto kSources = std::to_array<std::string_view>({
    "analysis/language_rules.cc",
    "analysis/numbers.cc",
    "analysis/sentence_abbreviations.cc",
    "analysis/stemmer.cc",
    "vocabulary/abbreviations.cc",
    "vocabulary/naming_phrases.cc",
    "vocabulary/other_names.cc",
    "vocabulary/stem_exceptions.cc",
    "vocabulary/stopwords.cc",
    "vocabulary/superseded.cc",
});
constexpr std::string_view kNames = "vocabulary/lists/known_names.txt";
constexpr std::string_view kIntents = "vocabulary/lists/intents.txt";

std::string bytes_of(std::string_view file) {
  const std::string path = std::string(PALPATE_INDEXER) + "/" + std::string(file);
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  EXPECT_FALSE(bytes.empty()) << "there is no list in " << path;
  return bytes;
}

// Runs of white space as one blank: how lines are broken says nothing.
std::string squeezed(std::string_view text) {
  std::string all;
  for (const char c : text) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!blank) all += c;
    if (blank && !all.empty() && all.back() != ' ') all += ' ';
  }
  return all;
}

// The text literals of C++, a line each; comments, names and their layout count for nothing.
std::string literals_in(std::string_view code) {
  std::string all;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const std::string_view rest = code.substr(at);
    if (rest.starts_with("//") || rest.starts_with("#include")) {
      at += std::min(rest.find('\n'), rest.size() - 1);
    } else if (rest.starts_with("R\"(")) {
      const std::size_t end = rest.find(")\"");
      all += squeezed(rest.substr(3, end - 3)) + '\n';
      at += end + 1;
    } else if (rest.starts_with('"') || rest.starts_with('\'')) {
      std::size_t end = 1;
      while (end < rest.size() && rest[end] != rest[0]) end += rest[end] == '\\' ? 2 : 1;
      all += std::string(rest.substr(1, end - 1)) + '\n';
      at += end;
    }
  }
  return all;
}

// Without comments, and without what is only asked of questions.
std::string entries_of(std::string_view list) {
  std::string all;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size() - 1);
    const std::string_view line = list.substr(0, end + 1);
    if (!line.starts_with('#') && !line.starts_with("question:")) all += squeezed(line) + '\n';
    list.remove_prefix(end + 1);
  }
  return all;
}

// FNV-1a.
std::string digest_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

std::string lists() {
  std::string all = entries_of(bytes_of(kNames)) + entries_of(bytes_of(kIntents));
  for (const std::string_view source : kSources) all += literals_in(bytes_of(source));
  return all;
}

TEST(AnalysisVersion, BelongsToTheListsThatTermsDependOn) {
  EXPECT_EQ(digest_of(lists()), kWatched.digest)
      << "The lists changed: bump kAnalysisVersion in analysis/analyser.h, so that an index of "
         "before is rebuilt, and write this digest into kWatched, with the new version. (Only the "
         "digest, if no text gives other terms, token streams or sentences by that.)";
  EXPECT_EQ(kAnalysisVersion, kWatched.version)
      << "The version changed: write it, and the digest of its lists, into kWatched.";
}

TEST(AnalysisVersion, SeesEveryWordAndNothingElse) {
  EXPECT_EQ(literals_in(
                "#include \"a.h\"\n// \"no\"\nf(u\"it's\", 'c', R\"(\n one:  two;\n)\"); \"\\\"\""),
            "it's\nc\none: two; \n\\\"\n");
  EXPECT_EQ(entries_of("# no\nIT band\n\nquestion: how\nheading: cause"),
            "IT band \n\nheading: cause\n");
  const std::string all = lists();
  for (const std::string word :
       {"myself", "abdominal", "IT band", "superseded", "mmHg", "heading: "})
    EXPECT_NE(all.find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace palpate
