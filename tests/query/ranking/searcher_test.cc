#include "palpate/searcher.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/analyser.h"
#include "indexed_folder.h"
#include "query/note_texts.h"
#include "store/keys.h"

namespace palpate {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// A handful of pages, one of them with references and a note on its author.
class SearcherTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new IndexedFolder;
    folder_->write("knee.md", R"(---
title: Knee pain on stairs
language: en
date: 2021-03-04
---

Stairs load the kneecap. Walking down is harder than walking up.

## What helps

Strong thighs help the knee. A physiotherapist shows how to begin.

## References

- Sherman K. Strength for knees: a trial. Journal of Joints 2019.
- Brandt L. Surgery compared with exercise. 2014.

## About the author

Ada Moor writes about joints and plays the accordion.
)");
    folder_->write("neck.md", R"(---
title: A stiff neck
language: en
---

A stiff neck loosens within days. Keep the neck moving.

## Sleep

A flat pillow is kinder to the neck than a high one.
)");
    folder_->write("hip.txt",
                   "Hip pain at night\n\nLying on the sore hip hurts. Put a pillow between the "
                   "legs and lie on the other side.\n");
    folder_->index();
  }
  static void TearDownTestSuite() { delete folder_; }

  Answer ask(const std::string& question) {
    const Result<Answer> answer = searcher_.search({.question = question});
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : Answer{};
  }

  static inline IndexedFolder* folder_ = nullptr;
  Searcher searcher_ = folder_->searcher();
};

TEST(Corrections, AreShownAsTheArticlesWriteThem) {
  const IndexedFolder folder;
  folder.write("kreuz.md",
               "---\ntitle: Kreuzweh\nlanguage: de\n---\n\nGegen Rückenschmerzen hilft Gehen. "
               "Rückenschmerzen vergehen meist.\n");
  folder.write("nacken.md",
               "---\ntitle: Nacken\nlanguage: de\n---\n\nNacken und Rückenschmerzen.\n");
  folder.write("knee.md",
               "---\ntitle: Stairs\nlanguage: en\n---\n\nSciatica hurts. Sciatica passes.\n");
  folder.write("hip.md", "---\ntitle: Hips\nlanguage: en\n---\n\nSciatica is no hip pain.\n");
  folder.index();
  const Searcher searcher = folder.searcher();
  const auto corrected = [&](const std::string& question) {
    const Result<Answer> answer = searcher.search({.question = question});
    EXPECT_TRUE(answer && !answer->notes.empty()) << question;
    return answer && !answer->notes.empty() ? answer->notes.front() : Note{};
  };
  EXPECT_EQ(corrected("Rückenschmerzne"),
            (Note{NoteKind::spelling, {"Rückenschmerzne", "Rückenschmerzen"}}));
  EXPECT_EQ(corrected("sciatcia"), (Note{NoteKind::spelling, {"sciatcia", "sciatica"}}));
}

TEST_F(SearcherTest, NoIndexIsNotFound) {
  const Result<Searcher> none = Searcher::open(folder_->directory() + ".none");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
}

TEST_F(SearcherTest, NoQuestionIsAnErrorAndNothingAskedFindsNothing) {
  for (const std::string question : {"", "   ", "!!!", "\"", "-", "-knee", "OR", "-\"", "title:"}) {
    const Answer answer = ask(question);
    EXPECT_EQ(answer.question, question);
    EXPECT_EQ(answer.total, answer.hits.size()) << question;
  }
  EXPECT_THAT(ask("").hits, IsEmpty());
  EXPECT_THAT(ask("!!!").hits, IsEmpty());
}

TEST_F(SearcherTest, BackMatterIsNoAnswerWhileTheBodyHasOne) {
  for (const Hit& hit : ask("exercise knee").hits) EXPECT_FALSE(hit.back_matter);
}

