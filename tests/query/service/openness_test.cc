// What the service is told of the world around it: other origins, base paths, proxies, hostile
// texts; and what it does when the index changes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "query/service/served_index.h"

namespace palpate {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Origins, MayReadTheInterfaceForProgramsWhenTheyAreNamed) {
  const ServedIndex served(
      [](ServiceOptions& options) { options.cors_origins = {"https://intranet.test"}; });
  const char* const ours = "Origin: https://intranet.test\r\n";
  const RawResponse answer = served.ask("/api/v1/search?q=neck", ours);
  EXPECT_EQ(answer.header("access-control-allow-origin"), "https://intranet.test");
  EXPECT_THAT(answer.header("vary"), HasSubstr("Origin"));
  EXPECT_EQ(served.ask("/api/v1/search?n=0", ours).header("access-control-allow-origin"),
            "https://intranet.test");
  EXPECT_EQ(served.ask("/search?q=neck", ours).header("access-control-allow-origin"), "");
  EXPECT_EQ(served.ask("/api/v1/search?q=neck", "Origin: https://other.test\r\n")
                .header("access-control-allow-origin"),
            "");
  const RawResponse asked =
      served.ask("/api/v1/search?q=neck",
                 std::string(ours) + "Access-Control-Request-Method: GET\r\n", "OPTIONS");
  EXPECT_EQ(asked.status, 204);
  EXPECT_EQ(asked.header("access-control-allow-methods"), "GET, HEAD");
  EXPECT_EQ(served.ask("/search", ours, "OPTIONS").status, 405);
}

TEST(Origins, MayAllBeLetIn) {
  const ServedIndex served([](ServiceOptions& options) { options.cors_origins = {"*"}; });
  EXPECT_EQ(served.ask("/api/v1/search?q=neck", "Origin: https://any.test\r\n")
                .header("access-control-allow-origin"),
            "https://any.test");
}

TEST(BasePath, StandsBeforeAllAddresses) {
  const ServedIndex served([](ServiceOptions& options) { options.base_path = "/suche"; });
  EXPECT_EQ(served.ask("/suche/search?q=neck").status, 200);
  EXPECT_EQ(served.ask("/suche/api/v1/search?q=neck").status, 200);
  EXPECT_EQ(served.ask("/search?q=neck").status, 404);
  EXPECT_EQ(served.ask("/sucher").status, 404);
  const RawResponse moved = served.ask("/suche");
  EXPECT_EQ(moved.status, 308);
  EXPECT_EQ(moved.header("location"), "/suche/");
  EXPECT_THAT(served.ask("/suche/").body, HasSubstr("/suche/search"));
  EXPECT_THAT(served.ask("/suche/").body, Not(HasSubstr("\"/search")));
  EXPECT_THAT(served.ask("/suche/opensearch.xml").body,
              HasSubstr("http://clinic.test/suche/search?q={searchTerms}"));
  EXPECT_THAT(served.ask("/suche/api/v1/openapi.json").body, HasSubstr("\"url\": \"/suche\""));
  EXPECT_EQ(served.ask("/healthz").status, 200);
}

TEST(OpenSearch, NamesTheAddressThatPeopleUse) {
  const ServedIndex direct;
  EXPECT_EQ(direct.ask("/opensearch.xml").status, 200);
  EXPECT_THAT(direct.ask("/opensearch.xml", "X-Forwarded-Proto: https\r\n").body,
              HasSubstr("http://clinic.test/"));
  RawClient hostile(direct.address());
  hostile.send("GET /opensearch.xml HTTP/1.1\r\nHost: a\"><script>\r\n\r\n");
  EXPECT_EQ(hostile.response().status, 400);
  const ServedIndex proxied(
      [](ServiceOptions& options) { options.trusted_proxies = {"127.0.0.1"}; });
  EXPECT_THAT(proxied.ask("/opensearch.xml", "X-Forwarded-Proto: https\r\n").body,
              HasSubstr("https://clinic.test/"));
  const ServedIndex named(
      [](ServiceOptions& options) { options.public_url = "https://intranet.test/suche"; });
  EXPECT_THAT(named.ask("/opensearch.xml").body,
              HasSubstr("https://intranet.test/suche/search?q={searchTerms}"));
}

