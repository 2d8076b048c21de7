#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "indexing/exceptions.h"
#include "palpate/upkeep.h"
#include "store/stored_article.h"
#include "store/xapian_error.h"
#include "upkeep/held_index.h"
#include "upkeep/passages_of_document.h"

namespace palpate {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(SectionRole role) {
  switch (role) {
    case SectionRole::references:
      return "references";
    case SectionRole::about_author:
      return "about_author";
    case SectionRole::body:
      break;
  }
  return "body";
}

Json json_of(const Cut& cut) {
  Json ends = Json::array();
  for (const ByteRange& sentence : cut.sentences) ends.push_back(sentence.end);
  return {{"begin", cut.range.begin},    {"end", cut.range.end},   {"body", cut.body_begin},
          {"heading", cut.heading_path}, {"context", cut.context}, {"role", name_of(cut.role)},
          {"sentences", std::move(ends)}};
}

// What is not known is left out.
Json metadata_of(const Article& article) {
  Json metadata = Json::object();
  const auto text = [&](const char* name, const std::string& value) {
    if (!value.empty()) metadata[name] = value;
  };
  const auto list = [&](const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) metadata[name] = values;
  };
  if (article.group != article.id) text("article", article.group);
  text("url", article.url);
  text("path", article.path);
  text("source", article.source);
  text("date", to_string(article.published));
  text("updated", to_string(article.updated));
  text("language", article.language);
  list("authors", article.authors);
  list("reviewers", article.reviewers);
  list("tags", article.tags);
  list("synonyms", article.synonyms);
  Json passages = Json::array();
  for (const Cut& cut : article.cuts) passages.push_back(json_of(cut));
  metadata["passages"] = std::move(passages);
  return metadata;
}

std::string line_of(const Article& article) {
  const Json line{{"_id", article.id},
                  {"title", article.title},
                  {"text", article.text},
                  {"metadata", metadata_of(article)}};
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Error damaged(const std::string& directory, const std::string& id, const std::string& what) {
  return {ErrorCode::malformed, "the index " + directory + " is damaged: " + id + " " + what,
          "palpate-index --check tells more; rebuild it with: palpate-index --rebuild --db " +
              directory};
}

// In the order of the index, so that what is indexed from it ranks equals alike.
Result<ExportSummary> export_held(const std::string& directory, const Snapshot& index,
                                  const std::function<Status(std::string_view)>& line) {
  ExportSummary summary;
  const Xapian::Database& database = index.database();
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document first = database.get_document(*at);
    if (index.number_of(first) != 1) continue;
    const std::string id = index.document_of(first);
    const std::optional<DocumentRecord> document = index.document(id);
    if (!document) return damaged(directory, id, "has no record");
    const Result<Article> article = article_of(*document, passages_of_document(index, id));
    if (!article) return damaged(directory, id, article.error().message);
    const std::string written = line_of(*article);
    if (const Status done = line(written); !done) return done.error();
    ++summary.documents;
    summary.bytes += written.size();
  }
  return summary;
}

}  // namespace

Result<ExportSummary> export_articles(const std::string& directory,
                                      const std::function<Status(std::string_view)>& line) {
  return without_exceptions([&]() -> Result<ExportSummary> {
    const Result<HeldIndex> held = hold_index(directory);
    if (!held) return held.error();
    return guarded("read the index " + directory,
                   [&] { return export_held(directory, held->index, line); });
  });
}

}  // namespace palpate
