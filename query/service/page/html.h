// HTML put together so that no text can become markup: what is markup stands in the source as a
// literal, everything else goes through one escaping function.
//
//   Html out;
//   out << "<p title=\"";
//   out.text(title) << "\">";
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace palpate::html {

// Made of literals only: a string that was computed does not compile.
class Markup {
 public:
  consteval Markup(const char* literal) : view_(literal) {}  // NOLINT(google-explicit-constructor)
  std::string_view view() const { return view_; }

 private:
  std::string_view view_;
};

class Html {
 public:
  Html& operator<<(Markup markup);
  Html& operator<<(const Html& part);
  // Right between tags and within a quoted attribute. Bytes that are not UTF-8 and control
  // characters become U+FFFD, but for tabs and line ends.
  Html& text(std::string_view words);
  Html& text(std::size_t number);

  bool empty() const { return out_.empty(); }
  std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace palpate::html
