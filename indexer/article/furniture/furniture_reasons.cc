#include <algorithm>

#include "article/furniture/furniture.h"

namespace palpate {
namespace {

bool is_kept(const Date& said, const Date& kept) { return said.known() && said == kept; }

}  // namespace

std::string_view reason_for(Furniture kind) {
  switch (kind) {
    case Furniture::none:
      return "";
    case Furniture::share:
      return "share line";
    case Furniture::subscribe:
      return "subscription line";
    case Furniture::reading_time:
      return "reading time";
    case Furniture::date:
      return "date: kept as metadata";
    case Furniture::byline:
      return "byline: kept as author";
    case Furniture::reviewer:
      return "reviewer: kept as metadata";
    case Furniture::page_edge:
      return "page edge";
    case Furniture::comments:
      return "comment section";
    case Furniture::reply_form:
      return "comment form";
    case Furniture::skip_link:
      return "skip link";
    case Furniture::cookies:
      return "cookie notice";
    case Furniture::copyright:
      return "copyright line";
    case Furniture::platform:
      return "blog software";
    case Furniture::call_to_action:
      return "call to action";
    case Furniture::promotion:
      return "promotion";
    case Furniture::contact:
      return "contact line";
    case Furniture::navigation:
    case Furniture::menu:
      return "navigation";
    case Furniture::related:
      return "links to other articles";
    case Furniture::read_more:
      return "link to more";
    case Furniture::contents:
      return "table of contents";
    case Furniture::tags:
      return "tags: kept as metadata";
  }
  return "";
}

void add_names(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& one : from) {
    if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
  }
}

std::string_view take_metadata(const Judgement& judgement, Article& article) {
  if (!article.published.known()) article.published = judgement.published;
  if (!article.updated.known()) article.updated = judgement.updated;
  add_names(article.authors, judgement.authors);
  add_names(article.reviewers, judgement.reviewers);
  add_names(article.tags, judgement.tags);
  const bool dated = is_kept(judgement.published, article.published) ||
                     is_kept(judgement.updated, article.updated);
  if (judgement.kind == Furniture::date && !dated) return "date: not the one that is kept";
  if (judgement.kind == Furniture::byline && judgement.authors.empty())
    return "byline: names nobody";
  return reason_for(judgement.kind);
}

}  // namespace palpate
