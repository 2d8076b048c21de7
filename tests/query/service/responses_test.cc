// What is answered over a socket: a table of requests, and what all responses share.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <nlohmann/json.hpp>

#include "query/service/served_index.h"
#include "service/target.h"

namespace palpate {
namespace {

using testing::HasSubstr;
using testing::Not;

// One service for all cases that only ask.
const ServedIndex& served() {
  static const auto* const index = new ServedIndex;  // never destroyed: its service would log
  return *index;
}

struct Case {
  const char* method;
  const char* target;
  const char* lines;
  int status;
  const char* type;
  const char* body;  // holds it
};

class Response : public testing::TestWithParam<Case> {};

TEST_P(Response, IsAsTheTableSays) {
  const Case& one = GetParam();
  const RawResponse response = served().ask(one.target, one.lines, one.method);
  EXPECT_EQ(response.status, one.status);
  EXPECT_EQ(response.header("content-type"), one.type);
  EXPECT_THAT(response.body, HasSubstr(one.body));
}

constexpr const char* kHtml = "text/html; charset=utf-8";
constexpr const char* kJson = "application/json";
constexpr const char* kProblem = "application/problem+json";
constexpr const char* kText = "text/plain; charset=utf-8";
constexpr const char* kAcceptJson = "Accept: application/json\r\n";

INSTANTIATE_TEST_SUITE_P(
    Table, Response,
    testing::Values(
        Case{"GET", "/", "", 200, kHtml, "<form"},
        Case{"GET", "/search?q=stiff+neck", "", 200, kHtml, "Stiff Neck"},
        Case{"GET", "/search?q=stiff+neck", "Accept: */*\r\n", 200, kHtml, "Stiff Neck"},
        Case{"GET", "/search?q=stiff+neck", kAcceptJson, 200, kJson, "\"version\":1"},
        Case{"GET", "/search", "", 200, kHtml, "<form"},
        Case{"GET", "/search?q=&source=&lang=", "", 200, kHtml, "<form"},
        Case{"GET", "/search?q=", kAcceptJson, 400, kProblem, "\"name\":\"q\""},
        Case{"GET", "/search?q=neck&n=zero", "", 400, kHtml, "zero"},
        Case{"GET", "/search?q=neck&ui=xx", "", 400, kHtml, "ui"},
        Case{"GET", "/api/v1/search?q=stiff+neck", "", 200, kJson, "stiff-neck.txt"},
        Case{"GET", "/api/v1/search?q=stiff+neck", "Accept: text/html\r\n", 200, kJson, "hits"},
        Case{"GET", "/api/v1/search", "", 400, kProblem, "\"name\":\"q\""},
        Case{"GET", "/api/v1/search?source=Heron", "", 200, kJson, "Heron Street Clinic"},
        Case{"GET", "/api/v1/search?q=neck&n=0", "", 400, kProblem, "\"name\":\"n\""},
        Case{"GET", "/api/v1/search?q=neck&after=2023-02-30", "", 400, kProblem, "after"},
        Case{"GET", "/api/v1/search?q=neck&utm=1", "", 400, kProblem, "\"name\":\"utm\""},
        Case{"GET", "/api/v1/search?q=%ff", "", 400, kProblem, "UTF-8"},
        Case{"GET", "/api/v1/search?q=neck&after=2024&before=2020", "", 400, kProblem,
             R"({"name":"before","reason":"before is \"2020\", which is earlier)"},
        Case{"GET", "/api/v1/search?q=neck&after=2024&before=2020", "", 400, kProblem,
             R"({"name":"after","reason":"after is \"2024\", which is later)"},
        Case{"GET", "/search?q=neck&after=2024-02&before=2024-01-31", "", 400, kHtml, "2024-02"},
        Case{"GET", "/api/v1/search?q=neck&after=2024&before=2024", "", 200, kJson, "hits"},
        Case{"GET", "/api/v1/nothing", "", 404, kProblem, "\"status\":404"},
        Case{"GET", "/api/v2/search?q=neck", "Accept: text/html\r\n", 404, kProblem, "404"},
        Case{"GET", "/apis", "", 404, kHtml, "<html"},
        Case{"GET", "/api/v1/suggest", "", 400, kProblem, "\"name\":\"q\""},
        Case{"GET", "/api/v1/suggest?q=", "", 200, kJson, "\"suggestions\":[]"},
        Case{"GET", "/api/v1/search?q=neck", "Host: b.test\r\n", 400, kProblem, "Host"},
        Case{"GET", "/api/v1/search?q=xylophone", "", 200, kJson, "\"hits\":[]"},
        Case{"GET", "/api/v1/search?q=%00neck", "", 200, kJson, "\"version\":1"},
        Case{"GET", "/api/v1/suggest?q=sti", "", 200, kJson, "\"suggestions\":["},
        Case{"GET", "/api/v1/suggest?q=sti&format=opensearch", "", 200,
             "application/x-suggestions+json", "[\"sti\",["},
        Case{"GET", "/api/v1/suggest?q=sti&n=21", "", 400, kProblem, "\"name\":\"n\""},
        Case{"GET", "/api/v1/suggest?q=sti&format=xml", "", 400, kProblem, "json, opensearch"},
        Case{"GET", "/api/v1/articles/stiff-neck.txt", "", 200, kJson, "Which pillow"},
        Case{"GET", "/api/v1/articles/stiff-neck.txt?passage=2", "", 200, kJson, "\"passage\":2"},
        Case{"GET", "/api/v1/articles/stiff-neck.txt?passage=99", "", 400, kProblem, "passage"},
        Case{"GET", "/api/v1/articles/no-such.txt", "", 404, kProblem, "no such article"},
        Case{"GET", "/articles/stiff-neck.txt", "", 200, kHtml, "Which pillow"},
        Case{"GET", "/articles/stiff-neck.txt?passage=1&q=neck", "", 200, kHtml, "Which pillow"},
        Case{"GET", "/articles/stiff-neck.txt", kAcceptJson, 200, kJson, "\"passages\":["},
        Case{"GET", "/articles/no-such.txt", "", 404, kHtml, "no such article"},
        Case{"GET", "/articles/no-such.txt", kAcceptJson, 404, kProblem, "\"status\":404"},
        Case{"GET", "/similar?id=stiff-neck.txt", "", 200, kHtml, "<"},
        Case{"GET", "/similar?id=stiff-neck.txt%232", kAcceptJson, 200, kJson, "\"hits\":["},
        Case{"GET", "/api/v1/similar?id=stiff-neck.txt", "", 200, kJson, "\"hits\":["},
        Case{"GET", "/api/v1/similar", "", 400, kProblem, "\"name\":\"id\""},
        Case{"GET", "/api/v1/similar?id=no-such", "", 404, kProblem, "no such article"},
        Case{"GET", "/healthz", "", 200, kText, "ok"},
        Case{"GET", "/healthz?x=1", "", 400, kProblem, "\"name\":\"x\""},
        Case{"GET", "/readyz", "", 200, kText, "ready"},
        Case{"GET", "/metrics", "", 200, "text/plain; version=0.0.4; charset=utf-8",
             "palpate_index_documents 9"},
        Case{"GET", "/opensearch.xml", "", 200, "application/opensearchdescription+xml",
             "http://clinic.test/search?q={searchTerms}"},
        Case{"GET", "/api/v1/openapi.json", "", 200, kJson, "\"openapi\": \"3.1.0\""},
        Case{"GET", "http://clinic.test/healthz", "", 200, kText, "ok"},
        Case{"GET", "/no/such/page", "", 404, kHtml, "no such page"},
        Case{"GET", "/no/such/page", kAcceptJson, 404, kProblem, "no such page"},
        Case{"GET", "/assets/no-such.css", "", 404, kProblem, "no such page"},
        Case{"GET", "/assets/../service.cc", "", 404, kProblem, "no such page"},
        Case{"GET", "/%ff", "", 400, kProblem, "UTF-8"},
        Case{"POST", "/search?q=neck", "Content-Length: 0\r\n", 405, kHtml, "GET and HEAD"},
        Case{"DELETE", "/api/v1/search?q=neck", "", 405, kProblem, "GET and HEAD"},
        Case{"OPTIONS", "/api/v1/search", "", 405, kProblem, "GET and HEAD"},
        Case{"BREW", "/healthz", "", 405, kProblem, "GET and HEAD"}));

TEST(Responses, NameWhatIsAllowed) {
  EXPECT_EQ(served().ask("/search", "", "DELETE").header("allow"), "GET, HEAD");
}

TEST(Responses, SayWhatWasWrongInThePagesLanguageAndInEnglishToPrograms) {
  struct Wrong {
    const char *target, *spanish, *english;
  };
  const std::vector<Wrong> all = {
      {"/search?q=neck&n=ten", "n es &quot;ten&quot;; indique un número entero de 1 a",
       R"(n is \"ten\"; give a whole number from 1 to)"},
      {"/search?q=neck&n=1&n=2", "n aparece 2 veces", "n is given 2 times"},
      {"/search?q=%ff", "q no es UTF-8", "q is not percent-encoded UTF-8"},
      {"/search?q=neck&exact=yes", "exact es &quot;yes&quot;; indique 1 o 0", "give 1 or 0"},
      {"/search?q=neck&colour=red", "ningún parámetro &quot;colour&quot;",
       R"(there is no parameter \"colour\")"},
      {"/search?q=neck&after=soon", "after no puede ser &quot;soon&quot;; las fechas son como 2020",
       R"(filter \"after\": \"soon\" is no date; dates are like 2020)"},
      {"/search?q=neck&lang=english", "los códigos son como en, de y es",
       "names no language by its code; codes are like en, de and es"},
      {"/search?q=neck&tag=-", "indique un valor", "holds no word; give a value"},
      {"/search?q=neck&after=2022&before=2020",
       "after es &quot;2022&quot;, que es posterior a before, &quot;2020&quot;",
       "which is later than before"},
      {"/similar", "falta id", "id is missing"},
      {"/articles/none.md", "Aquí no hay ningún artículo así.", "There is no such article here."},
  };
  for (const auto& [target, spanish, english] : all) {
    const std::string page = served().ask(target, "Accept-Language: es\r\n").body;
    EXPECT_THAT(page, HasSubstr(spanish)) << target;
    EXPECT_THAT(page, Not(HasSubstr(R"(<p class="message" lang="en">)"))) << target;
    EXPECT_THAT(page, Not(HasSubstr(R"(<p lang="en">)"))) << target;
    const std::string json =
        served().ask(target, "Accept-Language: es\r\nAccept: application/json\r\n").body;
    EXPECT_THAT(json, HasSubstr(english)) << target;
  }
}

TEST(Responses, AnswerHeadLikeGetWithoutTheBody) {
  for (const char* target : {"/", "/search?q=neck", "/api/v1/search?q=neck", "/healthz",
                             "/api/v1/search?n=0", "/no-such", "/articles/stiff-neck.txt"}) {
    RawClient client(served().address());
    const auto head = client.ask(target, "", "HEAD");
    const auto get = client.ask(target);  // on the same connection: no byte of a body was left
    EXPECT_EQ(head.status, get.status) << target;
    for (const char* name : {"content-type", "content-length", "etag", "vary", "cache-control"})
      EXPECT_EQ(head.header(name), get.header(name)) << target << " " << name;
  }
}

TEST(Responses, CarryWhatKeepsABrowserSafe) {
  for (const char* target : {"/", "/search?q=neck", "/api/v1/search?q=neck", "/no-such", "/%ff",
                             "/search?n=0", "/articles/stiff-neck.txt", "/healthz", "/metrics"}) {
    const RawResponse response = served().ask(target);
    EXPECT_THAT(response.header("content-security-policy"), HasSubstr("default-src 'none'"))
        << target;
    EXPECT_THAT(response.header("content-security-policy"), Not(HasSubstr("unsafe"))) << target;
    EXPECT_EQ(response.header("x-content-type-options"), "nosniff") << target;
    EXPECT_EQ(response.header("referrer-policy"), "no-referrer") << target;
    EXPECT_THAT(response.header("cache-control"), testing::AnyOf("no-store", "private, no-cache"));
    EXPECT_EQ(response.header("x-request-id").size(), 32U) << target;
    EXPECT_EQ(response.header("access-control-allow-origin"), "") << target;
  }
}

TEST(Responses, AreNotSentAgainWhileTheIndexIsTheSame) {
  for (const char* target : {"/", "/search?q=neck", "/api/v1/search?q=neck",
                             "/articles/stiff-neck.txt", "/api/v1/suggest?q=st"}) {
    const RawResponse first = served().ask(target);
    const std::string tag = first.header("etag");
    ASSERT_NE(tag, "") << target;
    RawClient client(served().address());
    const auto again = client.ask(target, "If-None-Match: \"x\", " + tag + "\r\n");
    EXPECT_EQ(again.status, 304) << target;
    EXPECT_EQ(again.header("etag"), tag) << target;
    EXPECT_EQ(again.header("vary"), first.header("vary")) << target;
    // It would take the place of the one that the page was kept with.
    EXPECT_EQ(again.header("content-security-policy"), "") << target;
    const auto next = client.ask("/healthz");
    EXPECT_EQ(next.body, "ok\n");
    EXPECT_EQ(served().ask(target, "If-None-Match: W/\"0\"\r\n").status, 200) << target;
  }
}

TEST(Responses, HaveTagsOfTheirOwnForPageJsonAndLanguage) {
  const std::string page = served().ask("/search?q=neck").header("etag");
  const std::string json = served().ask("/search?q=neck", kAcceptJson).header("etag");
  const std::string other =
      served().ask("/search?q=neck", "Accept-Language: es\r\n").header("etag");
  EXPECT_NE(page, json);
  EXPECT_NE(page, other);
  EXPECT_EQ(served().ask("/search?q=neck", "If-None-Match: " + page + "\r\n" + kAcceptJson).status,
            200);
}

TEST(Responses, ArePackedWhereThatPays) {
  const RawResponse packed = served().ask("/api/v1/search?q=neck", "Accept-Encoding: gzip\r\n");
  const RawResponse plain = served().ask("/api/v1/search?q=neck");
  EXPECT_EQ(packed.header("content-encoding"), "gzip");
  EXPECT_EQ(packed.body.substr(0, 2), "\x1f\x8b");
  EXPECT_LT(packed.body.size(), plain.body.size());
  EXPECT_EQ(plain.header("content-encoding"), "");
  EXPECT_THAT(plain.header("vary"), HasSubstr("Accept-Encoding"));
  const RawResponse small = served().ask("/healthz", "Accept-Encoding: gzip\r\n");
  EXPECT_EQ(small.header("content-encoding"), "");
}

// The file of a hit is not told over the network.
std::string without_paths(std::string json) {
  const std::string key = R"("path":")";
  for (std::size_t at = json.find(key); at != std::string::npos; at = json.find(key, at)) {
    at += key.size();
    json.erase(at, json.find('"', at) - at);
  }
  return json;
}

TEST(Responses, AreThoseOfPalpateQuery) {
  for (const char* question : {"stiff neck", "massage", "Rücken", "xylophone"}) {
    const std::string target = "/api/v1/search?q=" + percent_encoded(question, false);
    const Outcome printed = served().index().query({"--json", question});
    EXPECT_EQ(served().ask(target).body, without_paths(printed.out)) << question;
  }
}

TEST(Responses, AnswerSeveralRequestsOfAConnectionInOrder) {
  RawClient client(served().address());
  ASSERT_TRUE(
      client.send("GET /api/v1/search?q=neck HTTP/1.1\r\nHost: a\r\n\r\n"
                  "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
                  "GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n"));
  const auto answer = client.response();
  const auto health = client.response();
  const auto ready = client.response();
  EXPECT_EQ(answer.header("content-type"), "application/json");
  EXPECT_EQ(health.body, "ok\n");
  EXPECT_EQ(ready.body, "ready\n");
}

TEST(Parameters, HaveOneFaultEach) {
  for (const char* target :
       {"/api/v1/search?q=%ff", "/api/v1/similar?id=%ff", "/api/v1/suggest?q=%ff"}) {
    const auto problem = nlohmann::json::parse(served().ask(target).body);
    EXPECT_EQ(problem.at("parameters").size(), 1U) << target;
  }
}

TEST(Documents, AreNotSentAgainToWhoHasThem) {
  for (const char* target : {"/api/v1/openapi.json", "/opensearch.xml"}) {
    const RawResponse whole = served().ask(target);
    ASSERT_EQ(whole.status, 200) << target;
    const std::string tag = whole.header("etag");
    ASSERT_NE(tag, "") << target;
    const RawResponse same = served().ask(target, "If-None-Match: " + tag + "\r\n");
    EXPECT_EQ(same.status, 304) << target;
    EXPECT_EQ(same.header("etag"), tag);
    EXPECT_EQ(same.body, "");
    EXPECT_EQ(served().ask(target, "If-None-Match: W/\"other\"\r\n").status, 200);
  }
}

}  // namespace
}  // namespace palpate
