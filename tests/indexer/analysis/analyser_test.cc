#include "analysis/analyser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace palpate {
namespace {

Analyser analyser_of(std::string language) {
  Result<Analyser> analyser = Analyser::create({.language = std::move(language)});
  EXPECT_TRUE(analyser);
  return *std::move(analyser);
}

// The forms, blanks between; a joined one begins with a plus.
std::string forms(std::string_view text, const std::string& language = "en") {
  Analyser analyser = analyser_of(language);
  std::string all;
  for (const Token& token : analyser.analyse(text)) {
    if (!all.empty()) all += ' ';
    if (token.kind == TokenKind::joined) all += '+';
    all += token.form;
  }
  return all;
}

std::string stem(std::string_view word, const std::string& language = "en") {
  Analyser analyser = analyser_of(language);
  const auto tokens = analyser.analyse(word);
  return tokens.empty() ? std::string() : std::string(tokens.front().stem);
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

void expect_forms(const std::vector<Row>& rows, const std::string& language = "en") {
  for (const Row& row : rows) EXPECT_EQ(forms(row.text, language), row.expected) << row.text;
}

TEST(Analyser, FoldsCaseAccentsAndTypography) {
  expect_forms({
      {"", ""},
      {" \t\n", ""},
      {"Pain PAIN pain", "pain pain pain"},
      {"na\u00efve Sjo\u0308gren Ménière", "naive sjogren meniere"},
      {"\u00e6tiology \u0153dema \u00d8re \u0141\u00f3d\u017a", "aetiology oedema ore lodz"},
      {"Stra\u00dfe STRA\u1e9eE", "strasse strasse"},
      {"\ufb01brosis o\ufb03ce", "fibrosis office"},
      {"in\u00adflam\u00admation", "inflammation"},
      {"zero\u200bwidth\ufeff", "zerowidth"},
      {"\uff26\uff55\uff4c\uff4c \uff11\uff12", "full 12"},
      {"\u201cquoted\u201d \u00abtext\u00bb", "quoted text"},
      {"before\u2014after", "before after"},
      {"a\u00a0b\u2003c", "a b c"},
      {"Tylenol\u2122 Advil\u00ae", "tylenol advil"},
  });
}

TEST(Analyser, KeepsMarksThatAreLettersOfOtherScripts) {
  expect_forms({
      {"\u0413\u0440\u0443\u0434\u043d\u043e\u0439", "\u0433\u0440\u0443\u0434\u043d\u043e\u0439"},
      {"\u0451\u0436 \u043a\u043e\u0301\u0440\u043e\u0442\u043a\u043e",
       "\u0435\u0436 \u043a\u043e\u0440\u043e\u0442\u043a\u043e"},
      {"\u0457\u0436\u0430", "\u0457\u0436\u0430"},
      {"\u03a4\u03cc\u03bd\u03bf\u03c2", "\u03c4\u03bf\u03bd\u03bf\u03c3"},
      {"\uff76\uff9e", "\u30ac"},
      {"\u30ab\u3099", "\u30ac"},
      {"\u1112\u1161\u11ab", "\ud55c"},
      {"\u0e40\u0e08\u0e47\u0e1a", "\u0e40\u0e08\u0e47\u0e1a"},
      {"\u0939\u093f\u0928\u094d\u0926\u0940", "\u0939\u093f\u0928\u094d\u0926\u0940"},
  });
}

TEST(Analyser, BreaksScriptsWithoutBlanksByDictionary) {
  expect_forms({
      {"\u4e2d\u6587\u5206\u8bcd", "\u4e2d\u6587 \u5206\u8bcd"},
      {"\u65e5\u672c\u8a9e\u306e\u6587\u7ae0", "\u65e5\u672c\u8a9e \u306e \u6587\u7ae0"},
      {"\u0e1b\u0e27\u0e14\u0e2b\u0e25\u0e31\u0e07", "\u0e1b\u0e27\u0e14 \u0e2b\u0e25\u0e31\u0e07"},
      {"MRI\u691c\u67fb", "mri \u691c\u67fb"},
  });
}

TEST(Analyser, GivesCompoundsAsPartsAndAsAWhole) {
  expect_forms({
      {"low-back pain", "low back +lowback pain"},
      {"x-ray, X\u2011Ray; x\u2010ray's", "x ray +xray x ray +xray x ray +xray"},
      {"COVID-19", "covid 19 +covid19"},
      {"T1-weighted", "t1 weighted +t1weighted"},
      {"L4/L5 L4\u2013L5 L4-L5", "l4 l5 +l4l5 l4 l5 +l4l5 l4 l5 +l4l5"},
      {"\u03b1-tocopherol", "\u03b1 tocopherol +\u03b1tocopherol"},
      {"5-HT2A", "5 ht2a +5ht2a"},
      {"anti-TNF-\u03b1", "anti tnf \u03b1 +antitnf\u03b1"},
      {"and/or", "and or +andor"},
      {"mg/dL", "mg dl +mgdl"},
      {"low- and high-dose", "low and high dose +highdose"},
      {"-5 --help a--b -", "5 help a b"},
      {"pain \u2013 relief", "pain relief"},
      {"1-2-3-4-5-6", "1 2 3 4 5 6"},
  });
}

TEST(Analyser, JoinsDatesAndTelephoneNumbersButNeitherRangesNorFractions) {
  expect_forms({
      {"2024-06-03", "2024 06 03 +20240603"},
      {"541-210-5999", "541 210 5999 +5412105999"},
      {"5-10 mg", "5 10 mg"},
      {"2019\u20132020", "2019 2020"},
      {"1/2 24/7 120/80 3/6/2024", "1 2 24 7 120 80 3 6 2024"},
      {"10:30", "10 30"},
  });
}

TEST(Analyser, PartsNumbersFromUnits) {
  expect_forms({
      {"20mg 20 mg 20-mg", "20 mg 20 mg 20 mg"},
      {"2.5mL/kg 5mg/kg/day", "2.5 ml kg 5 mg kg day"},
      {"5\u00b5g 5\u03bcg", "5 \u03bcg 5 \u03bcg"},
      {"120/80mmHg", "120 80 mmhg"},
      {"37\u00b0C 37 \u2103", "37 c 37 c"},
      {"63% 63 %", "63 63"},
      {"10years 5min", "10 years 5 min"},
      {"1,000mg", "1000 mg"},
      {"B12 T1 L4 H1N1 CO2 omega3 HbA1c", "b12 t1 l4 h1n1 co2 omega3 hba1c"},
      {"1990s 1990's", "1990s 1990"},
      {"1st 90th 2D 5ht", "1st 90th 2d 5ht"},
  });
}

TEST(Analyser, WritesNumbersInOneForm) {
  expect_forms({
      {"1.5 1.50 1,000 1,234,567 1,000.5", "1.5 1.5 1000 1234567 1000.5"},
      {"1.0 1.000 0.00", "1 1 0"},
      {"1,5 1,2,3 1,00", "1 5 1 2 3 1 00"},
      {"p=0.05 p<.001 (.05)", "p 0.05 p 0.001 0.05"},
      {"0\u00b705", "0.05"},
      {"3.6.2024 192.168.0.1", "3 6 2024 192 168 0 1"},
      {"end.5 ...5", "end 5 5"},
      {"007 06", "007 06"},
      {"10'000", "10000"},
      {"\u0663\u0664", "34"},
  });
  expect_forms(
      {{"1,5 1.5 1.000 1,000 1.234,5 1.234.567 0,05", "1.5 1.5 1000 1 1234.5 1234567 0.05"},
       {"3.6.2024", "3 6 2024"}},
      "de");
}

TEST(Analyser, KeepsRaisedAndLoweredDigitsApart) {
  expect_forms({
      {"10\u2079/L", "10 9 l"},
      {"1\u00bd \u00bd", "1 1 2 1 2"},
      {"CO\u2082 B\u2081\u2082 H\u2082O", "co2 b12 h2o"},
      {"kg/m\u00b2 Fe\u00b3\u207a", "kg m2 +kgm2 fe3"},
      {"pain\u00b9\u00b2", "pain 12"},
      {"\u00b9\u00b3C-urea", "13c urea +13curea"},
      {"SO\u2084\u00b2\u207b", "so4 2"},
      {"5\u2460", "5 1"},
  });
}

TEST(Analyser, LosesPossessivesAndContractions) {
  expect_forms({
      {"Hodgkin's Hodgkin\u2019s patients' 'quoted'", "hodgkin hodgkin patients quoted"},
      {"they've we'll I'm don't O'Brien", "they we i dont obrien"},
      {"rock'n'roll", "rocknroll"},
      {"l'eau", "leau"},
  });
  expect_forms({{"l'eau d\u2019huile jusqu'\u00e0 aujourd'hui", "eau huile a aujourdhui"}}, "fr");
  expect_forms({{"dell'anca l'osso", "anca osso"}}, "it");
}

TEST(Analyser, WritesAcronymsTogetherAndAddressesApart) {
  expect_forms({
      {"U.S. e.g. i.e. a.m. U.S.A.", "us eg ie am usa"},
      {"http://www.nih.gov/low-back?x=1", "http www nih gov low back x 1"},
      {"first.last@clinic-a.org", "first last clinic a org"},
      {"end.Next snake_case R&D a:b", "end next snake case r d a b"},
  });
}

TEST(Analyser, StemsInItsLanguage) {
  EXPECT_EQ(stem("running"), "run");
  EXPECT_EQ(stem("X-rays"), "x");
  EXPECT_EQ(stem("vertebrae"), stem("vertebral"));
  EXPECT_NE(stem("later"), stem("lateral"));
  EXPECT_EQ(stem("R\u00fcckenschmerzen", "de"), stem("Ruckenschmerz", "de"));
  EXPECT_EQ(stem("inflamaci\u00f3n", "es"), stem("inflamaciones", "es"));
  EXPECT_EQ(stem("inflamacion", "es"), stem("inflamaciones", "es"));
  EXPECT_EQ(stem("inflama\u00e7\u00e3o", "pt"), stem("inflama\u00e7\u00f5es", "pt"));
  EXPECT_EQ(stem("\u0431\u043e\u043b\u044c\u043d\u043e\u0439", "ru"),
            stem("\u0431\u043e\u043b\u044c\u043d\u044b\u0439", "ru"));
  EXPECT_EQ(stem("running", "en-GB"), "run");
  for (const char* unknown : {"xx", "", "tlh", "english", "\xff"}) {
    EXPECT_EQ(stem("running", unknown), "running") << unknown;
  }
}

TEST(Analyser, StemsTheWholeOfACompoundAndNoNumber) {
  Analyser analyser = analyser_of("en");
  const auto tokens = analyser.analyse("X-rays 1.5");
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[2].form, "xrays");
  EXPECT_EQ(tokens[2].stem, "xray");
  EXPECT_EQ(tokens[2].position, 0U);
  EXPECT_EQ(tokens[3].stem, "1.5");
  EXPECT_EQ(tokens[3].kind, TokenKind::number);
  EXPECT_EQ(tokens[3].position, 2U);
}

TEST(Analyser, RangesNameTheOriginalBytes) {
  const std::string text =
      "The in\u00adflamed Hodgkin\u2019s Low-\u00c9tage 20mg 10\u2079/L \ufb01n.";
  Analyser analyser = analyser_of("en");
  std::vector<std::string> originals;
  for (const Token& token : analyser.analyse(text)) originals.emplace_back(token.range.of(text));
  EXPECT_THAT(originals,
              testing::ElementsAre("The", "in\u00adflamed", "Hodgkin", "Low", "\u00c9tage",
                                   "Low-\u00c9tage", "20", "mg", "10", "\u2079", "L", "\ufb01n"));
}

TEST(Analyser, TakesInvalidBytesAndNulForBlanks) {
  EXPECT_EQ(forms("low\xff"
                  "back"),
            "low back");
  EXPECT_EQ(forms(std::string_view("low\0back", 8)), "low back");
  EXPECT_EQ(forms("low-\x80"
                  "back"),
            "low back");
  EXPECT_EQ(forms("caf\xc3"), "caf");
  EXPECT_EQ(forms("\xed\xa0\x80 \xf8\x88\x80\x80\x80 \xc0\xaf"), "");
}

TEST(Analyser, CutsLongWordsBetweenCodePoints) {
  const std::string word = forms("a" + std::string(200, 'b'));
  EXPECT_EQ(word.size(), kMaxTermBytes);
  std::string greek;
  for (int i = 0; i < 100; ++i) greek += "\u03b2";
  EXPECT_EQ(forms("x" + greek).size(), kMaxTermBytes - 1);
  EXPECT_EQ(forms(std::string(200, '7')).size(), kMaxTermBytes);
  EXPECT_EQ(forms("0." + std::string(100, '0') + "1"), "0");
}

TEST(Analyser, KnowsItsSettingsAndUnicode) {
  EXPECT_EQ(analyser_of("de-AT").settings().language, "de-AT");
  EXPECT_THAT(Analyser::unicode_version(), testing::StartsWith("1"));
}

TEST(Fold, FoldsWholeStrings) {
  EXPECT_EQ(fold("Ren\u00e9 O\u2019Brien\u2013Smith"), "rene o'brien-smith");
  EXPECT_EQ(fold("Mayo\tClinic\n"), "mayo\tclinic\n");
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold("a\xff"
                 "b"),
            "a b");
}

}  // namespace
}  // namespace palpate
