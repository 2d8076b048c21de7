// Quoted values of fields, and articles without a date beside them.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexed_folder.h"
#include "query/note_texts.h"

namespace palpate {
namespace {

using testing::Contains;
using testing::Not;
using testing::UnorderedElementsAreArray;

class FieldPhrases : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new IndexedFolder;
    folder_->write("together.md", R"(---
title: The trigger point, explained
language: en
source: Lake Street Clinic
authors: [Ada Moor, Jun Sato]
tags: [low-back pain, sleep]
synonyms: [myofascial knot]
date: 2021
---

## Red flags

A muscle may be sore.
)");
    folder_->write("apart.md", R"(---
title: Point out the trigger of a knot, myofascial or not
language: en
source: Clinic at Street Lake
authors: [Ada Sato, Jun Moor]
tags: [back pain, low sleep]
---

## Flags that are red

A muscle may be sore.

## Not red

A muscle may be tired.
)");
    folder_->index();
  }
  static void TearDownTestSuite() { delete folder_; }

  Answer ask(const std::string& question) {
    const Result<Answer> answer = searcher_.search({.question = question});
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : Answer{};
  }

  std::vector<std::string> documents(const std::string& question) {
    std::vector<std::string> found;
    for (const Hit& hit : ask(question).hits)
      if (std::find(found.begin(), found.end(), hit.document) == found.end())
        found.push_back(hit.document);
    return found;
  }

  static inline IndexedFolder* folder_ = nullptr;
  Searcher searcher_ = folder_->searcher();
};

struct Asked {
  std::string question;
  std::vector<std::string> documents;
};

TEST_F(FieldPhrases, StandTogetherInOneTitleHeadingNameOrTag) {
  const std::vector<std::string> both{"together.md", "apart.md"};
  const std::vector<Asked> table{
      {R"(title:"trigger point")", {"together.md"}},
      {R"(muscle title:"trigger point")", {"together.md"}},
      {R"(muscle title:"Trigger-Point")", {"together.md"}},
      {R"(muscle title:"trigger points")", {}},
      {R"(muscle title:trigger title:points)", both},
      {R"(muscle title:trigger-point)", both},
      {R"(muscle title:"trigger of a knot")", {"apart.md"}},
      {R"(muscle title:"myofascial knot")", {"together.md"}},
      {R"(muscle title:"explained myofascial")", {}},
      {R"(muscle title:"trigger point" OR title:"the trigger of")", both},
      {R"(muscle title:"trigger point" OR title:knots)", both},
      {R"(muscle title:"point trigger" OR title:nowhere)", {}},
      {R"(muscle -title:"trigger point")", {"apart.md"}},
      {R"(muscle heading:"red flags")", {"together.md"}},
      {R"(muscle heading:"flags that are red")", {"apart.md"}},
      {R"(muscle author:"ada moor")", {"together.md"}},
      {R"(muscle author:"moor jun")", {}},
      {R"(muscle author:"jun moor")", {"apart.md"}},
      {R"(muscle source:"lake street")", {"together.md"}},
      {R"(muscle tag:"low back")", {"together.md"}},
      {R"(muscle tag:"back pain")", both},
      {R"("may be" title:"trigger point")", {"together.md"}},
      {R"(muscle lang:"en")", both}};
  for (const Asked& row : table)
    EXPECT_THAT(documents(row.question), UnorderedElementsAreArray(row.documents)) << row.question;
}

// A form's list gives whole names, a program the words of one.
TEST_F(FieldPhrases, AFilterTakesASourcesWordsInTheirOrder) {
  const auto sources = [&](const std::string& value) {
    std::vector<std::string> documents;
    const Result<Answer> answer = searcher_.search(
        {.question = "sore muscle", .per_article = 1, .filters = {{"source", value}}});
    EXPECT_TRUE(answer) << answer.error().message;
    for (const Hit& hit : answer->hits) documents.push_back(hit.document);
    return documents;
  };
  EXPECT_THAT(sources("Lake Street Clinic"), UnorderedElementsAreArray({"together.md"}));
  EXPECT_THAT(sources("lake street"), UnorderedElementsAreArray({"together.md"}));
  EXPECT_THAT(sources("Clinic at Street Lake"), UnorderedElementsAreArray({"apart.md"}));
  EXPECT_THAT(sources("Street"), UnorderedElementsAreArray({"together.md", "apart.md"}));
  EXPECT_TRUE(sources("Clinic Lake").empty());
}

TEST_F(FieldPhrases, TheTotalCountsOnlyWhatHoldsThem) {
  EXPECT_EQ(ask(R"(muscle heading:"red flags")").total, 1U);
  EXPECT_EQ(ask("muscle heading:red heading:flags").total, 2U);
}

TEST_F(FieldPhrases, NothingFoundSaysWhatTheQuotesCost) {
  EXPECT_THAT(texts_of(ask(R"(muscle title:"point trigger")").notes),
              Contains("Without the quotes behind title: 3 passages match."));
}

TEST_F(FieldPhrases, ArticlesWithoutADateAreCountedOnceAndOnlyWhereTheyMatch) {
  const std::string note = "1 article without a date is left out.";
  for (const std::string question :
       {"muscle", "\"a muscle may\"", R"(muscle title:"point out")", "tired -\"may be sore\""})
    EXPECT_THAT(texts_of(ask(question + " after:2020").notes), Contains(note)) << question;
  for (const std::string question : {"muscle title:explained", "\"muscle a\"",
                                     R"(muscle title:"trigger point")", "muscle -\"a muscle\""})
    EXPECT_THAT(texts_of(ask(question + " after:2020").notes), Not(Contains(note))) << question;
}

}  // namespace
}  // namespace palpate
