// What an export gives, indexed again, is the same index: its texts, its passages, its answers.
#include <gmock/gmock.h>

#include <fstream>
#include <string>

#include "../indexing/index_run.h"
#include "../indexing/random_articles.h"
#include "palpate/searcher.h"
#include "palpate/upkeep.h"

namespace palpate {
namespace {

class ExportProperty : public IndexArticles, public testing::WithParamInterface<unsigned> {
 protected:
  void write_articles() {
    for (int i = 0; i < 12; ++i) write("a b/f" + std::to_string(i) + ".md", random_.markdown());
    for (int i = 0; i < 3; ++i)
      write("t" + std::to_string(i) + ".txt", random_.words(60) + ".\n\n" + random_.words(200) +
                                                  ":\n- " + random_.words(9) + "\n- x\n");
    write(
        "page.html",
        "<html lang=de><head><title>Nacken &amp; Knie</title><meta name=author content='Ada Moor'>"
        "</head><body><main><h1>Nacken</h1><p>" +
            random_.words(90) +
            ".</p><table><tr><th>Tag</th><th>Übung</th></tr><tr><td>1</td><td>" + random_.words(5) +
            "</td></tr></table></main></body></html>");
    std::string lines;
    for (int i = 0; i < 9; ++i)
      lines += R"({"_id":"line )" + std::to_string(i) + R"(","title":")" + random_.words(3) +
               R"(","text":"Tab\t, quote \" and \u0000. )" + random_.words(40) +
               R"(.","metadata":{"article":"shared","date":"2021-07","updated":"--04-28",)"
               R"("synonyms":["other name"],"heading":["H"],"url":"https://www.clinic.example/x"}})"
               "\n";
    write("lines.jsonl", lines);
  }

  std::string exported(const std::string& directory) {
    std::string all;
    const Result<ExportSummary> summary =
        export_articles(directory, [&](std::string_view line) -> Status {
          all += line;
          return Done{};
        });
    EXPECT_TRUE(summary) << summary.error().message;
    EXPECT_EQ(summary ? summary->bytes : 0, all.size());
    return all;
  }

  RandomArticles random_{GetParam()};
};

// All that an answer shows, in its order.
std::string shown(Searcher& searcher, const std::string& question) {
  const Result<Answer> answer = searcher.search({.question = question, .count = 1000});
  EXPECT_TRUE(answer) << answer.error().message;
  if (!answer) return {};
  std::string all = std::to_string(answer->total);
  for (const Hit& hit : answer->hits) {
    all += "\n" + std::to_string(hit.score) + " " + hit.passage + " " + hit.article.title + " " +
           hit.article.path + " " + hit.article.updated + " " + hit.article.source + " " + hit.text;
    for (const Mark& mark : hit.marks) all += " " + std::to_string(mark.range.begin);
    for (const std::string& heading : hit.heading) all += "|" + heading;
    for (const AlsoIn& also : hit.also_in) all += "+" + also.passage;
  }
  return all;
}

TEST_P(ExportProperty, ARoundTripChangesNothing) {
  write_articles();
  run();
  const std::string lines = exported(options_.directory);
  const std::string file = folder_.write("export.jsonl", lines).string();
  IndexOptions options;
  options.directory = (folder_.path() / "again.db").string();
  options.paths = {file};
  options.jobs = 1;  // passages are numbered as they were: equals rank alike
  const Result<IndexSummary> summary = index_articles(options, {});
  ASSERT_TRUE(summary) << summary.error().message;
  EXPECT_EQ(summary->failed, 0U);

  const IndexState before = state();
  const IndexState after = state_of(options.directory);
  EXPECT_EQ(after.documents, before.documents);
  EXPECT_EQ(after.passages, before.passages);
  EXPECT_EQ(exported(options.directory), lines);
  Result<Searcher> one = Searcher::open(options_.directory);
  Result<Searcher> other = Searcher::open(options.directory);
  ASSERT_TRUE(one && other);
  for (const auto& [id, record] : before.documents) {
    const auto text = one->full_text(id);
    const auto again = other->full_text(id);
    ASSERT_TRUE(text && again) << id;
    EXPECT_EQ(again->text, text->text);
    EXPECT_EQ(again->passages, text->passages);
  }
  for (int i = 0; i < 40; ++i) {
    const std::string question = random_.question();
    EXPECT_EQ(shown(*other, question), shown(*one, question)) << question;
  }
  const Result<CheckReport> report = check_index(options.directory);
  ASSERT_TRUE(report);
  EXPECT_THAT(report->damages, testing::IsEmpty());
}

TEST_P(ExportProperty, EndsWhenALineCannotBeWritten) {
  write_articles();
  run();
  int written = 0;
  const Result<ExportSummary> summary =
      export_articles(options_.directory, [&](std::string_view) -> Status {
        if (++written == 3) return Error{ErrorCode::storage, "disk full", ""};
        return Done{};
      });
  ASSERT_FALSE(summary);
  EXPECT_EQ(summary.error().message, "disk full");
  EXPECT_EQ(written, 3);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ExportProperty, testing::Values(1U, 2U, 3U));

}  // namespace
}  // namespace palpate
