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

Html error_main(const PageView& view, int status, const Error& error, const InterfaceTexts& say) {
  Html out;
  out << R"(<div class="error"><p class="status">)";
  out.text(std::to_string(status)) << "</p><h1>";
  out.text(say[title_of(status)]) << "</h1>";
  if (passes(status)) {
    out << "<p>";
    out.text(say[Text::error_try_again]) << "</p>";
  }
  if (!error.message.empty()) {
    out << R"(<p class="message" lang="en"><bdi>)";
    out.text(error.message) << "</bdi></p>";
  }
  if (!error.hint.empty()) {
    out << R"(<p lang="en"><bdi>)";
    out.text(error.hint) << "</bdi></p>";
  }
  out << "<p>" << link(start_address(view), say[Text::error_start_again]) << "</p></div>";
  return out;
}

}  // namespace
}  // namespace html

std::string error_page(const PageView& view, int status, const Error& error) {
  const html::InterfaceTexts say(view.language);
  const html::Frame frame{.view = view,
                          .say = say,
                          .title = std::string(say[html::title_of(status)]) + " – " +
                                   std::string(say[html::Text::page_title]),
                          .address = html::start_address};
  return html::framed(frame, html::error_main(view, status, error, say));
}

}  // namespace palpate
