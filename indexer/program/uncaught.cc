#include "program/uncaught.h"

#include <xapian.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <system_error>
#include <utility>

#include "indexing/exceptions.h"
#include "program/program.h"
#include "store/durability.h"
#include "store/generation.h"
#include "store/writer_lock.h"
#include "store/xapian_error.h"

namespace palpate {
namespace {

const char* g_program = "";
std::string g_index;

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

// Only files are touched; nothing of Xapian's runs after this. Another process may hold the lock.
void tidy() {
  const std::string index = std::exchange(g_index, {});
  if (!index.empty() && is_held_by_this_process(index)) remove_leftovers(index);
}

[[noreturn]] void end_with_words() {
  const Error error = error_at_hand(errno);
  tidy();
  std::fprintf(stderr, "%s: %s\n  %s\n", g_program, error.message.c_str(), error.hint.c_str());
  std::_Exit(kExitFailed);
}

}  // namespace

void tidy_before_ending(const std::string& index) { g_index = index; }

void tell_uncaught_exceptions(const char* program) {
  g_program = program;
  std::set_terminate(end_with_words);
}

}  // namespace palpate
