#include "store/vocabulary_lookup.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "store/vocabulary.h"
#include "stored_index.h"

namespace palpate {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Found = std::tuple<std::size_t, std::string, std::vector<std::string>, VocabularySource>;

VocabularyList list_of(VocabularySource source, std::vector<EquivalentGroup> groups) {
  return {source, source == VocabularySource::palpate ? "" : "/lists/of.txt", std::move(groups)};
}

class VocabularyLookupTest : public StoredIndex {
 protected:
  void put(const VocabularyList& list) {
    commit([&](Segment& segment) { EXPECT_TRUE(segment.put(list)); });
  }

  // What `question` begins with.
  std::vector<Found> lookup(const std::string& question, const std::string& language = "en") {
    const Result<Snapshot> index = Snapshot::open(directory_);
    EXPECT_TRUE(index);
    if (!index) return {};
    std::vector<Found> found;
    for (Equivalent& one :
         VocabularyLookup(*index).starting_at(stems_of(question, language), language))
      found.emplace_back(one.stems, one.term, one.equivalents, one.source);
    return found;
  }

  static std::vector<std::string> stems_of(const std::string& text, const std::string& language) {
    Analyser analyser = std::move(*Analyser::create({language}));
    std::vector<std::string> stems;
    for (const Token& token : analyser.analyse(text))
      if (token.kind != TokenKind::joined) stems.emplace_back(token.stem);
    return stems;
  }

