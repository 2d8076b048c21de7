#include "article/text/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace palpate {
namespace {

using testing::HasSubstr;
using namespace std::string_literals;

// 3 kB, as a clinic writes them.
std::string clinic_text() {
  std::string text = "Ankle sprains\n\n";
  while (text.size() < 3000)
    text += "A turned ankle is cooled, raised and rested for a day or two, then moved again.\n";
  return text;
}

std::string in_utf16(const std::u16string& text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(unit >> 8);
    const auto low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

TEST(DecodeTest, StrayControlBytesAreBlanksAndCounted) {
  const std::string text = clinic_text();
  struct Case {
    std::string bytes;
    std::string read;
    std::size_t blanked;
  };
  const std::vector<Case> cases = {
      {text, text, 0},
      {text + "one\ftwo", text + "one\ntwo", 0},
      {text + "one\0two\0"s, text + "one two ", 2},
      {text + "one\x01two\x7Fthree", text + "one two three", 2},
      {text + "one\x1B[1mtwo", text + "one [1mtwo", 1},
      {text + "one\xC2\x93two", text + "one two", 1},
      {text + "caf\xE9\x01", text + "café ", 1},
      {"Knees." + std::string(500, '\0'), "Knees." + std::string(500, ' '), 500},
      {"Knees.\r\n\x1A", "Knees.\n ", 1}};
  for (const Case& one : cases) {
    const Result<DecodedText> decoded = decode_text(one.bytes);
    ASSERT_TRUE(decoded) << decoded.error().message << one.bytes.substr(one.bytes.size() - 12);
    EXPECT_EQ(decoded->text, one.read);
    EXPECT_EQ(decoded->blanked, one.blanked) << one.bytes.substr(one.bytes.size() - 12);
  }
}

TEST(DecodeTest, BinaryDataIsRefusedAndNamed) {
  std::mt19937 random(7);
  std::string noise(20'000, '\0');
  for (char& byte : noise) byte = static_cast<char>(random() & 0xFFU);
  noise[0] = 'a';
  std::string picture = "BM";
  picture += std::string(52, '\x02') + std::string(20'000, '\xFF');
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"\x89PNG\r\n\x1A\n"s + clinic_text(), "is a PNG image"},
      {"PK\x03\x04"s + clinic_text(), "is a zip archive"},
      {noise, "is binary, not text: "},
      {picture, "52 of 20054 bytes are control bytes"},
      {clinic_text() + std::string(400, '\x02') + "end", "400 of "},
      {"\xFF\xFE" + in_utf16(std::u16string(50, u'\x01'), false), "full of control characters"}};
  for (const auto& [bytes, why] : cases) {
    const Result<DecodedText> decoded = decode_text(bytes);
    ASSERT_FALSE(decoded) << why;
    EXPECT_THAT(decoded.error().message, HasSubstr(why));
  }
}

TEST(DecodeTest, ReadsUtf16WithAndWithoutItsMark) {
  const std::u16string text = u"Füße\r\n\r\nWarm feet walk further — and so do their owners.";
  for (const bool big_endian : {false, true}) {
    for (const bool marked : {false, true}) {
      const std::string bytes = in_utf16((marked ? u"\xFEFF" : u"") + text, big_endian);
      const Result<DecodedText> decoded = decode_text(bytes);
      ASSERT_TRUE(decoded) << decoded.error().message;
      EXPECT_EQ(decoded->encoding, "UTF-16");
      EXPECT_EQ(decoded->text, "Füße\n\nWarm feet walk further — and so do their owners.");
      EXPECT_EQ(decoded->blanked, 0U);
    }
  }
  EXPECT_EQ(utf16_of(clinic_text()), nullptr);
  EXPECT_EQ(utf16_of(clinic_text() + "\0"), nullptr);
}

TEST(DecodeTest, WhatIsBlankIsEmpty) {
  for (const std::string& bytes : {" \n"s, "\0\0\0\0"s, "\xFF\xFE"s, "\xEF\xBB\xBF"s}) {
    const Result<DecodedText> decoded = decode_text(bytes);
    ASSERT_FALSE(decoded);
    EXPECT_EQ(decoded.error().message, "empty");
  }
}

}  // namespace
}  // namespace palpate
