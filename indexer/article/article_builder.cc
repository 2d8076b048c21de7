#include "article/article_builder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "article/characters.h"
#include "article/furniture/phrases.h"
#include "article/list_item.h"
#include "article/sentence_ends.h"

namespace palpate {
namespace {

// Titled items lie below every heading, deeper with their indentation.
constexpr int kItemLevel = 10;
constexpr std::size_t kDeepestItem = 40;

int item_level(std::size_t indent) {
  return kItemLevel + static_cast<int>(std::min(indent, kDeepestItem));
}

// The sentence that announces a list: the paragraph's last one, when it says so.
std::string lead_in_of(std::string_view paragraph) {
  const std::vector<std::string_view> sentences = rough_sentences(paragraph);
  if (sentences.empty()) return {};
  const std::string_view last = sentences.back();
  const bool announces =
      last_mark(last) == U':' || has_phrase(Topic::announcement, folded_words(last));
  return announces ? std::string(last) : std::string();
}

// "Photo of a calf stretch"; not "calf", "IMG_2041.jpg", "clinic logo", "photo of author".
bool shows_something(std::string_view text) {
  constexpr std::size_t kLongestText = 400;
  constexpr std::array<std::string_view, 15> kDecoration = {
      " logo ",        " icon ",      " avatar ",  " banner ",        " button ",
      " placeholder ", " thumbnail ", " spacer ",  " headshot ",      " profile picture ",
      " author ",      " arrow ",     " divider ", " advertisement ", " background image "};
  const bool file =
      text.find('_') != text.npos || text.find("://") != text.npos ||
      (text.size() > 5 && text.substr(text.size() - 5).find('.') < 4 && !ends_sentence(text));
  if (text.size() > kLongestText || count_words(text) < 2 || !has_letter(text) || file)
    return false;
  const std::string words = ' ' + folded_words(text) + ' ';
  return std::none_of(kDecoration.begin(), kDecoration.end(),
                      [&](std::string_view word) { return words.find(word) != words.npos; });
}

// Many pictures must not make a block's context longer than its text.
void add_picture(std::string& context, std::string_view text) {
  constexpr std::size_t kLongestContext = 4000;
  if (text.empty() || context.size() + text.size() > kLongestContext) return;
  if (context.find(text) != context.npos) return;
  if (!context.empty()) context += ' ';
  context += text;
}

SectionRole role_of_heading(std::string_view text) {
  const FoundPhrases found(folded_words(text));
  if (found.has(Topic::references_heading)) return SectionRole::references;
  if (found.has(Topic::author_heading)) return SectionRole::about_author;
  return SectionRole::body;
}

}  // namespace

ArticleBuilder::ArticleBuilder(Article metadata) : article_(std::move(metadata)) {}

ByteRange ArticleBuilder::append(std::string_view text, std::string_view separator) {
  std::string& kept = article_.text;
  if (!kept.empty()) kept += separator;
  const std::size_t begin = kept.size();
  kept += text;
  return {begin, kept.size()};
}

void ArticleBuilder::open_section(ByteRange heading) {
  Section section;
  for (const Level& level : path_) section.heading_path.push_back(level.label);
  section.heading = heading;
  section.role = role_;
  article_.sections.push_back(std::move(section));
  section_open_ = true;
}

void ArticleBuilder::place_headings() {
  std::vector<Level> path = std::move(path_);
  path_.clear();
  const SectionRole role = role_;
  for (Level& level : path) {
    const std::string text = std::exchange(level.text, {});
    const bool item = level.level >= kItemLevel;
    role_ = level.role;
    path_.push_back(std::move(level));
    if (!text.empty()) open_section(append(text, item && in_list_ ? "\n" : "\n\n"));
  }
  role_ = role;
}

// Goes back to where `level` has its parent; headings without text on the way are dropped.
void ArticleBuilder::leave(int level) {
  while (!path_.empty() && path_.back().level >= level) {
    if (!path_.back().text.empty()) drop(path_.back().text, "heading with nothing under it");
    path_.pop_back();
    section_open_ = false;
    role_ = path_.empty() ? SectionRole::body : path_.back().role;
  }
}

bool ArticleBuilder::is_title(std::string_view text) {
  if (!article_.text.empty() || !path_.empty() || !title_line_.empty()) return false;
  if (article_.title.empty() || folded_words(text) != folded_words(article_.title)) return false;
  title_line_ = text;
  return true;
}

void ArticleBuilder::heading(int level, std::string_view text) {
  if (text.empty()) return;
  end_list();
  last_paragraph_.clear();
  if (is_title(text)) return;
  leave(level);
  const SectionRole own = role_of_heading(text);
  if (path_.empty()) role_ = SectionRole::body;
  if (own != SectionRole::body) role_ = own;
  path_.push_back({level, std::string(text), std::string(text), role_});
  section_open_ = false;
}

void ArticleBuilder::block(BlockKind kind, std::string_view text, std::string context,
                           std::string_view separator) {
  place_headings();
  if (!section_open_) open_section({});
  const ByteRange range = append(text, separator);
  add_picture(context, std::exchange(pictures_, {}));
  article_.sections.back().blocks.push_back({kind, range, std::move(context)});
}

void ArticleBuilder::paragraph(std::string_view text) {
  if (text.empty()) return;
  end_list();
  if (is_title(text)) return;
  block(BlockKind::paragraph, text, {}, "\n\n");
  last_paragraph_ = text;
}

void ArticleBuilder::begin_item() {
  if (in_list_) return;
  lead_in_ = lead_in_of(last_paragraph_);
}

void ArticleBuilder::enlist(ListEntry entry) {
  if (entry.text.empty()) return;
  entry.pictures = std::exchange(pictures_, {});
  list_.push_back(std::move(entry));
}

void ArticleBuilder::list_item(std::string_view text) {
  enlist({ListEntry::Kind::item, std::string(text)});
}

void ArticleBuilder::run_in_item(std::string_view text, std::size_t heading) {
  enlist({ListEntry::Kind::marked_item, std::string(text), heading});
}

void ArticleBuilder::item_heading(std::string_view text) {
  enlist({ListEntry::Kind::heading, std::string(text)});
}

void ArticleBuilder::item_paragraph(std::string_view text) {
  enlist({ListEntry::Kind::paragraph, std::string(text)});
}

void ArticleBuilder::flush_list() {
  const std::vector<bool> titled = items_with_titles(list_);
  const std::vector<ListEntry> entries = std::exchange(list_, {});
  const std::string pictures = std::exchange(pictures_, {});  // of what follows the list
  for (std::size_t i = 0; i < entries.size(); ++i) {
    add_picture(pictures_, entries[i].pictures);
    add_entry(entries[i], titled[i]);
  }
  add_picture(pictures_, pictures);
}

void ArticleBuilder::add_entry(const ListEntry& entry, bool may_run_in) {
  switch (entry.kind) {
    case ListEntry::Kind::item:
      return add_plain_item(entry.text, may_run_in);
    case ListEntry::Kind::marked_item:
      return add_marked_item(entry.text, entry.heading);
    case ListEntry::Kind::heading:
      return add_item_heading(entry.text);
    case ListEntry::Kind::paragraph:
      block(BlockKind::paragraph, entry.text, lead_in_, "\n");
      in_list_ = true;
  }
}

void ArticleBuilder::add_plain_item(const std::string& text, bool may_run_in) {
  const std::size_t indent = indentation(text);
  const std::size_t marker = text.size() - without_marker(text).size();
  const bool cited = role_ == SectionRole::references;
  const auto title = cited || !may_run_in ? std::nullopt : run_in(without_marker(text));
  add_item(text, indent, title ? marker + title->label_end : 0,
           title ? title->label : std::string_view{});
}

void ArticleBuilder::add_marked_item(std::string_view text, std::size_t heading) {
  const std::size_t indent = indentation(text);
  const std::size_t marker = indent + marker_length(text.substr(indent));
  heading = std::min(heading, text.size());
  if (text.substr(heading).starts_with(':')) ++heading;
  for (const std::string_view dash : {" – ", " — ", " - "}) {
    if (text.substr(heading).starts_with(dash)) heading += dash.size() - 1;
  }
  const std::string_view rest = text.substr(heading);
  if (heading <= marker || trimmed(rest).empty()) return add_plain_item(std::string(text), true);
  std::string_view label = trimmed(text.substr(marker, heading - marker));
  for (const std::string_view end : {"–", "—", "-", ":", "."}) {
    if (label.ends_with(end)) label = trimmed(label.substr(0, label.size() - end.size()));
  }
  add_item(text, indent, heading, label);
}

void ArticleBuilder::add_item(std::string_view text, std::size_t indent, std::size_t heading,
                              std::string_view label) {
  begin_item();
  leave(item_level(indent));
  std::string_view separator = in_list_ ? "\n" : "\n\n";
  if (!label.empty()) {
    place_headings();
    path_.push_back({item_level(indent), std::string(label), {}, role_});
    open_section(append(text.substr(0, heading), separator));
    text = trimmed(text.substr(heading));
    separator = " ";
  }
  block(BlockKind::list_item, text, lead_in_, separator);
  in_list_ = true;
}

void ArticleBuilder::add_item_heading(std::string_view text) {
  begin_item();
  const std::size_t indent = indentation(text);
  std::string_view label = trimmed(text.substr(indent + marker_length(text.substr(indent))));
  if (label.ends_with(':')) label.remove_suffix(1);
  leave(item_level(indent));
  place_headings();
  path_.push_back({item_level(indent), std::string(label), std::string(text), role_});
  section_open_ = false;
}

void ArticleBuilder::end_list() {
  flush_list();
  in_list_ = false;
  leave(kItemLevel);
}

void ArticleBuilder::table_row(std::string_view text, std::string_view header) {
  if (text.empty()) return;
  end_list();
  bool tight = false;
  if (section_open_ && !article_.sections.back().blocks.empty()) {
    const Block& before = article_.sections.back().blocks.back();
    tight = before.kind == BlockKind::table_row &&
            (before.context == header || before.range.of(article_.text) == header);
  }
  block(BlockKind::table_row, text, std::string(header), tight ? "\n" : "\n\n");
}

void ArticleBuilder::picture(std::string_view text) {
  if (!shows_something(text)) return drop(text, "image description");
  if (!list_.empty()) return add_picture(list_.back().pictures, text);
  const bool follows = section_open_ && !article_.sections.back().blocks.empty();
  add_picture(follows ? article_.sections.back().blocks.back().context : pictures_, text);
}

void ArticleBuilder::picture_within(std::string_view text) {
  if (!shows_something(text)) return drop(text, "image description");
  add_picture(pictures_, text);
}

void ArticleBuilder::drop(std::string_view text, std::string_view reason) {
  if (!text.empty()) article_.dropped.push_back({std::string(text), std::string(reason)});
}

void ArticleBuilder::back_matter(SectionRole role) {
  end_list();
  last_paragraph_.clear();
  if (!path_.empty() && !path_.back().text.empty() && role != SectionRole::body) {
    path_.back().role = role;
  } else if (role_ != role) {
    leave(0);
    section_open_ = false;
  }
  role_ = role;
}

Article ArticleBuilder::finish() && {
  end_list();
  leave(0);
  if (!article_.sections.empty() && !article_.sections.back().blocks.empty())
    add_picture(article_.sections.back().blocks.back().context, pictures_);
  // An article that is nothing but its title still has that to say.
  if (article_.text.empty() && !title_line_.empty()) {
    block(BlockKind::paragraph, title_line_, {}, {});
  } else {
    drop(title_line_, "title: kept as metadata");
  }
  if (article_.group.empty()) article_.group = article_.id;
  return std::move(article_);
}

}  // namespace palpate
