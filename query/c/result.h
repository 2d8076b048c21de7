// What the C interface gives back, and the boundary that no exception crosses.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <utility>

#include "palpate/error.h"
#include "palpate/palpate.h"

struct palpate_result {
  palpate_code code = PALPATE_OK;
  std::string json;
  std::string message;
  std::string hint;
};

namespace palpate {

palpate_code code_of(ErrorCode code);

// Null when there is no memory for one.
palpate_result* made_result(std::string json) noexcept;
palpate_result* made_result(const Error& error) noexcept;

// Runs `work`, which gives JSON as Result<std::string>, for a caller that knows no exceptions.
template <class Work>
palpate_result* result_of(Work&& work) noexcept {
  try {
    Result<std::string> json = std::forward<Work>(work)();
    return json ? made_result(std::move(*json)) : made_result(json.error());
  } catch (const std::bad_alloc&) {
    return made_result(Error{ErrorCode::internal, "there is no memory left", ""});
  } catch (const std::exception& exception) {
    return made_result(Error{ErrorCode::internal, exception.what(), "this is a defect in palpate"});
  }
}

// A struct as this version knows it, of a caller that may know fewer fields, or more: what the
// caller does not know is zero. Zero throughout without a size.
template <class Struct>
Struct known_part(const Struct* given) {
  Struct known{};
  if (given != nullptr) std::memcpy(&known, given, std::min(given->size, sizeof known));
  return known;
}

inline Error missing(const std::string& what) {
  return {ErrorCode::invalid_argument, what, "palpate.h says what a call needs"};
}

// "" for NULL.
inline std::string text_of(const char* text) { return text == nullptr ? "" : text; }

}  // namespace palpate
