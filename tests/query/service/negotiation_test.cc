#include "service/negotiation.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <array>

#include "service/etag.h"
#include "service/gzip.h"

namespace palpate {
namespace {

struct Preference {
  const char* accept;
  bool json;
};

TEST(Negotiation, GivesHtmlUnlessJsonIsPreferred) {
  static constexpr std::array kCases{
      Preference{"", false},
      Preference{"*/*", false},
      Preference{"text/html", false},
      Preference{"application/json", true},
      Preference{"APPLICATION/JSON", true},
      Preference{"application/*", true},
      Preference{"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false},
      Preference{"application/json, text/html", false},
      Preference{"application/json, text/html;q=0.9", true},
      Preference{"application/json;q=0.5, text/html;q=0.9", false},
      Preference{"application/json, */*;q=0.1", true},
      Preference{"application/json, text/plain, */*", false},
      Preference{"application/json, text/*;q=0.3, */*;q=0.1", true},
      Preference{"text/html;q=0, application/json;q=0.1", true},
      Preference{"text/html;q=0, */*", true},
      Preference{"application/json;q=0", false},
      Preference{"application/json;q=nonsense", false},
      Preference{"application/json;q=1.5", false},
      Preference{"application/json ; charset=utf-8 ; Q=1", true},
      Preference{"image/png", false},
      Preference{";;,,;q=1", false},
      Preference{"application/json;x=\"a,text/html\"", true}};
  for (const auto& [accept, json] : kCases) EXPECT_EQ(prefers_json(accept), json) << accept;
}

TEST(Negotiation, UsesGzipWhereItIsTaken) {
  struct Case {
    const char* header;
    bool gzip;
  };
  static constexpr std::array kCases{
      Case{"", false},         Case{"gzip", true},         Case{"deflate, gzip, br", true},
      Case{"gzip;q=0", false}, Case{"gzip;q=0.001", true}, Case{"*", true},
      Case{"*;q=0", false},    Case{"gzip;q=0, *", false}, Case{"identity, *;q=0.5", true},
      Case{"GZIP", true},      Case{"gzipped", false},     Case{"x-gzip", true},
      Case{"identity", false}};
  for (const auto& [header, gzip] : kCases) EXPECT_EQ(accepts_gzip(header), gzip) << header;
}

TEST(Negotiation, ComparesEntityTagsWeakly) {
  EXPECT_TRUE(matches_etag("W/\"a\"", "W/\"a\""));
  EXPECT_TRUE(matches_etag("\"a\"", "W/\"a\""));
  EXPECT_TRUE(matches_etag("\"x\", W/\"a\"", "W/\"a\""));
  EXPECT_TRUE(matches_etag("*", "W/\"a\""));
  EXPECT_FALSE(matches_etag("", "W/\"a\""));
  EXPECT_FALSE(matches_etag("\"b\"", "W/\"a\""));
  EXPECT_FALSE(matches_etag("\"x,W/\"", "W/\"a\""));
  EXPECT_FALSE(matches_etag("*", ""));
}

TEST(Negotiation, TagsDifferWithEachPart) {
  EXPECT_EQ(etag_of({"html", "1"}), etag_of({"html", "1"}));
  EXPECT_NE(etag_of({"html", "1"}), etag_of({"json", "1"}));
  EXPECT_NE(etag_of({"html", "1"}), etag_of({"html", "2"}));
  EXPECT_NE(etag_of({"a", "b"}), etag_of({"ab"}));
}

std::string unpacked(const std::string& packed) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string text(1 << 20, '\0');
  std::string in = packed;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

TEST(Gzip, GivesBackTheText) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::to_string(i * 7919 % 1009) + " ";
  for (const std::string& one : {std::string(), std::string("a"), text, std::string(100, '\0')})
    EXPECT_EQ(unpacked(gzipped(one)), one);
  EXPECT_LT(gzipped(text).size(), text.size() / 2);
}

}  // namespace
}  // namespace palpate
