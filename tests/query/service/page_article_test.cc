#include "service/page/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "query/service/page_values.h"

namespace palpate {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(PageArticle, SaysPlainlyWhatIsOldAndWhatIsUnknown) {
  struct Case {
    std::string published, updated, shown;
    bool old;
  };
  const std::vector<Case> cases = {{"2025-03-02", "", "Published 2 March 2025", false},
                                   {"2011", "", "Published 2011", true},
                                   {"2011", "2024-06", "Updated June 2024", false},
                                   {"2024-01-01", "2021-11-20", "Updated 20 November 2021", true},
                                   {"2021-11-21", "", "Published 21 November 2021", false},
                                   {"2021-11", "", "Published November 2021", false},
                                   {"2021", "", "Published 2021", false},
                                   {"2020", "", "Published 2020", true},
                                   {"--04-28", "", "Published 28 April, year unknown", false},
                                   {"--04", "", "Published April, year unknown", false},
                                   {"", "", "Date unknown", false},
                                   {"sometime", "", "Published sometime", false},
                                   {"2024-13-45", "", "Published 2024-13-45", false}};
  for (const Case& one : cases) {
    Hit dated = hit(1, "a.md", "Rest.");
    dated.article.published = one.published;
    dated.article.updated = one.updated;
    const std::string page = search(view_of("a"), answer_of({dated}));
    EXPECT_THAT(page, HasSubstr(one.shown + "</span>")) << one.published;
    EXPECT_EQ(page.find("Older than 5 years") != std::string::npos, one.old) << one.published;
  }
}

TEST(PageArticle, CallsNothingOldWithoutToday) {
  Hit dated = hit(1, "a.md", "Rest.");
  dated.article.published = "1998";
  PageView view = view_of("a");
  view.today = "";
  EXPECT_THAT(search(view, answer_of({dated})), Not(HasSubstr("Older than")));
}

TEST(PageArticle, ShowsAWholeArticleWithItsAnchorsAndTheAskedPassage) {
  PageView view = view_of("heel");
  view.document = "feet.md";
  view.offset = 10;
  const std::string page = article_page(view, article(), 3, nullptr);
  EXPECT_THAT(page, AllOf(HasSubstr(R"(<div class="passage" id="p1"><p>Lead.</p></div>)"),
                          HasSubstr("<h2>Causes</h2><p>Load.</p>"),
                          HasSubstr("<h3>Shoes</h3><p>Tight ones.</p>"),
                          HasSubstr(R"(<div class="passage found" id="p3">)"),
                          HasSubstr(R"(href="/search?q=heel&amp;offset=10")"),
                          HasSubstr("Published 3 February 2019"),
                          HasSubstr(R"(hreflang="es" href="/articles/feet.md?passage=3&amp;q=heel)"
                                    R"(&amp;offset=10&amp;ui=es#p3")")));
}

TEST(PageArticle, MarksNoPassageThatTheArticleLacks) {
  for (const std::size_t passage : {std::size_t{0}, std::size_t{4}, static_cast<std::size_t>(-1)})
    EXPECT_THAT(article_page(view_of(""), article(), passage, nullptr),
                Not(HasSubstr(R"(found")")));
}

TEST(PageArticle, ShowsAnArticleOfWhichNoOutlineIsKnown) {
  FullText full = article();
  full.outline.clear();
  EXPECT_THAT(article_page(view_of(""), full, 1, nullptr),
              AllOf(HasSubstr("Lead."), HasSubstr("Tight ones.")));
}

TEST(PageArticle, NamesErrorsByTheirStatus) {
  const std::vector<std::pair<int, std::string>> cases = {
      {400, "This question cannot be asked that way"},
      {404, "There is no such page"},
      {429, "The search is busy"},
      {503, "The search is busy"},
      {500, "This did not work"}};
  for (const auto& [status, title] : cases) {
    const std::string page =
        error_page(view_of("a"), status, std::vector<Saying>{{R"(n is "ten")"}}, {"use a number"});
    EXPECT_THAT(page, AllOf(HasSubstr("<h1>" + title), HasSubstr("n is &quot;ten&quot;"),
                            HasSubstr("use a number")));
  }
}

}  // namespace
}  // namespace palpate
