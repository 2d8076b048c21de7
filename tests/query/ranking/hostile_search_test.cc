// A question is never an error, whatever it is: asked the whole way, on real articles.
#include <gmock/gmock.h>

#include <array>
#include <chrono>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "indexed_folder.h"
#include "query/note_texts.h"
#include "question/question.h"

namespace palpate {
namespace {

using testing::Contains;
using testing::HasSubstr;
using namespace std::string_view_literals;

constexpr auto kPieces = std::to_array<std::string_view>({"knee",
                                                          "pain",
                                                          "massage",
                                                          "sciatca",
                                                          "backpain",
                                                          "trigger point",
                                                          "slipped disc",
                                                          "WHO",
                                                          "hepatitis A",
                                                          "the",
                                                          "what is",
                                                          "20mg",
                                                          "1,000",
                                                          "10⁹/L",
                                                          "-",
                                                          "-knee",
                                                          "--",
                                                          "OR",
                                                          " OR ",
                                                          "AND NOT",
                                                          "(",
                                                          ")",
                                                          "[",
                                                          "]",
                                                          "\"",
                                                          "“",
                                                          "”",
                                                          "„",
                                                          "«",
                                                          "»",
                                                          "\"low back\"",
                                                          "title:",
                                                          "title:knee",
                                                          "lang:de",
                                                          "lang:",
                                                          "author:\"a b\"",
                                                          "source:x",
                                                          "tag:",
                                                          "id:#",
                                                          "id:a%20b#3",
                                                          "after:2020",
                                                          "before:0000",
                                                          "after:2020-13-45",
                                                          "x:y",
                                                          "://",
                                                          "💊",
                                                          "👩‍⚕️",
                                                          "🏳️‍🌈",
                                                          "שלום כאב ברך",
                                                          "ألم الركبة",
                                                          "\u202e",
                                                          "\u200f",
                                                          "\u200b",
                                                          "é",
                                                          "e\u0301\u0301\u0301\u0301",
                                                          "Å",
                                                          "ﬁ",
                                                          "ß",
                                                          "膝の痛み",
                                                          "무릎",
                                                          "\xff",
                                                          "\xfe\xff",
                                                          "\xe2\x82",
                                                          "\xc0\xaf",
                                                          "\xed\xa0\x80",
                                                          "\xf4\x90\x80\x80",
                                                          "\0"sv,
                                                          "a\0b"sv,
                                                          "\x1b[31m",
                                                          "\r\n",
                                                          "\t",
                                                          " ",
                                                          ".",
                                                          "!!!",
                                                          "%s%n",
                                                          "*",
                                                          "?",
                                                          "~",
                                                          "^",
                                                          "\\",
                                                          "'",
                                                          "\u0301",
                                                          "Xcolon:",
                                                          "S"});

// Those, and a word and quotes that never end.
std::vector<std::string> pieces() {
  std::vector<std::string> list(kPieces.begin(), kPieces.end());
  list.emplace_back(300, 'a');
  list.emplace_back(70, '"');
  return list;
}

std::string assembled(std::mt19937& random) {
  static const std::vector<std::string> all = pieces();
  std::uniform_int_distribution<std::size_t> piece(0, all.size() - 1);
  std::uniform_int_distribution<std::size_t> length(0, 25);
  std::string words;
  for (std::size_t left = length(random); left > 0; --left) {
    words += all[piece(random)];
    if (random() % 3 != 0) words += ' ';
  }
  return words;
}

std::string random_bytes(std::mt19937& random) {
  std::string bytes(random() % 200, ' ');
  for (char& byte : bytes) byte = static_cast<char>(random() & 0xFFU);
  return bytes;
}

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string words;
  while (words.size() < bytes) words += piece;
  return words;
}

std::string distinct_words(std::size_t count) {
  std::string words;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t rest = i + 1; rest > 0; rest /= 26)
      words += static_cast<char>('a' + rest % 26);
    words += ' ';
  }
  return words;
}

class HostileSearch : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new IndexedFolder;
    folder_->index_folder(PALPATE_CORPUS);
  }
  static void TearDownTestSuite() { delete folder_; }

  // Asked so that everything has its turn: the page, what is said of it, and how it came about.
  Answer ask(const std::string& question) {
    const auto begin = std::chrono::steady_clock::now();
    const Result<Answer> answer = searcher_.search(
        {.question = question, .exact = asked_ % 7 == 6, .explain = asked_ % 5 == 4});
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    ++asked_;
    if (took > slowest_) {
      slowest_ = took;
      slowest_question_ = question.substr(0, 60);
    }
    EXPECT_TRUE(answer) << testing::PrintToString(question.substr(0, 500)) << ": "
                        << answer.error().message;
    return answer ? *answer : Answer{};
  }
  // Told, not judged: how fast a machine is decides no test.
  void TearDown() override {
    std::cout << "slowest of " << asked_ << ": " << slowest_.count() << " ms, "
              << testing::PrintToString(slowest_question_) << "\n";
  }

  static inline IndexedFolder* folder_ = nullptr;
  Searcher searcher_ = folder_->searcher();
  std::size_t asked_ = 0;
  std::chrono::duration<double, std::milli> slowest_{};
  std::string slowest_question_;
};

void expect_sound(const Answer& answer, const std::string& question) {
  EXPECT_EQ(answer.question, question);
  EXPECT_LE(answer.hits.size(), 10U);
  EXPECT_GE(answer.total, answer.hits.size());
  for (const Hit& hit : answer.hits) {
    EXPECT_FALSE(hit.text.empty());
    for (const Mark& mark : hit.marks) EXPECT_LE(mark.range.end, hit.text.size());
  }
}

TEST_F(HostileSearch, TenThousandStringsAreAnswered) {
  std::mt19937 random(20261121);
  for (int round = 0; round < 10'000; ++round) {
    const std::string words = round % 4 == 3 ? random_bytes(random) : assembled(random);
    SCOPED_TRACE(testing::PrintToString(words));
    expect_sound(ask(words), words);
    if (testing::Test::HasFailure()) break;
  }
}

TEST_F(HostileSearch, EveryPieceAloneAndRepeatedIsAnswered) {
  for (const std::string& piece : pieces()) {
    for (const std::string& words : {piece, repeated(piece, kMaxQuestionBytes),
                                     repeated(piece + " ", kMaxQuestionBytes), "knee " + piece}) {
      expect_sound(ask(words), words);
      if (testing::Test::HasFailure()) return;
    }
  }
}

TEST_F(HostileSearch, WhatIsTooLongIsCutWithANote) {
  for (const std::string& words : {repeated("knee pain ", 1'000'000), std::string(1'000'000, 'a'),
                                   std::string(1'000'000, '\0'), repeated("💊", 1'000'000),
                                   repeated("\u0301", 1'000'000), distinct_words(200'000)}) {
    const Answer answer = ask(words);
    expect_sound(answer, words);
    EXPECT_THAT(texts_of(answer.notes), Contains(HasSubstr("10,000 bytes"))) << words.substr(0, 20);
  }
}

TEST_F(HostileSearch, FiveThousandWordsAreAnswered) {
  for (const std::string& words :
       {distinct_words(5'000), repeated("a ", 10'000), repeated("x y ", 10'000)})
    expect_sound(ask(words), words);
  const Answer answer = ask(distinct_words(5'000));
  EXPECT_THAT(texts_of(answer.notes), Contains(HasSubstr("weightiest")));
}

}  // namespace
}  // namespace palpate
