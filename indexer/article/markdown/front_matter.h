// What stands in front of a Markdown text between "---" lines (YAML): an article's metadata.
#pragma once

#include <cstddef>
#include <string_view>

#include "article/article.h"

namespace palpate {

// Takes the front matter of `text` into `article` and gives what follows it. Understood: title,
// author(s), reviewed_by / reviewers, date / published, updated / lastmod, url / canonical, source,
// language / lang, tags / keywords, synonyms / aliases, each one value or a list. What is not
// understood, broken YAML and TOML ("+++") go to article.dropped with the reason; the text is read
// all the same. Where one key's value breaks the YAML, the keys are read one by one and the others
// survive; the line of the file that is at fault is named as broken_line() finds it.
std::string_view read_front_matter(std::string_view text, Article& article);

// The line of the file (1 is the first) that a piece dropped from broken front matter names; 0 when
// the piece is something else.
std::size_t broken_line(const Dropped& piece);

}  // namespace palpate