TEST_F(SearcherTest, BackMatterIsFoundByItsSource) {
  const Answer cited = ask("Sherman 2019");
  ASSERT_FALSE(cited.hits.empty());
  EXPECT_TRUE(cited.hits[0].back_matter);
  EXPECT_THAT(cited.hits[0].text, HasSubstr("Sherman"));
}

TEST_F(SearcherTest, AReferenceComesFirstForItsNameAndYearBeforeWhatHoldsTheYearAlone) {
  const Answer cited = ask("sherman 2019 knee");
  ASSERT_FALSE(cited.hits.empty());
  EXPECT_TRUE(cited.hits[0].back_matter);
}

TEST_F(SearcherTest, BackMatterIsFoundByANameThatOnlyItHolds) {
  const Answer named = ask("Sherman");
  ASSERT_FALSE(named.hits.empty());
  EXPECT_TRUE(named.hits[0].back_matter);
}

TEST_F(SearcherTest, BackMatterIsNoAnswerToInitialsOrBesideAWordThatNothingHolds) {
  for (const std::string question : {"k", "Sherman xylophone", "xylophone Sherman knee"})
    for (const Hit& hit : ask(question).hits) EXPECT_FALSE(hit.back_matter) << question;
  EXPECT_THAT(ask("K").hits, IsEmpty());
}

TEST_F(SearcherTest, BackMatterIsFoundWhenNothingElseIs) {
  const Answer phrase = ask("\"plays the accordion\"");
  ASSERT_EQ(phrase.hits.size(), 1U);
  EXPECT_TRUE(phrase.hits[0].back_matter);
  EXPECT_EQ(phrase.total, 1U);
}

TEST_F(SearcherTest, ExclusionsHoldForBackMatterToo) {
  EXPECT_THAT(ask("trial 2019").hits, Not(IsEmpty()));
  for (const Hit& hit : ask("trial 2019 -sherman").hits)
    EXPECT_THAT(hit.text, Not(HasSubstr("Sherman")));
}

TEST_F(SearcherTest, MarksAreExactlyTheTokensWhoseStemWasAsked) {
  Analyser analyser = std::move(*Analyser::create({"en"}));
  for (const std::string question : {"necks", "walk stairs", "pillows help", "knee pain neck"}) {
    std::vector<std::string> stems;
    for (const Token& token : analyser.analyse(question)) stems.emplace_back(token.stem);
    for (const Hit& hit : ask(question).hits) {
      std::vector<ByteRange> marked;
      for (const Mark& mark : hit.marks) marked.push_back(mark.range);
      std::vector<ByteRange> expected;
      const std::string body = hit.text.substr(hit.body_begin);
      for (const Token& token : analyser.analyse(body))
        if (std::find(stems.begin(), stems.end(), token.stem) != stems.end())
          expected.push_back(
              {token.range.begin + hit.body_begin, token.range.end + hit.body_begin});
      EXPECT_EQ(marked, expected) << question << ": " << hit.text;
    }
  }
}

TEST_F(SearcherTest, TheBestSentenceLiesInThePassageAndHoldsAMark) {
  for (const std::string question : {"neck", "pillow between legs", "walking down", "knee"}) {
    for (const Hit& hit : ask(question).hits) {
      ASSERT_LE(hit.sentence.begin, hit.sentence.end);
      ASSERT_LE(hit.sentence.end, hit.text.size());
      if (hit.marks.empty()) {
        EXPECT_TRUE(hit.sentence.empty());
        continue;
      }
      ASSERT_GE(hit.sentence.begin, hit.body_begin);
      EXPECT_TRUE(std::any_of(hit.marks.begin(), hit.marks.end(), [&](const Mark& mark) {
        return mark.range.begin >= hit.sentence.begin && mark.range.end <= hit.sentence.end;
      })) << question;
    }
  }
  const Answer answer = ask("walking down stairs");
  ASSERT_FALSE(answer.hits.empty());
  EXPECT_EQ(answer.hits[0].sentence.of(answer.hits[0].text),
            "Walking down is harder than walking up.");
}

