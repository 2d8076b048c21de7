#include "program/printable.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace palpate {
namespace {

using namespace std::string_literals;

TEST(Printable, WhatSteersATerminalIsEscaped) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""},
      {"low back/pain – Übung 腰痛.txt", "low back/pain – Übung 腰痛.txt"},
      {"a\\b\"c", "a\\b\"c"},
      {"a\nb\tc\rd", "a\\nb\\tc\\rd"},
      {"\x1B[2Jgone\x07", "\\x1B[2Jgone\\x07"},
      {"a\0b\x7F"s, "a\\x00b\\x7F"},
      {"a\xFF\xE2\x80", "a\\xFF\\xE2\\x80"},
      {"a\xC2\x9B"
       "31mb",
       "a\\u009B31mb"},
      {"fdp.\xE2\x80\xAEtxt", "fdp.\\u202Etxt"},
      {"a\xE2\x80\xA8"
       "b\xEF\xBB\xBF",
       "a\\u2028b\\uFEFF"},
      {"\xF3\xA0\x80\x81", "\\U000E0001"},
      {"👩‍⚕️", "👩‍⚕️"},
  };
  for (const auto& [raw, safe] : cases) EXPECT_EQ(printable(raw), safe);
}

TEST(Printable, ATextKeepsItsLines) {
  EXPECT_EQ(printable("a\n\tb\x1B\r\n", LineBreaks::kept), "a\n\tb\\x1B\\r\n");
}

}  // namespace
}  // namespace palpate
