#include "article/html/unshown_answers.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_set>

#include "article/characters.h"
#include "article/html/html_blocks.h"
#include "article/html/html_document.h"
#include "article/html/markup.h"
#include "article/html/text_match.h"

namespace palpate {
namespace {

// Words that stand together on the page often enough are shown there, whatever links or notes
// stand between them.
constexpr std::size_t kWordsTogether = 3;
constexpr std::size_t kFewWords = 6;

// Where each run of so many words ends and begins: calls visit(run).
template <class Visit>
void each_run(std::string_view key, const Visit& visit) {
  std::vector<std::size_t> begins;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    if (end == begin) {
      ++begin;
      continue;
    }
    begins.push_back(begin);
    if (begins.size() >= kWordsTogether) {
      const std::size_t from = begins[begins.size() - kWordsTogether];
      visit(key.substr(from, end - from));
    }
    begin = end + 1;
  }
}

class ShownText {
 public:
  explicit ShownText(std::string_view text) : key_(' ' + match_key(text) + ' ') {
    each_run(key_, [this](std::string_view run) { runs_.insert(run); });
  }

  bool holds(const std::string& question, const std::string& answer) const {
    const std::string words = match_key(answer);
    if (count_words(words) < kFewWords) {
      return stands(words) && stands(match_key(question));
    }
    std::size_t runs = 0;
    std::size_t shown = 0;
    each_run(words, [&](std::string_view run) {
      ++runs;
      shown += runs_.contains(run) ? 1 : 0;
    });
    return 2 * shown >= runs;
  }

 private:
  bool stands(const std::string& words) const {
    return key_.find(' ' + words + ' ') != std::string::npos;
  }

  std::string key_;  // between blanks
  std::unordered_set<std::string_view> runs_;
};

}  // namespace

void add_unshown_answers(const std::vector<LinkedData::Answer>& answers, ArticleBuilder& builder) {
  if (answers.empty()) return;
  builder.end_list();
  const ShownText shown(builder.article().text);
  for (const LinkedData::Answer& answer : answers) {
    const HtmlDocument markup = HtmlDocument::parse(reduce_markup(answer.markup).markup);
    const std::string text = markup.folded_text(markup.body());
    if (text.empty() || shown.holds(answer.question, text)) continue;
    MainContent content;
    content.root = markup.body();
    content.dropped.resize(markup.size());
    builder.heading(1, answer.question);
    build_blocks(markup, content, {}, builder);
  }
}

}  // namespace palpate
