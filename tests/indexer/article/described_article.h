// An Article written out for comparison with a golden file, and what must hold for every Article.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "article/article.h"
#include "article/characters.h"

namespace palpate {

inline std::string contents_of(const std::filesystem::path& path) {
  const std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

inline std::string joined(const std::vector<std::string>& entries, std::string_view between) {
  std::string all;
  for (const std::string& entry : entries) {
    if (!all.empty()) all += between;
    all += entry;
  }
  return all;
}

inline std::vector<std::string> paths(const Article& article) {
  std::vector<std::string> all(article.sections.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = joined(article.sections[i].heading_path, " > ");
  }
  return all;
}

inline std::string described(const Section& section, const std::string& text) {
  constexpr std::array<std::string_view, 3> kRoles = {"body", "references", "about_author"};
  constexpr std::array<std::string_view, 3> kKinds = {"paragraph", "item", "row"};
  std::string all = "\n[" + std::string(kRoles[static_cast<std::size_t>(section.role)]) + "] " +
                    joined(section.heading_path, " > ") + "\n";
  if (!section.heading.empty()) all += "heading: " + std::string(section.heading.of(text)) + "\n";
  for (const Block& block : section.blocks) {
    all += std::string(kKinds[static_cast<std::size_t>(block.kind)]) + ": ";
    all += std::string(block.range.of(text)) + "\n";
    if (!block.context.empty()) all += "  context: " + block.context + "\n";
  }
  return all;
}

inline std::string described(const Article& article) {
  std::string all = "title: " + article.title + "\n";
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) all += std::string(name) + ": " + value + "\n";
  };
  add("authors", joined(article.authors, "; "));
  add("reviewers", joined(article.reviewers, "; "));
  add("published", to_string(article.published));
  add("updated", to_string(article.updated));
  add("url", article.url);
  add("source", article.source);
  add("language", article.language);
  add("tags", joined(article.tags, "; "));
  add("synonyms", joined(article.synonyms, "; "));
  for (const Section& section : article.sections) all += described(section, article.text);
  all += "\ndropped\n";
  for (const Dropped& dropped : article.dropped) all += dropped.reason + ": " + dropped.text + "\n";
  return all;
}

// Sections and blocks lie in order, inside the text, with white space alone between them.
inline void expect_sound(const Article& article) {
  const std::string& text = article.text;
  std::size_t end = 0;
  const auto expect_next = [&](const ByteRange& range) {
    ASSERT_LE(end, range.begin);
    ASSERT_LT(range.begin, range.end);
    ASSERT_LE(range.end, text.size());
    EXPECT_EQ(text.substr(end, range.begin - end).find_first_not_of(" \n"), std::string::npos);
    end = range.end;
  };
  for (const Section& section : article.sections) {
    EXPECT_TRUE(!section.heading.empty() || !section.blocks.empty());
    EXPECT_TRUE(section.heading.empty() || !section.heading_path.empty());
    if (!section.heading.empty()) expect_next(section.heading);
    for (const Block& block : section.blocks) expect_next(block.range);
  }
  EXPECT_EQ(end, text.size());
  EXPECT_EQ(text.find('\r'), std::string::npos);
  EXPECT_EQ(text.find('\0'), std::string::npos);
  std::string again;
  for (std::size_t at = 0; at < text.size();) append_character(again, next_character(text, at));
  EXPECT_EQ(again, text) << "not valid UTF-8";
  EXPECT_FALSE(article.group.empty() && !article.id.empty());
}

}  // namespace palpate
