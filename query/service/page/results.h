// An answer's passages, grouped by article.
#pragma once

#include <span>

#include "palpate/answer.h"
#include "service/page/html.h"
#include "service/page/interface_texts.h"
#include "service/page/page.h"

namespace palpate::html {

// The passages in order, those of an article together.
Html result_list(const PageView& view, std::span<const Hit> hits, const InterfaceTexts& say);

// Previous and next; nothing when all is on one page.
Html page_links(const PageView& view, const Answer& answer, const InterfaceTexts& say);

}  // namespace palpate::html
