#include "article/html/html_metadata.h"

namespace palpate {
namespace {
using Index = HtmlDocument::Index;
}
PageMetadata read_html_metadata(const HtmlDocument& page, const std::vector<std::string>&) {
  PageMetadata m;
  for (Index i = 0; i < page.size(); ++i) {
    if (page.is(i, GUMBO_TAG_TITLE) && m.article.title.empty())
      m.article.title = page.folded_text(i);
    if (page.is(i, GUMBO_TAG_H1)) {
      m.article.title = page.folded_text(i);
      break;
    }
  }
  return m;
}
}  // namespace palpate
