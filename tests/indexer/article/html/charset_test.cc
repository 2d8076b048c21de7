#include "article/html/charset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace palpate {
namespace {

using std::string_literals::operator""s;

struct Case {
  std::string name;
  std::string bytes;
  std::string utf8;
};

class Charset : public testing::TestWithParam<Case> {};

TEST_P(Charset, IsDecodedToUtf8) { EXPECT_EQ(html_to_utf8(GetParam().bytes), GetParam().utf8); }

INSTANTIATE_TEST_SUITE_P(
    Pages, Charset,
    testing::ValuesIn(std::vector<Case>{
        {"Utf8Undeclared", "<p>caf\u00E9", "<p>caf\u00E9"},
        {"Utf8MarkGoes", "\xEF\xBB\xBF<p>caf\u00E9", "<p>caf\u00E9"},
        {"Utf8BeatsAWrongLabel", "<meta charset=iso-8859-1><p>caf\u00E9",
         "<meta charset=iso-8859-1><p>caf\u00E9"},
        {"Latin1LabelMeansWindows1252", "<meta charset='ISO-8859-1'><p>\x93spine\x94 \x96 caf\xE9",
         "<meta charset='ISO-8859-1'><p>\u201Cspine\u201D \u2013 caf\u00E9"},
        {"HttpEquiv",
         "<meta http-equiv=Content-Type content='text/html; "
         "charset=windows-1251'>\xF1\xEF\xE8\xED\xE0",
         "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"
         "\u0441\u043F\u0438\u043D\u0430"},
        {"XmlDeclaration", "<?xml version='1.0' encoding='iso-8859-2'?><p>b\xF3l plec\xF3w \xB3",
         "<?xml version='1.0' encoding='iso-8859-2'?><p>b\u00F3l plec\u00F3w \u0142"},
        {"ShiftJis", "<meta charset=shift_jis><p>\x8D\x98\x92\xC9",
         "<meta charset=shift_jis><p>\u8170\u75DB"},
        {"Utf16WithMark", "\xFF\xFE<\0p\0>\0\xE9\0"s, "<p>\u00E9"},
        {"Utf16WithoutMark", "<\0p\0>\0\xE9\0"s, "<p>\u00E9"},
        {"Utf16BigEndian", "\xFE\xFF\0<\0p\0>\0\xE9"s, "<p>\u00E9"},
        {"Utf16LabelOnBytesIsNotBelieved", "<meta charset=utf-16><p>caf\xE9 au lait",
         "<meta charset=utf-16><p>caf\u00E9 au lait"},
        {"UnknownLabelIsGuessed",
         "<meta charset=no-such-set><p>Le caf\xE9 est tr\xE8s chaud, d\xE9j\xE0",
         "<meta charset=no-such-set><p>Le caf\u00E9 est tr\u00E8s chaud, d\u00E9j\u00E0"},
        {"NulsGo", "<p>sp\0ine\0"s, "<p>spine"},
        {"Empty", "", ""},
    }),
    [](const testing::TestParamInfo<Case>& test) { return test.param.name; });

TEST(Charset, IsGuessedByTheDetectorWhenNothingIsSaid) {
  std::string russian;  // windows-1251, long enough to be told from other Cyrillic sets
  for (int i = 0; i < 20; ++i) {
    russian += "\xC1\xEE\xEB\xFC \xE2 \xF1\xEF\xE8\xED\xE5 \xEF\xF0\xEE\xF5\xEE\xE4\xE8\xF2. ";
  }
  EXPECT_THAT(html_to_utf8("<p>" + russian), testing::HasSubstr("\u0411\u043E\u043B\u044C"));
}

TEST(Charset, LabelsAreFoundInTheHeadOnly) {
  EXPECT_EQ(declared_charset("<META CHARSET = \"UTF-8\">"), "utf-8");
  EXPECT_EQ(declared_charset("<p>charset=utf-8</p>"), "");
  EXPECT_EQ(declared_charset("<link charset=utf-8>"), "");
  EXPECT_EQ(declared_charset(std::string(5000, ' ') + "<meta charset=utf-8>"), "");
}

TEST(Charset, TellsABinaryFileFromAPage) {
  std::string picture = "\x89PNG\r\n\x1A\n";
  for (int i = 0; i < 2000; ++i) picture += static_cast<char>(i * 7);
  EXPECT_TRUE(looks_binary(picture));
  EXPECT_FALSE(looks_binary("<p>Plain.</p>\n\t"));
  EXPECT_FALSE(looks_binary(""));
  EXPECT_FALSE(looks_binary("<\0p\0>\0"s));
}

}  // namespace
}  // namespace palpate
