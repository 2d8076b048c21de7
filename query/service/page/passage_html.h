// A passage's text as paragraphs, lists and tables, with what matched and the sentence that answers
// best.
#pragma once

#include "palpate/answer.h"
#include "service/page/html.h"
#include "service/page/interface_texts.h"

namespace palpate::html {

// The text behind the passage's own heading line, led by its context.
Html passage_body(const Hit& hit, const InterfaceTexts& say);

// The best sentence with its marks, or the beginning of the passage, on about `bytes` bytes.
Html passage_excerpt(const Hit& hit, std::size_t bytes);

}  // namespace palpate::html
