#include "c/result.h"

#include "palpate/version.h"

namespace palpate {

palpate_code code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_argument:
      return PALPATE_INVALID_ARGUMENT;
    case ErrorCode::not_found:
      return PALPATE_NOT_FOUND;
    case ErrorCode::unreadable:
      return PALPATE_UNREADABLE;
    case ErrorCode::malformed:
      return PALPATE_MALFORMED;
    case ErrorCode::unsupported:
      return PALPATE_UNSUPPORTED;
    case ErrorCode::incompatible:
      return PALPATE_INCOMPATIBLE;
    case ErrorCode::locked:
      return PALPATE_LOCKED;
    case ErrorCode::storage:
      return PALPATE_STORAGE;
    case ErrorCode::cancelled:
      return PALPATE_CANCELLED;
    case ErrorCode::timed_out:
      return PALPATE_TIMED_OUT;
    case ErrorCode::internal:
      break;
  }
  return PALPATE_INTERNAL;
}

palpate_result* made_result(std::string json) noexcept {
  return new (std::nothrow) palpate_result{PALPATE_OK, std::move(json), {}, {}};
}

palpate_result* made_result(const Error& error) noexcept {
  try {
    return new palpate_result{code_of(error.code), {}, error.message, error.hint};
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

}  // namespace palpate

const char* palpate_version(void) { return palpate::version(); }

int palpate_abi_version(void) { return PALPATE_ABI_VERSION; }

palpate_code palpate_result_code(const palpate_result* result) {
  return result == nullptr ? PALPATE_INTERNAL : result->code;
}

const char* palpate_result_json(const palpate_result* result) {
  return result == nullptr ? "" : result->json.c_str();
}

size_t palpate_result_size(const palpate_result* result) {
  return result == nullptr ? 0 : result->json.size();
}

const char* palpate_result_message(const palpate_result* result) {
  return result == nullptr ? "there is no memory left" : result->message.c_str();
}

const char* palpate_result_hint(const palpate_result* result) {
  return result == nullptr ? "" : result->hint.c_str();
}

void palpate_result_free(palpate_result* result) { delete result; }
