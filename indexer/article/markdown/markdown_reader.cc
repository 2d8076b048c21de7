// Markdown: front matter, then the blocks in order, furniture left out.
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "article/article_builder.h"
#include "article/characters.h"
#include "article/file_article.h"
#include "article/furniture/author_note.h"
#include "article/furniture/furniture.h"
#include "article/list_item.h"
#include "article/markdown/footnotes.h"
#include "article/markdown/front_matter.h"
#include "article/markdown/markdown_blocks.h"
#include "article/reader.h"
#include "article/text/decode.h"

namespace palpate {
namespace {

// A paragraph in bold that is only a title stands in for a heading below the real ones.
constexpr int kBoldHeadingLevel = 6;
constexpr std::size_t kNoteBlocks = 4;

// A heading of this kind takes what stands under it along.
bool heads_furniture(Furniture kind) {
  switch (kind) {
    case Furniture::comments:
    case Furniture::reply_form:
    case Furniture::related:
    case Furniture::contents:
    case Furniture::share:
    case Furniture::subscribe:
      return true;
    default:
      return false;
  }
}

// Words that a menu and an article both use say nothing here: Markdown is rarely scraped.
bool is_furniture(Furniture kind) {
  return kind != Furniture::none && kind != Furniture::navigation && kind != Furniture::contents &&
         kind != Furniture::related;
}

class MarkdownBuilder {
 public:
  MarkdownBuilder(std::vector<MarkdownBlock> blocks, Article metadata)
      : blocks_(std::move(blocks)), builder_(std::move(metadata)) {
    find_title();
  }

  void build() {
    for (std::size_t at = 0; at < blocks_.size(); ++at) add(at);
  }

  // Notes are back matter wherever they stand in the file: behind the text.
  void add_notes(const std::vector<MarkdownBlock>& notes) {
    if (notes.empty()) return;
    if (builder_.role() != SectionRole::references) {
      builder_.back_matter(SectionRole::references);
    }
    for (const MarkdownBlock& note : notes) {
      if (note.kind != MarkdownKind::list_end) builder_.paragraph(trimmed(note.text));
    }
  }

  Article finish() { return std::move(builder_).finish(); }

 private:
  void find_title() {
    if (!builder_.article().title.empty()) return;
    const auto title = std::find_if(blocks_.begin(), blocks_.end(), [](const MarkdownBlock& block) {
      return block.kind == MarkdownKind::heading && block.level == 1;
    });
    if (title == blocks_.end()) return;
    builder_.article().title = title->text;
    title_block_ = static_cast<std::size_t>(title - blocks_.begin());
  }

  bool is_text(std::size_t at) const {
    if (at >= blocks_.size()) return false;
    const MarkdownKind kind = blocks_[at].kind;
    return kind == MarkdownKind::paragraph || kind == MarkdownKind::item ||
           kind == MarkdownKind::row;
  }

  bool is_bold_title(const MarkdownBlock& block) const {
    return block.bold == block.text.size() && is_title_like(block.text);
  }

  // "**Better sleep**: People …" and "**Better sleep.** People …", but not "**Ice** the knee".
  static bool is_bold_label(const MarkdownBlock& block) {
    if (block.bold == 0 || block.bold >= block.text.size()) return false;
    const std::string_view label = std::string_view(block.text).substr(0, block.bold);
    const std::string_view rest = std::string_view(block.text).substr(block.bold);
    constexpr std::u32string_view kEnds = U":.?!";
    return rest.starts_with(':') || rest.starts_with(" –") || rest.starts_with(" —") ||
           rest.starts_with(" - ") || kEnds.find(last_mark(label)) != std::u32string_view::npos ||
           (begins_upper(rest) && count_words(label) >= 2);
  }

  void add(std::size_t at) {
    const MarkdownBlock& block = blocks_[at];
    if (block.kind == MarkdownKind::heading) return add_heading(at);
    if (skipped_level_ != 0) return builder_.drop(block.text, reason_for(skipped_kind_));
    switch (block.kind) {
      case MarkdownKind::heading:
        break;
      case MarkdownKind::list_end:
        builder_.end_list();
        break;
      case MarkdownKind::row:
        builder_.table_row(block.text, block.header);
        break;
      case MarkdownKind::image:
        add_image(block);
        break;
      case MarkdownKind::html:
        add_html(block.text);
        break;
      case MarkdownKind::paragraph:
        add_paragraph(at);
        break;
      case MarkdownKind::item:
      case MarkdownKind::item_paragraph:
        add_item(at);
        break;
    }
  }

