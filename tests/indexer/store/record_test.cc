#include "store/record.h"

#include <gmock/gmock.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace palpate {
namespace {

PassageRecord full_passage() {
  PassageRecord record;
  record.number = 300;
  record.role = SectionRole::references;
  record.heading_path = {"Behandlung", "Übungen", ""};
  record.context = "Do these:";
  record.text = "Übungen\n\nStretch. Rest. \n";
  record.range = {70'000, 70'000 + record.text.size()};
  record.body_begin = 10;
  record.sentences = {{10, 19}, {19, record.text.size()}};
  return record;
}

DocumentRecord full_document() {
  DocumentRecord record;
  record.id = "guides/neck.md";
  record.group = "guides";
  record.title = "Neck \"pain\"";
  record.url = "https://clinic.example/neck";
  record.path = std::string("a\0b\n", 4);
  record.source = "Harbour Clinic";
  record.language = "en";
  record.authors = {"Ada Moor", "Jun Sato"};
  record.reviewers = {"Lea Brandt"};
  record.tags = {"posture"};
  record.synonyms = {"cervicalgia", ""};
  record.published = {2024, 6, 0};
  record.updated = {0, 4, 28};
  record.passages = 12;
  return record;
}

FileRecord full_file() {
  FileRecord record;
  record.path = "/articles/neck.md";
  record.root = "/articles";
  record.url = "https://clinic.example/neck.md";
  record.size = std::numeric_limits<std::uint64_t>::max();
  record.mtime_ns = -1;
  record.hash = std::string("\0\xFFhash", 6);
  record.documents = {"neck.md", "neck.md-2"};
  record.problems = {{0, "cut"}, {1'000'000, "its id is taken"}};
  record.id_taken = true;
  return record;
}

std::vector<std::string> valid_records() {
  return {encode(full_passage()),   encode(PassageRecord{}), encode(full_document()),
          encode(DocumentRecord{}), encode(full_file()),     encode(FileRecord{})};
}

// How many of the three kinds take these bytes for theirs.
int readable_as(const std::string& bytes) {
  return (decode_passage(bytes) ? 1 : 0) + (decode_document(bytes) ? 1 : 0) +
         (decode_file(bytes) ? 1 : 0);
}

TEST(Record, PassageComesBackAsItWas) {
  const PassageRecord record = full_passage();
  const std::optional<PassageRecord> back = decode_passage(encode(record));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->number, record.number);
  EXPECT_EQ(back->range, record.range);
  EXPECT_EQ(back->body_begin, record.body_begin);
  EXPECT_EQ(back->role, record.role);
  EXPECT_EQ(back->heading_path, record.heading_path);
  EXPECT_EQ(back->context, record.context);
  EXPECT_EQ(back->sentences, record.sentences);
  EXPECT_EQ(back->text, record.text);
}

TEST(Record, DocumentComesBackAsItWas) {
  const DocumentRecord record = full_document();
  const std::optional<DocumentRecord> back = decode_document(encode(record));
  ASSERT_TRUE(back);
  EXPECT_THAT((std::vector{back->id, back->group, back->title, back->url, back->path, back->source,
                           back->language}),
              testing::ElementsAre(record.id, record.group, record.title, record.url, record.path,
                                   record.source, record.language));
  EXPECT_EQ(back->authors, record.authors);
  EXPECT_EQ(back->reviewers, record.reviewers);
  EXPECT_EQ(back->tags, record.tags);
  EXPECT_EQ(back->synonyms, record.synonyms);
  EXPECT_EQ(back->published, record.published);
  EXPECT_EQ(back->updated, record.updated);
  EXPECT_EQ(back->passages, record.passages);
}

TEST(Record, FileComesBackAsItWas) {
  const FileRecord record = full_file();
  const std::optional<FileRecord> back = decode_file(encode(record));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->path, record.path);
  EXPECT_EQ(back->root, record.root);
  EXPECT_EQ(back->url, record.url);
  EXPECT_EQ(back->size, record.size);
  EXPECT_EQ(back->mtime_ns, record.mtime_ns);
  EXPECT_EQ(back->hash, record.hash);
  EXPECT_EQ(back->documents, record.documents);
  EXPECT_EQ(back->problems, record.problems);
  EXPECT_TRUE(back->id_taken);
}

