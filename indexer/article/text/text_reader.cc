// Plain text, as scraped: the head is read, furniture sifted out, the rest outlined and built.
#include <string>
#include <utility>
#include <vector>

#include "article/article_builder.h"
#include "article/characters.h"
#include "article/file_article.h"
#include "article/furniture/author_note.h"
#include "article/furniture/furniture.h"
#include "article/furniture/phrases.h"
#include "article/reader.h"
#include "article/text/decode.h"
#include "article/text/text_head.h"
#include "article/text/text_lines.h"
#include "article/text/text_outline.h"
#include "article/text/text_sift.h"

namespace palpate {
namespace {

// Notes about the author stand among the last lines.
constexpr std::size_t kNoteLines = 8;

class TextBuilder {
 public:
  TextBuilder(std::vector<TextLine> lines, Article metadata)
      : lines_(std::move(lines)), roles_(outline(lines_)), builder_(std::move(metadata)) {}

  Article build() {
    for (std::size_t at = 0; at < lines_.size(); ++at) add(at);
    return std::move(builder_).finish();
  }

 private:
  bool is_last_part(std::size_t at) const {
    if (lines_.size() - at > kNoteLines) return false;
    for (std::size_t i = at + 1; i < lines_.size(); ++i) {
      const bool body_heading =
          roles_[i].role == LineRole::heading &&
          !has_phrase(Topic::references_heading, folded_words(lines_[i].text));
      if (body_heading) return false;
    }
    return true;
  }

  void add(std::size_t at) {
    const TextLine& line = lines_[at];
    switch (roles_[at].role) {
      case LineRole::heading:
        note_about_.clear();
        cited_ = 0;
        builder_.heading(roles_[at].level, without_colon(line.text));
        break;
      case LineRole::caption:
        builder_.drop(line.text, "image description");
        break;
      case LineRole::list_item:
        cited_ += builder_.role() == SectionRole::references ? 1 : 0;
        add_text(at, &ArticleBuilder::list_item);
        break;
      case LineRole::item_heading:
        builder_.item_heading(indented(line));
        break;
      case LineRole::item_paragraph:
        add_text(at, &ArticleBuilder::item_paragraph);
        break;
      case LineRole::paragraph:
        add_paragraph(at);
        break;
    }
  }

  static std::string_view without_colon(std::string_view heading) {
    if (heading.ends_with(':')) heading.remove_suffix(1);
    return heading;
  }

  static std::string indented(const TextLine& line) {
    // The first level of a list may be indented as a whole: only what is deeper is nested.
    const std::size_t level = line.indent >= 4 && line.marker != 0 ? line.indent / 4 : 0;
    return std::string(2 * level, ' ') + line.text;
  }

  void add_text(std::size_t at, void (ArticleBuilder::*give)(std::string_view)) {
    if (builder_.role() == SectionRole::references) {
      (builder_.*give)(indented(lines_[at]));
      return;
    }
    const WithoutActions split = drop_calls_to_action(lines_[at].text);
    builder_.drop(split.dropped, reason_for(Furniture::call_to_action));
    if (!split.kept.empty() && split.dropped.empty()) {
      (builder_.*give)(indented(lines_[at]));
    } else {
      (builder_.*give)(split.kept);
    }
  }

  void add_paragraph(std::size_t at) {
    const std::string& text = lines_[at].text;
    if (is_last_part(at) && take_note(text, builder_, note_about_)) return;
    // A sentence behind a reference list of marked items belongs to the article again.
    const bool ends_references = builder_.role() == SectionRole::references && cited_ > 0 &&
                                 !has_digit(text) && text.find("http") == std::string::npos;
    if (ends_references) builder_.back_matter(SectionRole::body);
    add_text(at, &ArticleBuilder::paragraph);
  }

  std::vector<TextLine> lines_;
  std::vector<OutlinedLine> roles_;
  ArticleBuilder builder_;
  std::string note_about_;  // whom the note just read is about
  std::size_t cited_ = 0;   // items of the reference list being read
};

}  // namespace

Result<Article> read_text(std::string_view bytes, const SourceFile& file) {
  Result<DecodedText> decoded = decode_text(bytes);
  if (!decoded) return decoded.error();
  Article article = begin_article(file, *decoded);
  std::vector<TextLine> lines = lay_out_lines(decoded->text, article.dropped);
  const std::size_t begin = read_head(lines, article);
  lines = sift_lines(std::move(lines), begin, article);
  return complete_article(TextBuilder(std::move(lines), std::move(article)).build(), file);
}

}  // namespace palpate
