// What a page says about its article in JSON-LD (schema.org).
#pragma once

#include <string>
#include <vector>

namespace palpate {

// Strings have character references decoded and white space folded; what is not said is empty.
struct LinkedData {
  std::string headline;
  std::vector<std::string> authors;
  std::vector<std::string> reviewers;
  std::string published;  // as written
  std::string updated;
  std::string language;
  std::string url;
  std::string publisher;
  std::vector<std::string> keywords;
  std::vector<std::string> other_names;  // of the condition or topic that the page is about
  struct Answer {
    std::string question;
    std::string markup;  // HTML, as such pages write it
  };
  std::vector<Answer> answers;  // to the questions of a FAQ page, in order
};

// Reads Article and its kinds, MedicalWebPage, WebPage and FAQPage, alone, in arrays and in @graph.
// An article says more than a page, the first one more than others. A script that is not JSON is
// passed over. articleBody is never read: the text of an article is what its page shows. Answers
// are given with their questions, even empty ones.
LinkedData read_linked_data(const std::vector<std::string>& scripts);

}  // namespace palpate
