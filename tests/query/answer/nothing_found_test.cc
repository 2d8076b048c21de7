#include "answer/nothing_found.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "../ranking/indexed_folder.h"
#include "query/note_texts.h"

namespace palpate {
namespace {

using testing::ElementsAreArray;

TEST(Notes, CountAndNameInPlainWords) {
  EXPECT_EQ(text_of({NoteKind::undated, {"1"}}), "1 article without a date is left out.");
  EXPECT_EQ(text_of({NoteKind::undated, {"2"}}), "2 articles without a date are left out.");
  EXPECT_EQ(text_of({NoteKind::unknown_words, {"metformin"}}), "No article holds “metformin”.");
  EXPECT_EQ(text_of({NoteKind::unknown_words, {"a", "b"}}), "No article holds “a” or “b”.");
  EXPECT_EQ(text_of({NoteKind::unknown_words, {"a", "b", "c"}}),
            "No article holds “a”, “b” or “c”.");
  EXPECT_EQ(text_of({NoteKind::closest, {"metformin"}}),
            "Nothing here is about “metformin”; closest:");
}

TEST(FieldNotes, NameEachValueThatNoArticleHas) {
  const IndexedFolder folder;
  folder.write("knee.md",
               "---\ntitle: Knees on stairs\nauthors: [Ada Quist, Jun Moor]\nsource: Lake Clinic\n"
               "tags: [stairs]\nlanguage: en\n---\n\nStairs load the knee.\n\n## References\n\n"
               "- Sherman K. Strength for knees. 2019.\n");
  folder.index();
  const Snapshot index = folder.snapshot();
  QuestionAnalyser analyser = std::move(*QuestionAnalyser::create({"en"}));
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"knee author:quist source:lake tag:stairs title:knee id:knee.md", {}},
      {"knee author:hill", {"No article is by “hill”."}},
      {"knee author:\"ada moor\"", {"No article is by “ada moor”."}},
      {"knee source:harbour OR source:lake", {"No article is from “harbour”."}},
      {"knee tag:posture title:hip",
       {"No article has the tag “posture”.", "No article has this in its title: “hip”."}},
      {"knee id:hip.md", {"Nothing here has the id “hip.md”."}},
      {"knee tag:posture tag:posture", {"No article has the tag “posture”."}},
      {"knee tag:" + std::string(150, 'x'),
       {"No article has the tag “" + std::string(100, 'x') + "…”."}},
      {"knee id:knee.md#9", {"Nothing here has the id “knee.md#9”."}},
      {"knee -tag:posture heading:references lang:de", {}},
      {"knee", {}}};
  for (const auto& [question, notes] : cases)
    EXPECT_THAT(texts_of(field_notes(index, analyser, parse_question(question), RankingWeights())),
                testing::UnorderedElementsAreArray(notes))
        << question;
}

struct Case {
  std::string question;
  std::vector<std::string> advice;
};

TEST(WhatToDrop, IsEachPartThatAloneKeepsPassagesOut) {
  const IndexedFolder folder;
  folder.write("lines.jsonl",
               R"({"_id":"a","text":"Knee pain.","metadata":{"language":"en","date":"2020"}})"
               "\n"
               R"({"_id":"b","text":"Knee rest.","metadata":{"language":"en","date":"2020"}})"
               "\n"
               R"({"_id":"c","text":"Hip pain.","metadata":{"language":"en"}})"
               "\n");
  folder.index();
  const Snapshot index = folder.snapshot();
  QuestionAnalyser analyser = std::move(*QuestionAnalyser::create({"en"}));
  const std::vector<Case> cases = {
      {"knee lang:de", {"Without lang:de 2 passages match."}},
      {"pain -knee -hip", {"Without -knee 1 passage matches.", "Without -hip 1 passage matches."}},
      {"knee -\"knee pain\" -rest",
       {"Without -\"knee pain\" 1 passage matches.", "Without -rest 1 passage matches."}},
      {"pain -id:a -id:c",
       {"Without -id:a 1 passage matches.", "Without -id:c 1 passage matches."}},
      {"\"pain knee\"", {"Without the quotes around pain knee 3 passages match."}},
      {"hip after:2019", {"Without after: 1 passage matches."}},
      {"knee before:2019", {"Without before: 2 passages match."}},
      // Nothing that is dropped alone would help.
      {"knee lang:de tag:posture", {}},
      {"metformin", {}},
      {"metformin lang:de", {}},
      {"lang:de", {}},
      {"", {}},
  };
  for (const Case& c : cases)
    EXPECT_THAT(
        texts_of(what_to_drop(index, analyser, parse_question(c.question), RankingWeights())),
        ElementsAreArray(c.advice))
        << c.question;
}

}  // namespace
}  // namespace palpate
