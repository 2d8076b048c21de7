#include "vocabulary/mesh_reader.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

struct Outcome {
  std::vector<EquivalentGroup> groups;
  std::string failure;
};

Outcome read(std::string_view text, std::size_t block) {
  Outcome outcome;
  MeshReader reader([&](EquivalentGroup group) { outcome.groups.push_back(std::move(group)); });
  Status done = Done{};
  for (std::size_t at = 0; done && at < text.size(); at += block)
    done = reader.feed(text.substr(at, block));
  if (done) done = reader.finish();
  if (!done) outcome.failure = done.error().message;
  return outcome;
}

std::string fixture() {
  std::ifstream in(std::string(PALPATE_FIXTURES) + "/mesh/descriptors.xml", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A file of one descriptor whose preferred concept has these terms.
std::string file_of(const std::vector<std::string>& terms) {
  std::string text =
      "<DescriptorRecordSet><DescriptorRecord><ConceptList><Concept "
      "PreferredConceptYN=\"Y\"><TermList>";
  for (const std::string& term : terms) text += "<Term><String>" + term + "</String></Term>";
  return text + "</TermList></Concept></ConceptList></DescriptorRecord></DescriptorRecordSet>";
}

TEST(MeshReader, TakesTheTermsOfPreferredConcepts) {
  const std::string text = fixture();
  for (const std::size_t block : {text.size(), std::size_t{1000}, std::size_t{1}}) {
    const Outcome outcome = read(text, block);
    EXPECT_EQ(outcome.failure, "");
    EXPECT_THAT(outcome.groups,
                ElementsAre(EquivalentGroup{{"Back Pain", "Backache", "Dorsal Ache"}, "en", 4},
                            EquivalentGroup{{"Tea & Coffee", "Caf\xc3\xa9 Drinks"}, "en", 78}));
  }
}

TEST(MeshReader, PutsInvertedTermsInNaturalOrder) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Back Pain", "Back Pain"},
      {"Pain, Back", "Back Pain"},
      {"Hepatitis, Viral, Human", "Human Viral Hepatitis"},
      {"1,2-Dithiol", "1,2-Dithiol"},
      {"", ""},
  };
  for (const auto& [written, natural] : cases) EXPECT_EQ(natural_order(written), natural);
}

TEST(MeshReader, LeavesOutTermsThatNobodyTypesAndGroupsOfOne) {
  EXPECT_THAT(read(file_of({"Sore", std::string(5000, 'x')}), 100).groups, IsEmpty());
  EXPECT_THAT(read(file_of({"Sore", "SORE", " sore "}), 100).groups, IsEmpty());
  std::vector<std::string> many(100);
  for (std::size_t i = 0; i < many.size(); ++i) many[i] = "t" + std::to_string(i);
  const Outcome outcome = read(file_of(many), 100);
  ASSERT_EQ(outcome.groups.size(), 1U);
  EXPECT_EQ(outcome.groups[0].terms.size(), kMostTermsInGroup);
}

TEST(MeshReader, NamesTheLineOfABrokenFile) {
  const std::string whole = fixture();
  std::string mismatched = whole;
  mismatched.replace(mismatched.find("</DescriptorUI>"), 15, "</DescriptorID>");
  const std::vector<std::pair<std::string, std::string>> cases{
      {mismatched, "line 5: mismatched tag"},
      {whole.substr(0, whole.size() / 2), "line "},
      {"", "line 1: no element found"},
      {"what?", "line 1: syntax error"},
      {"\n<html></html>", "line 2: a <html>, not a <DescriptorRecordSet>"},
      {"<DescriptorRecordSet/>", "line 1: it holds no descriptors"},
      {"<!DOCTYPE DescriptorRecordSet [\n<!ENTITY a \"aaaa\">]><DescriptorRecordSet/>",
       "line 2: it declares an entity"},
      {"<!DOCTYPE DescriptorRecordSet [<!ENTITY a SYSTEM \"/etc/hostname\">]>",
       "line 1: it declares an entity"},
  };
  for (const auto& [text, failure] : cases) {
    SCOPED_TRACE(text.substr(0, 200));
    EXPECT_THAT(read(text, 1000).failure, StartsWith(failure));
  }
}

TEST(MeshReader, RefusesWhatWouldCostMemoryOrTime) {
  std::string deep = "<DescriptorRecordSet>";
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  EXPECT_THAT(read(deep, 1000).failure, HasSubstr("nested too deep"));
  const std::string wide = "<DescriptorRecordSet><!--" + std::string(std::size_t{32} << 20U, '-');
  EXPECT_NE(read(wide, std::size_t{1} << 20U).failure, "");
  const std::string name = "<DescriptorRecordSet a=\"" + std::string(std::size_t{32} << 20U, 'a');
  EXPECT_THAT(read(name, std::size_t{1} << 16U).failure, HasSubstr("more than a megabyte"));
}

}  // namespace
}  // namespace palpate
