#pragma once

#include <optional>
#include <string_view>

#include "service/http.h"

namespace palpate {

// A file that the pages need, "/assets/…"; nothing when there is none. Packed once, at its first
// use. Pages name them with their version, so that browsers may keep them for good.
std::optional<HttpResponse> asset_response(std::string_view path, const RequestHeaders& headers);

}  // namespace palpate
