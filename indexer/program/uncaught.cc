#include "program/uncaught.h"

#include <xapian.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <system_error>

#include "indexing/exceptions.h"
#include "program/program.h"
#include "store/durability.h"
#include "store/xapian_error.h"

namespace palpate {
namespace {

const char* g_program = "";

// `number` is what errno was.
Error error_at_hand(int number) {
  const std::exception_ptr thrown = std::current_exception();
  // Thrown where nothing may be, it is not always to be had: then the system's last refusal tells.
  if (!thrown) {
    const std::string reason = std::generic_category().message(number);
    return {ErrorCode::storage,
            "cannot write the index: " + (is_storage_reason(reason) ? reason : "Xapian broke down"),
            storage_hint(reason)};
  }
  try {
    std::rethrow_exception(thrown);
  } catch (const Xapian::Error& error) {
    return error_of(error, "write the index");
  } catch (const std::exception& error) {
    return error_of(error);
  }
}

[[noreturn]] void end_with_words() {
  const Error error = error_at_hand(errno);
  std::fprintf(stderr, "%s: %s\n  %s\n", g_program, error.message.c_str(), error.hint.c_str());
  std::_Exit(kExitFailed);
}

}  // namespace

void tell_uncaught_exceptions(const char* program) {
  g_program = program;
  std::set_terminate(end_with_words);
}

}  // namespace palpate
