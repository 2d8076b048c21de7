#include "store/token_stream.h"

#include <gmock/gmock.h>

#include <random>
#include <set>
#include <string>

namespace palpate {
namespace {

using testing::ElementsAre;

TokenStream sample() {
  TokenStream stream;
  stream.intents = 0x8003;
  stream.warning = true;
  stream.superseded = true;
  for (const char* word : {"sciatica", "sciatic"}) {
    stream.add(token_code(word, false));
    stream.end_part();
    ++stream.names;
  }
  stream.end_part();  // no heading
  stream.end_part();  // no context
  stream.add(token_code("the", true));
  stream.add(token_code("nerve", false));
  stream.add(token_code("thenerve", false), true);
  stream.end_part();
  return stream;
}

TEST(TokenCode, TellsStopwordsFromContentAndStaysTheSame) {
  EXPECT_LT(token_code("the", true), kFirstContentCode);
  EXPECT_GE(token_code("the", false), kFirstContentCode);
  EXPECT_EQ(token_code("nerve", false), token_code("nerve", false));
  EXPECT_NE(token_code("nerve", false), token_code("nerves", false));
}

TEST(TokenCode, FewDifferentWordsShareOne) {
  std::set<TokenCode> codes;
  for (int i = 0; i < 1'000; ++i) codes.insert(token_code("word" + std::to_string(i), false));
  EXPECT_GE(codes.size(), 998U);
}

TEST(TokenStream, ComesBackAsItWasWritten) {
  TokenStream read;
  ASSERT_TRUE(decode(encode(sample()), read));
  EXPECT_EQ(read, sample());
  EXPECT_EQ(read.heading(), 2U);
  EXPECT_THAT(read.part(read.first_sentence()),
              ElementsAre(token_code("the", true), token_code("nerve", false),
                          token_code("thenerve", false)));
  EXPECT_THAT(read.wholes, ElementsAre(4U));
}

TEST(TokenStream, TakesAByteAStopwordAndThreeAWord) {
  TokenStream stream = sample();
  const std::size_t before = encode(stream).size();
  stream.codes.push_back(token_code("of", true));
  ++stream.ends.back();
  EXPECT_EQ(encode(stream).size(), before + 1);
  stream.codes.push_back(token_code("knee", false));
  ++stream.ends.back();
  EXPECT_EQ(encode(stream).size(), before + 4);
}

TEST(TokenStream, RefusesBytesThatAreCutOrTooMany) {
  const std::string bytes = encode(sample());
  TokenStream stream;
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decode(bytes.substr(0, size), stream)) << size;
  EXPECT_FALSE(decode(bytes + "x", stream));
}

TEST(TokenStream, AnyBytesAreReadOrRefused) {
  std::mt19937 random(7);  // NOLINT(bugprone-random-generator-seed): repeatable
  TokenStream stream;
  for (int i = 0; i < 2'000; ++i) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 256);
    if (!decode(bytes, stream)) continue;
    EXPECT_EQ(stream.ends.empty() ? 0 : stream.ends.back(), stream.codes.size());
  }
}

}  // namespace
}  // namespace palpate
