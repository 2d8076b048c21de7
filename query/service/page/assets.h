// The files that pages refer to.
#pragma once

#include <string>
#include <string_view>

namespace palpate::html {

inline constexpr std::string_view kStylePath = "/assets/page.css";
inline constexpr std::string_view kScriptPath = "/assets/page.js";
inline constexpr std::string_view kIconPath = "/assets/icon.svg";

// The path with its version behind "?v=", so that a browser may keep it for ever.
std::string versioned(std::string_view path);

}  // namespace palpate::html