  std::map<std::string, std::string> stored() const {
    const Result<Snapshot> index = Snapshot::open(directory_);
    EXPECT_TRUE(index);
    std::map<std::string, std::string> entries;
    for (auto& [key, value] : index->metadata("equivalents:")) entries.emplace(key, value);
    return entries;
  }
};

constexpr auto kClinic = VocabularySource::clinic;
constexpr auto kPalpate = VocabularySource::palpate;
constexpr auto kMesh = VocabularySource::mesh;

TEST_F(VocabularyLookupTest, GivesEveryTermThatStartsTheQuestionLongestFirst) {
  put(list_of(kPalpate, {{{"heart", "cardiac"}},
                         {{"heart attack", "myocardial infarction", "MI"}},
                         {{"heart attack warning sign", "prodrome"}},
                         {{"heart failure", "weak pump"}}}));
  EXPECT_THAT(lookup("heart attacks at night"),
              ElementsAre(Found{2, "heart attack", {"myocardial infarction", "MI"}, kPalpate},
                          Found{1, "heart", {"cardiac"}, kPalpate}));
  EXPECT_THAT(lookup("Heart attack warning signs"),
              ElementsAre(Found{4, "heart attack warning sign", {"prodrome"}, kPalpate},
                          Found{2, "heart attack", {"myocardial infarction", "MI"}, kPalpate},
                          Found{1, "heart", {"cardiac"}, kPalpate}));
  EXPECT_THAT(lookup("heart"), ElementsAre(Found{1, "heart", {"cardiac"}, kPalpate}));
  EXPECT_THAT(lookup("my heart"), IsEmpty());
  EXPECT_THAT(lookup(""), IsEmpty());
}

TEST_F(VocabularyLookupTest, NeverMergesGroupsThroughASharedTerm) {
  put(list_of(kPalpate, {{{"MS", "multiple sclerosis"}}, {{"MS", "mitral stenosis"}}}));
  EXPECT_THAT(lookup("ms"), ElementsAre(Found{1, "MS", {"multiple sclerosis"}, kPalpate},
                                        Found{1, "MS", {"mitral stenosis"}, kPalpate}));
  EXPECT_THAT(lookup("multiple sclerosis"),
              ElementsAre(Found{2, "multiple sclerosis", {"MS"}, kPalpate}));
}

TEST_F(VocabularyLookupTest, GivesSourcesInOrderAndLanguagesApart) {
  put(list_of(kMesh, {{{"Neck Pain", "Cervicalgia"}}}));
  put(list_of(kPalpate, {{{"neck pain", "sore neck"}}, {{"Rat", "Tipp"}, "de"}}));
  put(list_of(kClinic, {{{"neck pain", "stiff neck clinic"}}}));
  EXPECT_THAT(lookup("neck pain"),
              ElementsAre(Found{2, "neck pain", {"stiff neck clinic"}, kClinic},
                          Found{2, "neck pain", {"sore neck"}, kPalpate},
                          Found{2, "Neck Pain", {"Cervicalgia"}, kMesh}));
  EXPECT_THAT(lookup("Rat"), IsEmpty());
  EXPECT_THAT(lookup("Rat", "de"), ElementsAre(Found{1, "Rat", {"Tipp"}, kPalpate}));
}

TEST_F(VocabularyLookupTest, LeavesOutTermsOfTheSameStemsAndOfNone) {
  put(list_of(kPalpate, {{{"rash", "rashes", "skin eruption"}},
                         {{"walk", "walks"}},
                         {{"\xe2\x80\xa6", "ellipsis"}}}));
  EXPECT_THAT(lookup("rashes"), ElementsAre(Found{1, "rash", {"skin eruption"}, kPalpate}));
  EXPECT_THAT(lookup("skin eruptions"), ElementsAre(Found{2, "skin eruption", {"rash"}, kPalpate}));
  EXPECT_THAT(lookup("walks"), IsEmpty());
  EXPECT_THAT(lookup("ellipsis"), IsEmpty());
}

TEST_F(VocabularyLookupTest, ReplacesAndRemovesTheListOfOneSourceOnly) {
  put(list_of(kPalpate, {{{"a", "b"}}}));
  const auto without = stored();
  put(list_of(kClinic, {{{"knee cap", "patella"}}, {{"shin", "tibia"}}}));
  put(list_of(kClinic, {{{"knee cap", "kneepan"}}}));
  EXPECT_THAT(lookup("knee cap"), ElementsAre(Found{2, "knee cap", {"kneepan"}, kClinic}));
  EXPECT_THAT(lookup("shin"), IsEmpty());
  put(list_of(kClinic, {}));
  EXPECT_EQ(stored(), without);
}

TEST_F(VocabularyLookupTest, TellsAndGivesBackTheListsItHolds) {
  const VocabularyList clinic =
      list_of(kClinic, {{{"shin", "tibia", "shins"}}, {{"Bein", "Haxe"}, "de"}});
  put(clinic);
  const Result<Snapshot> index = Snapshot::open(directory_);
  ASSERT_TRUE(index);
  const VocabularyLookup vocabulary(*index);
  EXPECT_THAT(vocabulary.lists(), ElementsAre(record_of(clinic)));
  EXPECT_EQ(vocabulary.groups_of(vocabulary.lists().front()), clinic.groups);
}

TEST_F(VocabularyLookupTest, AnIndexWithoutVocabularyHasNone) {
  const Result<Snapshot> index = Snapshot::open(directory_);
  ASSERT_TRUE(index);
  EXPECT_THAT(VocabularyLookup(*index).lists(), IsEmpty());
  EXPECT_THAT(lookup("heart attack"), IsEmpty());
}

TEST_F(VocabularyLookupTest, LongWordsMakeNoKeyTooLong) {
  const std::string word(3000, 'x');
  put(list_of(kClinic, {{{word + " " + word + " knee", "patella"}}}));
  EXPECT_EQ(lookup(word + " " + word + " knee hurts").size(), 1U);
}

TEST(VocabularyRecord, HashTellsWhatChangesALookup) {
  const VocabularyList list = list_of(kClinic, {{{"a", "b"}, "en", 1}, {{"c", "d"}, "en", 2}});
  VocabularyList moved = list;
  moved.groups[1].line = 7;
  EXPECT_EQ(record_of(moved), record_of(list));
  for (auto change : std::vector<void (*)(VocabularyList&)>{
           [](VocabularyList& changed) { changed.groups[0].terms[0] = "e"; },
           [](VocabularyList& changed) { changed.groups[0].language = "de"; },
           [](VocabularyList& changed) {
             changed.groups[0].terms = {"a", "b", "c"};
           },
           [](VocabularyList& changed) { changed.groups.pop_back(); }}) {
    VocabularyList changed = list;
    change(changed);
    EXPECT_NE(record_of(changed).hash, record_of(list).hash);
  }
}

TEST(VocabularyRecord, DamagedBytesAreNoRecord) {
  EXPECT_FALSE(decode_vocabulary(kClinic, "V"));
  EXPECT_FALSE(decode_group("G\xff\xff"));
  EXPECT_FALSE(decode_terms("T\x05"));
  EXPECT_FALSE(decode_terms(""));
}

// The store finds what a scan over all groups finds.
TEST_F(VocabularyLookupTest, AgreesWithAScanOfAllGroups) {
  std::mt19937 random(11);
  const std::vector<std::string> words{"heel", "spur", "sore", "knee", "low", "back"};
  const auto some_words = [&](std::size_t most) {
    std::string text;
    for (std::size_t i = 1 + random() % most; i > 0; --i)
      text += words[random() % words.size()] + " ";
    text.pop_back();
    return text;
  };
  VocabularyList list = list_of(kClinic, {});
  for (int number = 0; number < 150; ++number) {
    EquivalentGroup group;
    for (std::size_t i = 2 + random() % 3; i > 0; --i) {
      std::string term = some_words(4);
      if (std::ranges::find(group.terms, term) == group.terms.end()) group.terms.push_back(term);
    }
    if (group.terms.size() > 1) list.groups.push_back(group);
  }
  put(list);
  for (int round = 0; round < 300; ++round) {
    const std::string question = some_words(6);
    std::vector<std::pair<std::size_t, std::string>> expected;
    for (const EquivalentGroup& group : list.groups)
      for (const std::string& term : group.terms)
        if ((question + " ").starts_with(term + " "))
          expected.emplace_back(std::ranges::count(term, ' ') + 1, term);
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const auto& [stems, term, equivalents, source] : lookup(question)) {
      found.emplace_back(stems, term);
      EXPECT_TRUE(std::ranges::any_of(
          list.groups, [&, &own = term, &others = equivalents](const EquivalentGroup& group) {
            std::vector<std::string> rest = group.terms;
            return std::erase(rest, own) == 1 && rest == others;
          }));
    }
    EXPECT_TRUE(std::ranges::is_sorted(found, std::ranges::greater(),
                                       [](const auto& one) { return one.first; }));
    std::ranges::sort(expected);
    std::ranges::sort(found);
    EXPECT_EQ(found, expected) << question;
  }
}

}  // namespace
}  // namespace palpate
