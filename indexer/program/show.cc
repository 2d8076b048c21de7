#include "program/show.h"

#include <nlohmann/json.hpp>
#include <sstream>
#include <string_view>

#include "program/printable.h"

namespace palpate {
namespace {

using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string whole;
  for (const std::string& part : parts)
    whole += (whole.empty() ? "" : std::string(separator)) + part;
  return whole;
}

std::string_view name_of(SectionRole role) {
  switch (role) {
    case SectionRole::body:
      return "body";
    case SectionRole::references:
      return "references";
    case SectionRole::about_author:
      return "about_author";
  }
  return "body";
}

std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line)
    if (c == '\n' || c == '\t') c = ' ';
  return printable(line);
}

void show_metadata(std::ostream& out, const Article& article) {
  const auto line = [&](std::string_view name, const std::string& value) {
    if (!value.empty())
      out << name << std::string(name.size() < 11 ? 11 - name.size() : 1, ' ') << printable(value)
          << '\n';
  };
  line("id", article.id);
  if (article.group != article.id) line("article", article.group);
  line("title", article.title.empty() ? "(none found)" : article.title);
  line("authors", joined(article.authors, ", "));
  line("reviewers", joined(article.reviewers, ", "));
  line("published", to_string(article.published));
  line("updated", to_string(article.updated));
  line("url", article.url);
  line("path", article.path);
  line("source", article.source);
  line("language", article.language);
  line("tags", joined(article.tags, ", "));
  line("synonyms", joined(article.synonyms, ", "));
}

Json range_json(const ByteRange& range) { return {{"begin", range.begin}, {"end", range.end}}; }

Json sections_json(const Article& article) {
  Json sections = Json::array();
  for (const Section& section : article.sections) {
    Json entry{{"heading", section.heading_path}, {"role", name_of(section.role)}};
    if (!section.blocks.empty())
      entry.update(
          range_json({section.blocks.front().range.begin, section.blocks.back().range.end}));
    sections.push_back(std::move(entry));
  }
  return sections;
}

Json passages_json(const Article& article, const std::vector<Passage>& passages) {
  Json list = Json::array();
  for (const Passage& passage : passages) {
    Json entry{{"id", article.id + "#" + std::to_string(passage.number)}};
    entry.update(range_json(passage.range));
    entry["body"] = passage.body_begin;
    entry["heading"] = passage.heading_path;
    entry["context"] = passage.context;
    entry["role"] = name_of(passage.role);
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace

std::string show_text(const Article& article, const std::vector<Passage>& passages) {
  std::ostringstream out;
  show_metadata(out, article);
  out << "\n"
      << passages.size() << (passages.size() == 1 ? " passage" : " passages") << ", "
      << article.text.size() << " bytes of kept text\n";
  for (const Passage& passage : passages) {
    out << "\n[" << passage.number << "]";
    if (!passage.heading_path.empty()) out << ' ' << printable(joined(passage.heading_path, " › "));
    if (passage.role != SectionRole::body)
      out << " (" << name_of(passage.role) << ", not offered as an answer)";
    out << '\n';
    if (!passage.context.empty()) out << "  context: " << one_line(passage.context) << '\n';
    std::string_view body = ByteRange{passage.body_begin, passage.range.end}.of(article.text);
    while (!body.empty() && body.back() == '\n') body.remove_suffix(1);
    out << printable(body, LineBreaks::kept) << '\n';
  }
  out << "\nDropped: " << article.dropped.size()
      << (article.dropped.size() == 1 ? " piece\n" : " pieces\n");
  for (const Dropped& dropped : article.dropped)
    out << "  " << dropped.reason << ": " << one_line(dropped.text) << '\n';
  return out.str();
}

std::string show_json(const Article& article, const std::vector<Passage>& passages) {
  Json object{{"version", 1},
              {"id", article.id},
              {"article", article.group},
              {"title", article.title},
              {"authors", article.authors},
              {"reviewers", article.reviewers},
              {"published", to_string(article.published)},
              {"updated", to_string(article.updated)},
              {"url", article.url},
              {"path", article.path},
              {"source", article.source},
              {"language", article.language},
              {"tags", article.tags},
              {"synonyms", article.synonyms},
              {"sections", sections_json(article)},
              {"passages", passages_json(article, passages)},
              {"text", article.text}};
  Json dropped = Json::array();
  for (const Dropped& piece : article.dropped)
    dropped.push_back({{"reason", piece.reason}, {"text", piece.text}});
  object["dropped"] = std::move(dropped);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace palpate
