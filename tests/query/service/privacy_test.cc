// Questions may name patients: nothing of them is kept unless that is asked for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "query/service/served_index.h"

namespace palpate {
namespace {

using testing::HasSubstr;
using testing::Not;

// Asks all there is to ask with a word, rightly and wrongly; nothing of it in the articles.
void ask_everywhere(const ServedIndex& served, const std::string& word) {
  for (const char* path :
       {"/search?q=neck+", "/api/v1/search?q=", "/api/v1/suggest?q=", "/articles/",
        "/api/v1/articles/", "/api/v1/similar?id=", "/similar?id=", "/api/v1/search?q=a&n=",
        "/api/v1/search?q=a&after=", "/api/v1/search?q=a&author=", "/search?", "/search?q=%ff", "/",
        "/api/v1/search?q=%22neck&tag="})
    served.ask(path + word);
  served.ask("/search?q=a", "Referer: http://a/?q=" + word + "\r\nCookie: " + word + "\r\n");
  served.ask("/search?q=" + word, "", "DELETE");
  served.ask("/search?q=" + word, "Content-Length: 3\r\n", "POST");
  served.ask("/search?q=" + word + std::string(9000, 'a'));
  RawClient malformed(served.address());
  malformed.send("GET /search?q=" + word + " HTTP/1.1\r\n: " + word + "\r\n\r\n");
  malformed.receive();
  RawClient cut(served.address());
  cut.send("GET /search?q=" + word);
}

TEST(Privacy, NothingOfAQuestionIsLoggedOrCounted) {
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  ServedIndex served;
  ask_everywhere(served, "Marigold-Quist");
  const std::string metrics = served.ask("/metrics").body;
  const std::string log = served.log();
  const std::string printed =
      testing::internal::GetCapturedStderr() + testing::internal::GetCapturedStdout();
  for (const std::string& text : {metrics, log, printed})
    for (const char* word : {"Marigold", "marigold", "Quist", "quist", "127.0.0.1", "neck"})
      EXPECT_THAT(text, Not(HasSubstr(word)));
  EXPECT_THAT(log, HasSubstr("route=search status=200"));
}

TEST(Privacy, WhereTheServerKeepsItsFilesIsNotSaid) {
  ServedIndex served;
  for (const char* path :
       {"/api/v1/search?q=neck", "/search?q=neck", "/api/v1/search?q=neck&n=1"}) {
    const std::string body = served.ask(path).body;
    EXPECT_THAT(body, HasSubstr("neck")) << path;
    EXPECT_THAT(body, Not(HasSubstr("articles/neck.md\""))) << path;
    EXPECT_THAT(body, Not(HasSubstr("/tmp/"))) << path;
  }
  EXPECT_THAT(served.ask("/api/v1/search?q=neck").body, HasSubstr("\"path\":\"\""));
}

TEST(Privacy, ALineOfTheLogTellsHowItWentAndNothingElse) {
  ServedIndex served;
  const std::string id = served.ask("/api/v1/search?q=neck&n=2").header("x-request-id");
  served.ask("/healthz");
  served.ask("/search?n=x");
  std::istringstream log(served.log());
  std::string line;
  const auto form = testing::MatchesRegex(
      "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z id=[0-9a-f]{32} "
      "route=[a-z_]+ status=[0-9]+ ms=[0-9]+\\.[0-9]{2}( hits=[0-9]+)?");
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(std::getline(log, line));
    EXPECT_THAT(line, form);
    if (i == 0) {
      EXPECT_THAT(line, HasSubstr(id));
      EXPECT_THAT(line, HasSubstr("route=api_search status=200"));
      EXPECT_THAT(line, HasSubstr("hits=2"));
    }
  }
  EXPECT_FALSE(std::getline(log, line));
}

TEST(Privacy, RequestsAreNamedAtRandom) {
  const ServedIndex served;
  const std::string first = served.ask("/healthz").header("x-request-id");
  const std::string second = served.ask("/healthz").header("x-request-id");
  EXPECT_NE(first.substr(0, 16), second.substr(0, 16));
  EXPECT_NE(first.substr(16), second.substr(16));
}

TEST(Privacy, QuestionsWithoutResultAreOnlyCounted) {
  const ServedIndex served;
  served.ask("/api/v1/search?q=xylophone");
  served.ask("/api/v1/search?q=neck");
  served.ask("/api/v1/search?q=zither");
  EXPECT_THAT(served.ask("/metrics").body, HasSubstr("\npalpate_nothing_found_total 2\n"));
}

TEST(Privacy, QuestionsAreLoggedWhenThatIsAskedFor) {
  ServedIndex served([](ServiceOptions& options) { options.log_questions = true; });
  served.ask("/api/v1/search?q=stiff+%22neck%22%0Aid=0+status=200%1B%5B2J");
  const std::string log = served.log();
  EXPECT_THAT(log, HasSubstr(R"(question="stiff \"neck\"\nid=0 status=200\u001b[2J")"));
  EXPECT_EQ(std::count(log.begin(), log.end(), '\n'), 1);
}

TEST(Privacy, NoLogWhenNoneIsWanted) {
  ServedIndex served([](ServiceOptions& options) { options.access_log.clear(); });
  served.ask("/healthz");
  EXPECT_EQ(served.log(), "");
}

}  // namespace
}  // namespace palpate