TEST_F(SearcherTest, TheFullTextIsItsPassagesAndHitsPointIntoIt) {
  for (const std::string id : {"knee.md", "neck.md", "hip.txt"}) {
    const Result<FullText> full = searcher_.full_text(id);
    ASSERT_TRUE(full) << full.error().message;
    std::size_t end = 0;
    for (const ByteRange& passage : full->passages) {
      EXPECT_EQ(passage.begin, end);
      end = passage.end;
    }
    EXPECT_EQ(end, full->text.size());
    const Result<FullText> by_passage = searcher_.full_text(id + "#1");
    ASSERT_TRUE(by_passage);
    EXPECT_EQ(by_passage->text, full->text);
  }
  const Answer answer = ask("pillow");
  ASSERT_EQ(answer.hits.size(), 2U);
  for (const Hit& hit : answer.hits)
    EXPECT_EQ(hit.range.of(searcher_.full_text(hit.document)->text), hit.text);
  const Result<FullText> none = searcher_.full_text("nowhere.md#1");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
}

TEST_F(SearcherTest, ArticlesWithoutADateAreCountedInANote) {
  const Answer answer = ask("pain after:2020");
  EXPECT_THAT(texts_of(answer.notes), Contains("1 article without a date is left out."));
  for (const Hit& hit : answer.hits) EXPECT_EQ(hit.document, "knee.md");
  EXPECT_THAT(ask("pain").notes, IsEmpty());
}

TEST_F(SearcherTest, UnknownWordsAreNamedInANote) {
  EXPECT_THAT(texts_of(ask("metformin").notes), ElementsAre("No article holds “metformin”."));
  EXPECT_THAT(texts_of(ask("-knee -title:hip").notes),
              ElementsAre("Only what to leave out was named; name something to look for as well."));
  EXPECT_THAT(texts_of(ask("((").notes),
              ElementsAre("There is no word to look for in the question."));
}

TEST_F(SearcherTest, NothingFoundSaysWhatToDrop) {
  const Answer answer = ask("neck lang:de");
  EXPECT_EQ(answer.total, 0U);
  EXPECT_THAT(texts_of(answer.notes), Contains(HasSubstr("Without lang:de 2 passages match.")));
}

TEST_F(SearcherTest, ARunListsEachDocumentOnceByItsBestPassage) {
  const Result<std::vector<RankedId>> run = searcher_.rank("neck pillow", 10, RunUnit::document);
  ASSERT_TRUE(run);
  ASSERT_EQ(run->size(), 2U);
  EXPECT_EQ((*run)[0].id, "neck.md");
  EXPECT_GE((*run)[0].score, (*run)[1].score);
  EXPECT_EQ(searcher_.rank("neck pillow", 1, RunUnit::document)->size(), 1U);
  EXPECT_THAT(*searcher_.rank("neck", 0, RunUnit::passage), IsEmpty());
  EXPECT_EQ(searcher_.rank("neck", SIZE_MAX, RunUnit::passage)->size(), 2U);
  EXPECT_EQ(searcher_.rank("neck", std::size_t{1} << 32U, RunUnit::passage)->size(), 2U);
}

TEST_F(SearcherTest, DescribesItself) {
  const Result<IndexDescription> description = searcher_.describe();
  ASSERT_TRUE(description);
  EXPECT_EQ(description->documents, 3U);
  EXPECT_EQ(description->generation, "generation-000001");
  EXPECT_EQ(description->failed_files, 0U);
  EXPECT_GT(description->bytes, 0U);
  ASSERT_FALSE(description->languages.empty());
  EXPECT_EQ(description->languages[0].first, "en");
}

