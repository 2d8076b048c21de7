#include "store/record.h"

#include <utility>

#include "store/record_bytes.h"

namespace palpate {
namespace {

constexpr char kPassageKind = 'P';
constexpr char kDocumentKind = 'D';
constexpr char kFileKind = 'F';
// Room for what a passage's record holds besides, mostly.
constexpr std::size_t kMostBesidesText = 512;

void put(Encoder& to, const Date& date) {
  to.number(static_cast<std::uint64_t>(date.year))
      .number(static_cast<std::uint64_t>(date.month))
      .number(static_cast<std::uint64_t>(date.day));
}

Date date_from(Decoder& from) {
  const auto year = static_cast<int>(from.number());
  const auto month = static_cast<int>(from.number());
  const auto day = static_cast<int>(from.number());
  return {year, month, day};
}

}  // namespace

PassageRecord record_of(const Article& article, const Passage& passage) {
  PassageRecord record;
  record.number = passage.number;
  record.range = passage.range;
  record.body_begin = passage.body_begin - passage.range.begin;
  record.role = passage.role;
  record.heading_path = passage.heading_path;
  record.context = passage.context;
  record.text = passage.range.of(article.text);
  for (const ByteRange& sentence : passage.sentences)
    record.sentences.push_back(
        {sentence.begin - passage.range.begin, sentence.end - passage.range.begin});
  return record;
}

DocumentRecord record_of(const Article& article, std::size_t passages) {
  DocumentRecord record;
  record.id = article.id;
  record.group = article.group;
  record.title = article.title;
  record.url = article.url;
  record.path = article.path;
  record.source = article.source;
  record.language = article.language;
  record.authors = article.authors;
  record.reviewers = article.reviewers;
  record.tags = article.tags;
  record.synonyms = article.synonyms;
  record.published = article.published;
  record.updated = article.updated;
  record.passages = passages;
  return record;
}

std::string encode(const PassageRecord& record) {
  Encoder to(kPassageKind);
  to.number(record.number).number(record.range.begin).number(record.body_begin);
  to.number(static_cast<std::uint64_t>(record.role)).list(record.heading_path).text(record.context);
  // Sentences tile the body: their sizes say it all.
  to.number(record.sentences.size());
  for (const ByteRange& sentence : record.sentences) to.number(sentence.size());
  return to.text(record.text).take();
}

std::string encoded_record(const Article& article, const Passage& passage) {
  const std::string_view text = passage.range.of(article.text);
  Encoder to(kPassageKind, text.size() + kMostBesidesText);
  to.number(passage.number)
      .number(passage.range.begin)
      .number(passage.body_begin - passage.range.begin);
  to.number(static_cast<std::uint64_t>(passage.role))
      .list(passage.heading_path)
      .text(passage.context);
  to.number(passage.sentences.size());
  for (const ByteRange& sentence : passage.sentences) to.number(sentence.size());
  return to.text(text).take();
}

std::string encode(const DocumentRecord& record) {
  Encoder to(kDocumentKind);
  to.text(record.id)
      .text(record.group)
      .text(record.title)
      .text(record.url)
      .text(record.path)
      .text(record.source);
  to.text(record.language)
      .list(record.authors)
      .list(record.reviewers)
      .list(record.tags)
      .list(record.synonyms);
  put(to, record.published);
  put(to, record.updated);
  return to.number(record.passages).text(record.checksum).take();
}

std::string encode(const FileRecord& record) {
  Encoder to(kFileKind);
  to.text(record.path)
      .text(record.root)
      .text(record.url)
      .number(record.size)
      .number(static_cast<std::uint64_t>(record.mtime_ns));
  to.text(record.hash)
      .list(record.documents)
      .number(record.id_taken ? 1 : 0)
      .number(record.problems.size());
  for (const auto& [line, reason] : record.problems) to.number(line).text(reason);
  return to.take();
}

std::optional<PassageRecord> decode_passage(std::string_view bytes) {
  Decoder from(bytes, kPassageKind);
  PassageRecord record;
  record.number = from.number();
  record.range.begin = from.number();
  record.body_begin = from.number();
  const std::uint64_t role = from.number();
  if (role > static_cast<std::uint64_t>(SectionRole::about_author)) return std::nullopt;
  record.role = static_cast<SectionRole>(role);
  record.heading_path = from.list();
  record.context = from.text();
  record.sentences.resize(from.count());
  std::size_t begin = record.body_begin;
  if (begin > bytes.size()) return std::nullopt;
  for (ByteRange& sentence : record.sentences) {
    const std::uint64_t size = from.number();
    if (size > bytes.size() - begin) return std::nullopt;
    sentence = {begin, begin + size};
    begin = sentence.end;
  }
  record.text = from.text();
  record.range.end = record.range.begin + record.text.size();
  const bool fits = begin <= record.text.size() && record.range.begin <= record.range.end;
  if (!from.ended() || !fits) return std::nullopt;
  return record;
}

std::optional<DocumentRecord> decode_document(std::string_view bytes) {
  Decoder from(bytes, kDocumentKind);
  DocumentRecord record;
  for (std::string* text : {&record.id, &record.group, &record.title, &record.url, &record.path,
                            &record.source, &record.language})
    *text = from.text();
  for (auto* list : {&record.authors, &record.reviewers, &record.tags, &record.synonyms})
    *list = from.list();
  record.published = date_from(from);
  record.updated = date_from(from);
  record.passages = from.number();
  record.checksum = from.text();
  if (!from.ended()) return std::nullopt;
  return record;
}

std::optional<FileRecord> decode_file(std::string_view bytes) {
  Decoder from(bytes, kFileKind);
  FileRecord record;
  record.path = from.text();
  record.root = from.text();
  record.url = from.text();
  record.size = from.number();
  record.mtime_ns = static_cast<std::int64_t>(from.number());
  record.hash = from.text();
  record.documents = from.list();
  record.id_taken = from.number() != 0;
  record.problems.resize(from.count());
  for (auto& [line, reason] : record.problems) {
    line = from.number();
    reason = from.text();
  }
  if (!from.ended()) return std::nullopt;
  return record;
}

}  // namespace palpate
