#include "program/uncaught.h"

#include <xapian.h>

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "indexing/exceptions.h"
#include "program/program.h"
#include "store/xapian_error.h"

namespace palpate {
namespace {

const char* g_program = "";

Error error_at_hand() {
  const std::exception_ptr thrown = std::current_exception();
  if (!thrown) return {ErrorCode::internal, "the program broke down", ""};
  try {
    std::rethrow_exception(thrown);
  } catch (const Xapian::Error& error) {
    return error_of(error, "write the index");
  } catch (const std::exception& error) {
    return error_of(error);
  }
}

[[noreturn]] void end_with_words() {
  const Error error = error_at_hand();
  std::fprintf(stderr, "%s: %s\n  %s\n", g_program, error.message.c_str(), error.hint.c_str());
  std::_Exit(kExitFailed);
}

}  // namespace

void tell_uncaught_exceptions(const char* program) {
  g_program = program;
  std::set_terminate(end_with_words);
}

}  // namespace palpate