TEST_F(SearcherTest, ExplainsEveryHit) {
  const Result<Answer> answer = searcher_.search({.question = "neck pillow", .explain = true});
  ASSERT_TRUE(answer);
  EXPECT_THAT(answer->explain, Contains(HasSubstr("“neck”, as typed: looked up as neck (en)")));
  for (const Hit& hit : answer->hits) EXPECT_THAT(hit.why, Contains(HasSubstr("score ")));
}

// Whoever knows the title finds the article, in every language of the sample corpus.
// German cuts "shoulder" to "should": no reason to show what people should do in English.
TEST(Languages, AStemOfOneLanguageFindsNothingInAnother) {
  const IndexedFolder folder;
  folder.write("en.md", "---\ntitle: Advice\nlanguage: en\n---\nPeople should rest for a while.\n");
  folder.write("de.md",
               "---\ntitle: Rat\nlanguage: de\n---\nDie Schulter schmerzt, die Schultern auch.\n");
  folder.index();
  Searcher searcher = folder.searcher();
  Result<Answer> answer = searcher.search({.question = "shoulder"});
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->hits.empty());
  answer = searcher.search({.question = "schultern"});
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->hits.size(), 1U);
  EXPECT_EQ(answer->hits[0].document, "de.md");
}

TEST(Phrases, OnesThatOnlyTheTitleHoldsComeLast) {
  const IndexedFolder folder;
  folder.write("named.md",
               "---\ntitle: Tender spots\nlanguage: en\n---\nSome tender places and some spots.\n");
  folder.write("said.md",
               "---\ntitle: Muscles\nlanguage: en\n---\nA muscle may hold many things, bones and "
               "nerves beside it, and now and then tender spots.\n");
  folder.index();
  Searcher searcher = folder.searcher();
  const Result<Answer> plain = searcher.search({.question = "tender spots"});
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->hits.front().document, "named.md");
  const Result<Answer> quoted = searcher.search({.question = "\"tender spots\""});
  ASSERT_TRUE(quoted);
  ASSERT_EQ(quoted->hits.size(), 2U);
  EXPECT_EQ(quoted->hits.front().document, "said.md");
}

TEST(Corpus, EveryArticleIsFirstForItsOwnTitle) {
  const IndexedFolder folder;
  folder.index_folder(PALPATE_CORPUS);
  const Snapshot index = folder.snapshot();
  Searcher searcher = folder.searcher();
  std::size_t asked = 0;
  for (const auto& [id, packed] : index.metadata(kDocumentKeys)) {
    const std::string title = index.document(id)->title;
    const Result<Answer> answer = searcher.search({.question = title});
    ASSERT_TRUE(answer);
    ASSERT_FALSE(answer->hits.empty()) << title;
    EXPECT_EQ(answer->hits[0].document, id) << title;
    ++asked;
  }
  EXPECT_GE(asked, 10U);
}

TEST(Corpus, NoSmallWordOfAnEquivalentIsMarked) {
  IndexedFolder folder;
  folder.index_folder(PALPATE_CORPUS);  // in three languages: "the" is a stopword of one
  const Result<Answer> answer = folder.searcher().search({.question = "spinal stenosis"});
  ASSERT_TRUE(answer);
  ASSERT_FALSE(answer->hits.empty());
  for (const Hit& hit : answer->hits)
    for (const Mark& mark : hit.marks) EXPECT_NE(mark.range.of(hit.text), "the") << hit.passage;
}

TEST(Corpus, SupersededAdviceStandsBehindCurrentAdvice) {
  IndexedFolder folder;
  folder.index_folder(PALPATE_CORPUS);
  for (const std::string question :
       {"bed rest for back pain", "should I stay in bed with back pain", "bed rest lumbago"}) {
    const Result<Answer> answer = folder.searcher().search({.question = question});
    ASSERT_TRUE(answer);
    ASSERT_FALSE(answer->hits.empty());
    EXPECT_NE(answer->hits.front().document, "bed-rest-for-back-pain-1998.md") << question;
  }
}

}  // namespace
}  // namespace palpate
