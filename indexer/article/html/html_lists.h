// Lists: which of their items are items, and what stands before them.
#pragma once

#include <string>
#include <vector>

#include "article/html/html_document.h"

namespace palpate {

// A <li> or <dd> that is a piece of layout (with headings, tables or several long paragraphs) is no
// item: what it holds are blocks of their own.
bool is_list_item(const HtmlDocument& page, HtmlDocument::Index item);

// The <dd> right after a <dt>, if it alone explains the term, in few words; otherwise 0.
HtmlDocument::Index explanation_of(const HtmlDocument& page, HtmlDocument::Index term);

// Counts through nested lists as a page is walked.
class ListMarkers {
 public:
  void open(const HtmlDocument& page, HtmlDocument::Index list);
  void close();
  bool outside() const { return lists_.empty(); }
  // "- ", "3. ", indented by two blanks a level.
  std::string next(const HtmlDocument& page, HtmlDocument::Index item);

 private:
  struct List {
    bool ordered;
    int number;  // of the item before
  };
  std::vector<List> lists_;
};

}  // namespace palpate
