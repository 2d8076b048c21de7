#include <optional>
#include <span>
#include <string>

#include "service/page/addresses.h"
#include "service/page/frame.h"
#include "service/page/page.h"

namespace palpate {
namespace html {
namespace {

constexpr int kBadRequest = 400;
constexpr int kNotFound = 404;
constexpr int kTooManyRequests = 429;
constexpr int kUnavailable = 503;

bool passes(int status) { return status == kTooManyRequests || status == kUnavailable; }

Text title_of(int status) {
  if (status == kNotFound) return Text::error_not_found;
  if (passes(status)) return Text::error_busy;
  return status >= kBadRequest && status < 500 ? Text::error_bad_request : Text::error_title;
}

Html paragraph(const Saying& saying, const Markup& attributes, const InterfaceTexts& say) {
  Html out;
  if (saying.pattern.empty()) return out;
  const std::optional<std::string> known = saying.in(say.language());
  out << "<p" << attributes << (known ? Markup("><bdi>") : Markup(R"( lang="en"><bdi>)"));
  out.text(known ? *known : saying.in_english()) << "</bdi></p>";
  return out;
}

Html error_main(const PageView& view, int status, std::span<const Saying> messages,
                const Saying& hint, const InterfaceTexts& say) {
  Html out;
  out << R"(<div class="error"><p class="status">)";
  out.text(std::to_string(status)) << "</p><h1>";
  out.text(say[title_of(status)]) << "</h1>";
  if (passes(status)) {
    out << "<p>";
    out.text(say[Text::error_try_again]) << "</p>";
  }
  for (const Saying& message : messages)
    out << paragraph(message, Markup(R"( class="message")"), say);
  out << paragraph(hint, Markup(""), say);
  out << "<p>" << link(start_address(view), say[Text::error_start_again]) << "</p></div>";
  return out;
}

}  // namespace
}  // namespace html

std::string error_page(const PageView& view, int status, std::span<const Saying> messages,
                       const Saying& hint) {
  const html::InterfaceTexts say(view.language);
  const html::Frame frame{.view = view,
                          .say = say,
                          .title = std::string(say[html::title_of(status)]) + " – " +
                                   std::string(say[html::Text::page_title]),
                          .address = html::start_address};
  return html::framed(frame, html::error_main(view, status, messages, hint, say));
}

}  // namespace palpate