  void add_heading(std::size_t at) {
    const MarkdownBlock& block = blocks_[at];
    about_.clear();
    if (at == title_block_ && at != 0) {
      return builder_.drop(block.text, "title: kept as metadata");
    }
    if (skipped_level_ != 0 && block.level > skipped_level_) {
      return builder_.drop(block.text, reason_for(skipped_kind_));
    }
    skipped_level_ = 0;
    const Furniture kind = judge_line(block.text, Place::body).kind;
    if (at != title_block_ && heads_furniture(kind)) {
      skipped_level_ = block.level;
      skipped_kind_ = kind;
      return builder_.drop(block.text, reason_for(kind));
    }
    builder_.heading(block.level, block.text);
  }

  void add_image(const MarkdownBlock& image) {
    if (is_sentence_like(image.text))
      builder_.paragraph(image.text);
    else if (image.level == 0)
      builder_.picture(image.text);
    else
      builder_.picture_within(image.text);
  }

  void add_html(const std::string& html) {
    const std::string text = html_text(html);
    if (text.empty()) return builder_.drop(fold_blanks(html), "HTML without text");
    keep_or_drop(text, [&](std::string_view kept) { builder_.paragraph(kept); });
  }

  void add_paragraph(std::size_t at) {
    const MarkdownBlock& block = blocks_[at];
    if (is_bold_title(block) && is_text(at + 1) && builder_.role() == SectionRole::body) {
      return builder_.heading(kBoldHeadingLevel, block.text);
    }
    if (blocks_.size() - at <= kNoteBlocks && take_note(block.text, builder_, about_)) return;
    const bool leads =
        at + 1 < blocks_.size() && leads_to_action(block.text) &&
        judge_line(blocks_[at + 1].text, Place::body).kind == Furniture::call_to_action;
    if (leads) return builder_.drop(block.text, reason_for(Furniture::call_to_action));
    keep_or_drop(block.text, [&](std::string_view kept) { builder_.paragraph(kept); });
  }

  void add_item(std::size_t at) {
    const MarkdownBlock& block = blocks_[at];
    if (block.kind == MarkdownKind::item_paragraph) {
      return keep_or_drop(block.text,
                          [&](std::string_view kept) { builder_.item_paragraph(kept); });
    }
    const bool text_follows =
        at + 1 < blocks_.size() && blocks_[at + 1].kind == MarkdownKind::item_paragraph;
    const std::size_t indent = block.text.find_first_not_of(' ');
    const std::string_view words = std::string_view(block.text).substr(indent);
    const std::string_view title = words.substr(marker_length(words));
    if (text_follows && is_title_like(title) && builder_.role() == SectionRole::body) {
      return builder_.item_heading(block.text);
    }
    keep_or_drop(block.text, [&](std::string_view kept) {
      if (kept.size() == block.text.size() && is_bold_label(block))
        builder_.run_in_item(kept, block.bold);
      else
        builder_.list_item(kept);
    });
  }

  template <class Give>
  void keep_or_drop(const std::string& text, Give give) {
    if (builder_.role() == SectionRole::references) return give(text);
    const Judgement judged = judge_line(text, Place::body);
    if (is_furniture(judged.kind)) {
      return builder_.drop(text, take_metadata(judged, builder_.article()));
    }
    const WithoutActions split = drop_calls_to_action(text);
    builder_.drop(split.dropped, reason_for(Furniture::call_to_action));
    if (!split.kept.empty()) give(split.kept);
  }

  std::vector<MarkdownBlock> blocks_;
  ArticleBuilder builder_;
  std::size_t title_block_ = static_cast<std::size_t>(-1);
  int skipped_level_ = 0;  // of the furniture's heading whose text is being dropped; 0: none
  Furniture skipped_kind_ = Furniture::none;
  std::string about_;  // whom the note just read is about
};

}  // namespace

Result<Article> read_markdown(std::string_view bytes, const SourceFile& file) {
  Result<DecodedText> decoded = decode_text(bytes);
  if (!decoded) return decoded.error();
  Article article = begin_article(file, *decoded);
  const std::string_view body = read_front_matter(decoded->text, article);
  const TextAndNotes read = take_footnotes(body);
  Result<std::vector<MarkdownBlock>> blocks = markdown_blocks(read.text);
  if (!blocks) return blocks.error();
  std::vector<MarkdownBlock> notes;
  for (const std::string& note : read.notes) {
    Result<std::vector<MarkdownBlock>> of_note = markdown_blocks(note);
    if (!of_note) return of_note.error();
    std::move(of_note->begin(), of_note->end(), std::back_inserter(notes));
  }
  MarkdownBuilder builder(std::move(*blocks), std::move(article));
  builder.build();
  builder.add_notes(notes);
  return complete_article(builder.finish(), file);
}

}  // namespace palpate
