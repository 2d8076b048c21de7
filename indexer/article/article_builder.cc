#include "article/article_builder.h"

#include <utility>

namespace palpate {

ArticleBuilder::ArticleBuilder(Article metadata) : article_(std::move(metadata)) {}

ByteRange ArticleBuilder::append(std::string_view text, std::string_view separator) {
  std::string& kept = article_.text;
  if (!kept.empty()) kept += separator;
  const std::size_t begin = kept.size();
  kept += text;
  return {begin, kept.size()};
}

void ArticleBuilder::open_section(std::vector<std::string> path, ByteRange heading,
                                  SectionRole role) {
  article_.sections.push_back({std::move(path), heading, role, {}});
}

Section& ArticleBuilder::section() {
  if (article_.sections.empty()) open_section({}, {}, SectionRole::body);
  return article_.sections.back();
}

void ArticleBuilder::heading(int level, std::string_view text) {
  if (text.empty()) return;
  end_list();
  last_paragraph_.clear();
  while (!path_.empty() && path_.back().level >= level) path_.pop_back();
  path_.push_back({level, std::string(text)});
  std::vector<std::string> path;
  for (const Level& above : path_) path.push_back(above.text);
  open_section(std::move(path), append(text, "\n\n"), SectionRole::body);
}

void ArticleBuilder::block(BlockKind kind, std::string_view text, std::string context, bool tight) {
  const ByteRange range = append(text, tight ? "\n" : "\n\n");
  section().blocks.push_back({kind, range, std::move(context)});
}

void ArticleBuilder::paragraph(std::string_view text) {
  if (text.empty()) return;
  end_list();
  block(BlockKind::paragraph, text, {}, false);
  last_paragraph_ = text;
}

void ArticleBuilder::list_item(std::string_view text) {
  if (text.empty()) return;
  const bool first = !std::exchange(in_list_, true);
  if (first) lead_in_ = last_paragraph_.ends_with(':') ? last_paragraph_ : std::string();
  block(BlockKind::list_item, text, lead_in_, !first);
}

void ArticleBuilder::end_list() { in_list_ = false; }

void ArticleBuilder::table_row(std::string_view text, std::string_view header) {
  if (text.empty()) return;
  const bool tight =
      !section().blocks.empty() && section().blocks.back().kind == BlockKind::table_row;
  block(BlockKind::table_row, text, std::string(header), tight);
}

void ArticleBuilder::drop(std::string_view text, std::string_view reason) {
  if (!text.empty()) article_.dropped.push_back({std::string(text), std::string(reason)});
}

void ArticleBuilder::back_matter(SectionRole role) {
  Section& current = section();
  if (current.blocks.empty()) {
    current.role = role;
  } else {
    std::vector<std::string> path = current.heading_path;
    open_section(std::move(path), {}, role);
  }
}

Article ArticleBuilder::finish() && {
  if (article_.group.empty()) article_.group = article_.id;
  return std::move(article_);
}

}  // namespace palpate
