// Plain text, as scraped: the head is read, furniture sifted out, the rest outlined and built.
#include <string>
#include <utility>
#include <vector>

#include "article/article_builder.h"
#include "article/author_note.h"
#include "article/characters.h"
#include "article/decode.h"
#include "article/furniture.h"
#include "article/phrases.h"
#include "article/reader.h"
#include "article/text_head.h"
#include "article/text_lines.h"
#include "article/text_outline.h"
#include "article/text_sift.h"

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
        note_name_.clear();
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
    if (is_last_part(at) && add_note(text)) return;
    // A sentence behind a reference list of marked items belongs to the article again.
    const bool ends_references = builder_.role() == SectionRole::references && cited_ > 0 &&
                                 !has_digit(text) && text.find("http") == std::string::npos;
    if (ends_references) builder_.back_matter(SectionRole::body);
    add_text(at, &ArticleBuilder::paragraph);
  }

  bool add_note(const std::string& text) {
    std::vector<std::string>& authors = builder_.article().authors;
    if (const std::optional<AuthorNote> note = author_note(text)) {
      std::vector<std::string>& names = note->reviewer ? builder_.article().reviewers : authors;
      const bool known = std::find(names.begin(), names.end(), note->name) != names.end();
      if (!known && !note->labelled && !names.empty()) return false;
      if (!known) names.push_back(note->name);
      note_name_ = note->name;
    } else if (note_name_.empty() || !continues_note(text, note_name_)) {
      return false;
    }
    builder_.back_matter(SectionRole::about_author);
    builder_.paragraph(text);
    return true;
  }

  std::vector<TextLine> lines_;
  std::vector<OutlinedLine> roles_;
  ArticleBuilder builder_;
  std::string note_name_;  // whom the note just read is about
  std::size_t cited_ = 0;  // items of the reference list being read
};

std::string title_from_name(const SourceFile& file) {
  std::string title = file.path.stem().string();
  for (char& character : title) {
    if (character == '-' || character == '_') character = ' ';
  }
  return fold_blanks(title);
}

}  // namespace

Result<Article> read_text(std::string_view bytes, const SourceFile& file) {
  Result<DecodedText> decoded = decode_text(bytes);
  if (!decoded) return decoded.error();
  Article article;
  article.id = file.id;
  article.path = file.path.string();
  article.url = file.url;
  if (decoded->replaced > 0) {
    article.dropped.push_back({std::to_string(decoded->replaced) + " byte sequences",
                               "invalid UTF-8, replaced by U+FFFD"});
  }
  std::vector<TextLine> lines = lay_out_lines(decoded->text, article.dropped);
  const std::size_t begin = read_head(lines, article);
  lines = sift_lines(std::move(lines), begin, article);
  if (article.title.empty()) article.title = title_from_name(file);
  Article built = TextBuilder(std::move(lines), std::move(article)).build();
  if (built.text.empty()) {
    return Error{ErrorCode::malformed, "no article text, only what surrounds one",
                 "palpate-index --show prints what was dropped and why"};
  }
  return built;
}

}  // namespace palpate
