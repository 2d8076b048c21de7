// The form that asks: the question, and the filters that narrow the answer.
#pragma once

#include "service/page/frame.h"

namespace palpate::html {

Html question_form(const Frame& frame);

// Which filters are chosen, each with a link that removes it.
Html chosen_filters(const PageView& view, const InterfaceTexts& say);

bool has_filters(const PageView& view);
PageView without_filters(PageView view);

}  // namespace palpate::html