TEST(Record, EachKindIsReadAsItselfOnly) {
  for (const std::string& bytes : valid_records()) EXPECT_EQ(readable_as(bytes), 1);
}

TEST(Record, CutOrLengthenedBytesAreNoRecord) {
  for (const std::string& bytes : valid_records()) {
    for (std::size_t size = 0; size < bytes.size(); ++size)
      EXPECT_EQ(readable_as(bytes.substr(0, size)), 0) << bytes.front() << " cut at " << size;
    EXPECT_EQ(readable_as(bytes + '\0'), 0) << bytes.front();
  }
}

void expect_ranges_inside(const PassageRecord& record) {
  EXPECT_EQ(record.range.size(), record.text.size());
  std::size_t at = record.body_begin;
  for (const ByteRange& sentence : record.sentences) {
    EXPECT_EQ(sentence.begin, at);
    EXPECT_LE(sentence.begin, sentence.end);
    at = sentence.end;
  }
  EXPECT_LE(at, record.text.size());
  EXPECT_LE(record.role, SectionRole::about_author);
}

TEST(Record, CorruptBytesAreRefusedOrGiveRangesInsideTheText) {
  std::mt19937 random(20'240'603);
  const std::vector<std::string> valid = valid_records();
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes = valid[random() % valid.size()];
    for (std::size_t changes = 1 + random() % 4; changes > 0; --changes)
      bytes[random() % bytes.size()] = static_cast<char>(random() % 3 == 0 ? 0xFF : random() % 256);
    if (random() % 4 == 0) bytes.insert(random() % bytes.size(), "\xFF\xFF\xFF\xFF\xFF\xFF");
    if (const std::optional<PassageRecord> passage = decode_passage(bytes))
      expect_ranges_inside(*passage);
    readable_as(bytes);
  }
}

std::string varint(std::uint64_t value) {
  std::string bytes;
  for (; value >= 0x80; value >>= 7U) bytes += static_cast<char>(0x80U | (value & 0x7FU));
  return bytes + static_cast<char>(value);
}

// A passage of six bytes whose parts are given as numbers.
std::string passage_bytes(std::uint64_t begin, std::uint64_t body, std::uint64_t role,
                          const std::vector<std::uint64_t>& sentences) {
  std::string bytes = "P" + varint(1) + varint(begin) + varint(body) + varint(role);
  bytes += varint(0) + varint(0) + varint(sentences.size());
  for (const std::uint64_t size : sentences) bytes += varint(size);
  return bytes + varint(6) + "words.";
}

TEST(Record, NumbersThatWrapAroundAreRefused) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  EXPECT_TRUE(decode_passage(passage_bytes(0, 0, 0, {6})));
  EXPECT_TRUE(decode_passage(passage_bytes(0, 0, 2, {2, 4})));
  EXPECT_FALSE(decode_passage(passage_bytes(0, 0, 0, {1'000, kMost - 995})));
  EXPECT_FALSE(decode_passage(passage_bytes(0, 5, 0, {kMost})));
  EXPECT_FALSE(decode_passage(passage_bytes(0, 7, 0, {})));
  EXPECT_FALSE(decode_passage(passage_bytes(kMost, 0, 0, {6})));
  EXPECT_FALSE(decode_passage(passage_bytes(0, 0, 3, {6})));
}

TEST(Record, ArticleAndPassageGiveRangesIntoThePassage) {
  Article article;
  article.text = "Heading\n\nOne. Two.";
  const Passage passage{
      4, {0, 18}, 9, {"Heading"}, "lead-in", SectionRole::body, {{9, 14}, {14, 18}}};
  const PassageRecord record = record_of(article, passage);
  EXPECT_EQ(record.text, article.text);
  EXPECT_EQ(record.body_begin, 9U);
  EXPECT_THAT(record.sentences, testing::ElementsAre(ByteRange{9, 14}, ByteRange{14, 18}));
}

}  // namespace
}  // namespace palpate
