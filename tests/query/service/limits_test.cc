// Each limit, met by a client that goes beyond it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <list>
#include <thread>

#include "query/service/served_index.h"

namespace palpate {
namespace {

using std::chrono::milliseconds;
using testing::AnyOf;
using testing::HasSubstr;

void expect_problem(const RawResponse& response, int status) {
  EXPECT_EQ(response.status, status);
  EXPECT_EQ(response.header("content-type"), "application/problem+json");
  EXPECT_THAT(response.body, HasSubstr("\"status\":" + std::to_string(status)));
}

void expect_usual_headers(const RawResponse& response) {
  for (const char* name : {"x-request-id", "date", "content-security-policy", "referrer-policy",
                           "x-content-type-options", "cache-control", "vary"})
    EXPECT_NE(response.header(name), "") << name;
}

// That the service goes on as before.
void expect_well(const ServedIndex& served) {
  EXPECT_EQ(served.ask("/api/v1/search?q=neck").status, 200);
}

TEST(Limits, RequestLine) {
  const ServedIndex served([](ServiceOptions& options) { options.limits.request_line = 1000; });
  const std::string fits(1000 - std::string("GET /search?q= HTTP/1.1").size(), 'a');
  EXPECT_EQ(served.ask("/search?q=" + fits).status, 200);
  RawClient client(served.address());
  const auto response = client.ask("/search?q=" + fits + "a");
  expect_problem(response, 414);
  EXPECT_EQ(response.header("connection"), "close");
  EXPECT_TRUE(client.is_closed_within(std::chrono::seconds(5)));
  expect_well(served);
}

TEST(Limits, RequestLineWithoutEnd) {
  const ServedIndex served;
  RawClient client(served.address());
  client.send("GET /" + std::string(1 << 20, 'a'));
  const auto response = client.receive();
  // The refusal may be lost, since the rest of the line was never read.
  EXPECT_THAT(response ? response->status : 414, AnyOf(414, 431));
  EXPECT_TRUE(client.is_closed_within(std::chrono::seconds(5)));
  expect_well(served);
}

TEST(Limits, HeaderFields) {
  const ServedIndex served([](ServiceOptions& options) { options.limits.headers = 1000; });
  EXPECT_EQ(served.ask("/healthz", "X: " + std::string(900, 'a') + "\r\n").status, 200);
  expect_problem(served.ask("/healthz", "X: " + std::string(1000, 'a') + "\r\n"), 431);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "X-" + std::to_string(i) + ": some value\r\n";
  expect_problem(served.ask("/healthz", many), 431);
  expect_well(served);
}

TEST(Limits, HeaderFieldsWithoutEnd) {
  const ServedIndex served;
  RawClient client(served.address());
  client.send("GET / HTTP/1.1\r\nHost: a\r\n");
  for (int i = 0; i < 20000 && client.send("X-Field: some value of it\r\n"); ++i) {
  }
  const auto response = client.receive();
  EXPECT_THAT(response ? response->status : 431, AnyOf(413, 431));
  EXPECT_TRUE(client.is_closed_within(std::chrono::seconds(5)));
  expect_well(served);
}

TEST(Limits, NoBody) {
  const ServedIndex served;
  for (const char* lines :
       {"Content-Length: 5\r\n", "Content-Length: 99999999999\r\n",
        "Transfer-Encoding: chunked\r\n", "Content-Length: 5\r\nExpect: 100-continue\r\n"}) {
    for (const char* method : {"GET", "POST", "PUT"}) {
      RawClient client(served.address());
      const auto response = client.ask("/search?q=neck", lines, method);
      expect_problem(response, 413);
      client.send("q=neck");
      EXPECT_TRUE(client.is_closed_within(std::chrono::seconds(5))) << lines;
    }
  }
  expect_well(served);
}

TEST(Limits, LengthOfAQuestion) {
  const ServedIndex served([](ServiceOptions& options) { options.limits.question = 20; });
  EXPECT_EQ(served.ask("/api/v1/search?q=" + std::string(20, 'a')).status, 200);
  const RawResponse response = served.ask("/api/v1/search?q=" + std::string(21, 'a'));
  expect_problem(response, 400);
  EXPECT_THAT(response.body, HasSubstr("q has 21 bytes; at most 20"));
  expect_problem(served.ask("/api/v1/suggest?q=" + std::string(21, 'a')), 400);
}

TEST(Limits, ConnectionsAtOnce) {
  ServedIndex served([](ServiceOptions& options) { options.limits.connections = 5; });
  std::list<RawClient> open;
  for (int i = 0; i < 5; ++i) {
    open.emplace_back(served.address());
    ASSERT_EQ(open.back().ask("/healthz").status, 200);
  }
  RawClient sixth(served.address());
  const auto refused = sixth.ask("/healthz");
  expect_problem(refused, 503);
  expect_usual_headers(refused);
  EXPECT_EQ(refused.header("retry-after"), "1");
  EXPECT_EQ(open.front().ask("/healthz").status, 200) << "those that are open go on";
  open.pop_front();
  bool served_again = false;
  for (int tries = 0; tries < 100 && !served_again; ++tries) {
    std::this_thread::sleep_for(milliseconds(20));
    RawClient next(served.address());
    const auto response = next.ask("/healthz");
    served_again = response.status == 200;
  }
  EXPECT_TRUE(served_again) << "one was closed: another may come";
  const std::string id = refused.header("x-request-id");
  EXPECT_THAT(served.log(), HasSubstr("id=" + id + " route=none status=503"));
}

TEST(Limits, DeadlineOfAQuestion) {
  const ServedIndex served(
      [](ServiceOptions& options) { options.limits.deadline = milliseconds(0); });
  for (const char* target : {"/api/v1/search?q=neck", "/api/v1/similar?id=stiff-neck.txt",
                             "/api/v1/suggest?q=n", "/api/v1/articles/stiff-neck.txt"}) {
    const RawResponse response = served.ask(target);
    expect_problem(response, 503);
    EXPECT_EQ(response.header("retry-after"), "2") << target;
  }
  const RawResponse page = served.ask("/search?q=neck");
  EXPECT_EQ(page.status, 503);
  EXPECT_EQ(page.header("retry-after"), "2");
  EXPECT_EQ(served.ask("/healthz").status, 200);
}

TEST(Limits, RequestThatArrivesByteByByte) {
  ServedIndex served([](ServiceOptions& options) { options.limits.reading = milliseconds(700); });
  for (const char* begun : {"GET /healthz?x=", "GET /healthz HTTP/1.1\r\nHost: a\r\nX: "}) {
    RawClient client(served.address());
    // A connection that was of use before is no better.
    ASSERT_EQ(client.ask("/healthz").status, 200);
    const auto start = std::chrono::steady_clock::now();
    client.send(begun);
    bool open = true;
    while (open && std::chrono::steady_clock::now() - start < std::chrono::seconds(10)) {
      std::this_thread::sleep_for(milliseconds(50));
      open = client.send("a");
    }
    EXPECT_FALSE(open) << begun;
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(4)) << begun;
  }
  RawClient silent(served.address());
  silent.send("GET /heal");
  const RawResponse response = silent.response();
  expect_problem(response, 408);
  expect_usual_headers(response);
  EXPECT_TRUE(silent.is_closed_within(std::chrono::seconds(1)));
  EXPECT_THAT(served.ask("/metrics").body, HasSubstr("palpate_refused_total{reason=\"slow\"} 3"));
  const std::string id = response.header("x-request-id");
  EXPECT_THAT(served.log(), HasSubstr("id=" + id + " route=none status=408"));
}

TEST(Limits, ResponseThatIsNotTaken) {
  ServedIndex served([](ServiceOptions& options) { options.limits.sending = milliseconds(500); });
  // Enough text for the response not to fit into the buffers of both ends.
  std::string text;
  for (int i = 0; i < 300'000; ++i) text += "The knee rests on a towel for a while. ";
  served.index().folder().write("articles/long.txt", "A Long Text\n\n" + text);
  ASSERT_EQ(served.index().index({served.index().articles()}).exit_code, 0);
  std::this_thread::sleep_for(milliseconds(400));
  RawClient client(served.address());
  client.set_receive_buffer(4096);
  ASSERT_TRUE(client.send("GET /api/v1/articles/long.txt HTTP/1.1\r\nHost: a\r\n\r\n"));
  const auto connections = [&] {
    const std::string metrics = served.ask("/metrics").body;
    return metrics.substr(metrics.find("\npalpate_connections ") + 1, 21);
  };
  EXPECT_EQ(connections(), "palpate_connections 2");
  bool ended = false;
  // The text is made into a page first, which takes a sanitizer many seconds.
  for (int tries = 0; tries < 1200 && !ended; ++tries) {
    std::this_thread::sleep_for(milliseconds(50));
    ended = connections() == "palpate_connections 1";
  }
  EXPECT_TRUE(ended);
}

TEST(Limits, TimeBetweenRequests) {
  const ServedIndex served(
      [](ServiceOptions& options) { options.limits.idle = milliseconds(300); });
  RawClient client(served.address());
  ASSERT_EQ(client.ask("/healthz").status, 200);
  EXPECT_TRUE(client.is_closed_within(std::chrono::seconds(5)));
  RawClient silent(served.address());
  EXPECT_TRUE(silent.is_closed_within(std::chrono::seconds(5)));
}

TEST(Limits, SlowClientsDelayNobody) {
  const ServedIndex served([](ServiceOptions& options) { options.workers = 1; });
  std::list<RawClient> slow;
  for (int i = 0; i < 200; ++i) {
    slow.emplace_back(served.address());
    slow.back().send("GET /search?q=ne");
  }
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 20; ++i) expect_well(served);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  for (RawClient& client : slow) {
    ASSERT_TRUE(client.send("ck HTTP/1.1\r\nHost: a\r\n\r\n"));
    EXPECT_EQ(client.response().status, 200);
  }
}

TEST(Limits, RateOfAnAddress) {
  const ServedIndex served([](ServiceOptions& options) {
    options.limits.rate = 0.01;
    options.limits.burst = 3;
  });
  for (int i = 0; i < 3; ++i) EXPECT_EQ(served.ask("/api/v1/search?q=neck").status, 200);
  // Who is no proxy may say what it likes.
  const RawResponse refused = served.ask("/api/v1/search?q=neck", "X-Forwarded-For: 192.0.2.1\r\n");
  expect_problem(refused, 429);
  EXPECT_GT(std::stoi(refused.header("retry-after")), 90);
  EXPECT_EQ(served.ask("/search?q=neck").status, 429);
  EXPECT_EQ(served.ask("/healthz").status, 200);
  EXPECT_EQ(served.ask("/readyz").status, 200);
}

TEST(Limits, RateOfAnAddressBehindAProxy) {
  const ServedIndex served([](ServiceOptions& options) {
    options.limits.rate = 0.01;
    options.limits.burst = 1;
    options.trusted_proxies = {"127.0.0.0/8"};
  });
  const auto status = [&](const std::string& from) {
    return served.ask("/api/v1/search?q=neck", "X-Forwarded-For: " + from + "\r\n").status;
  };
  EXPECT_EQ(status("192.0.2.1"), 200);
  EXPECT_EQ(status("192.0.2.1"), 429);
  EXPECT_EQ(status("198.51.100.7, 192.0.2.1"), 429);
  EXPECT_EQ(status("192.0.2.2"), 200);
}

TEST(Limits, NoRateUnlessOneIsSet) {
  const ServedIndex served;
  RawClient client(served.address());
  for (int i = 0; i < 300; ++i) EXPECT_EQ(client.ask("/api/v1/suggest?q=n").status, 200);
}

}  // namespace
}  // namespace palpate