TEST(Assets, AreWhatThePagesNameAndMayBeKept) {
  const ServedIndex served;
  const std::string page = served.ask("/").body;
  std::size_t found = 0;
  for (std::size_t at = page.find("\"/assets/"); at != std::string::npos;
       at = page.find("\"/assets/", at + 1)) {
    const std::string target = page.substr(at + 1, page.find('"', at + 1) - at - 1);
    const RawResponse asset = served.ask(target, "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(asset.status, 200) << target;
    EXPECT_THAT(asset.header("cache-control"), HasSubstr("immutable"));
    EXPECT_EQ(served.ask(target, "If-None-Match: " + asset.header("etag") + "\r\n").status, 304);
    EXPECT_EQ(served.ask(target, "", "HEAD").header("content-type"), asset.header("content-type"));
    ++found;
  }
  EXPECT_GE(found, 2U);
}

TEST(HostileTexts, AreShownAsText) {
  static constexpr const char* kScript = "<script>alert(1)</script>";
  const ServedIndex served;
  served.index().folder().write("articles/hostile.md",
                                "---\ntitle: Knee " + std::string(kScript) +
                                    "\nsource: '\"><img src=x onerror=alert(1)>'\n"
                                    "url: 'javascript:alert(1)'\n---\n\nThe knee `" +
                                    kScript + "` rests &lt;b&gt; on a towel.\n");
  ASSERT_EQ(served.index().index({served.index().articles()}).exit_code, 0);
  std::this_thread::sleep_for(std::chrono::milliseconds(400));
  const std::string encoded = "%3Cscript%3Ealert(1)%3C/script%3E%22%27%3E%3Cimg%20src=x%3E";
  for (const std::string target :
       {"/search?q=knee+towel", "/articles/hostile.md",
        "/articles/hostile.md?q=", "/similar?id=hostile.md", "/search?q=", "/search?q=knee&source=",
        "/search?q=knee&n=", "/search?q=knee&tag=", "/search?", "/articles/", "/similar?id="}) {
    const RawResponse page = served.ask(
        target +
        (target.ends_with('=') || target.ends_with('?') || target.ends_with('/') ? encoded : ""));
    EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8") << target;
    EXPECT_THAT(page.body, Not(HasSubstr("<script>alert"))) << target;
    EXPECT_THAT(page.body, Not(HasSubstr("<img src=x"))) << target;
    EXPECT_THAT(page.body, Not(HasSubstr("href=\"javascript:"))) << target;
  }
  EXPECT_THAT(served.ask("/search?q=knee+towel").body, HasSubstr("&lt;script&gt;"));
}

TEST(ServedIndexState, NewArticlesAreFoundWithinASecond) {
  const ServedIndex served;
  const RawResponse before = served.ask("/api/v1/search?q=knee+towel");
  served.index().folder().write("articles/knee.txt", "The Knee\n\nA knee rests on a towel.\n");
  ASSERT_EQ(served.index().index({served.index().articles()}).exit_code, 0);
  std::this_thread::sleep_for(std::chrono::seconds(1));
  // Asked for by its tag alone: it has changed though nobody asked in between.
  const RawResponse after =
      served.ask("/api/v1/search?q=knee+towel", "If-None-Match: " + before.header("etag") + "\r\n");
  EXPECT_EQ(after.status, 200);
  EXPECT_THAT(after.body, HasSubstr("knee.txt"));
  EXPECT_THAT(served.ask("/metrics").body, HasSubstr("palpate_index_documents "));
}

TEST(ServedIndexState, ArticlesHaveAddressesWhateverTheirNames) {
  const ServedIndex served;
  for (const char* name : {"a folder/50% of knees?.txt", "größe#1.txt", "a&b+c=d.txt"})
    served.index().folder().write(std::string("articles/") + name,
                                  "Knees\n\nA knee called patella rests.\n");
  ASSERT_EQ(served.index().index({served.index().articles()}).exit_code, 0);
  std::this_thread::sleep_for(std::chrono::milliseconds(400));
  const std::string page = served.ask("/search?q=patella&per_article=0").body;
  std::size_t links = 0;
  for (std::size_t at = page.find("\"/articles/"); at != std::string::npos;
       at = page.find("\"/articles/", at + 1)) {
    std::string target = page.substr(at + 1, page.find('"', at + 1) - at - 1);
    target = target.substr(0, target.find('#'));
    for (std::size_t amp = 0; (amp = target.find("&amp;", amp)) != std::string::npos; ++amp)
      target.erase(amp + 1, 4);
    EXPECT_EQ(served.ask(target).status, 200) << target;
    ++links;
  }
  EXPECT_GE(links, 1U);
}

}  // namespace
}  // namespace palpate
