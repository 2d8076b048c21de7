#include "program/standard_output.h"

#include <unistd.h>

#include <cerrno>
#include <iostream>
#include <system_error>

namespace palpate {

StandardOutput::StandardOutput() : former_(std::cout.rdbuf(this)) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

StandardOutput::~StandardOutput() {
  write_out();
  std::cout.rdbuf(former_);
}

Status StandardOutput::finish() {
  if (write_out()) return Done{};
  return Error{ErrorCode::storage,
               "cannot write the answer: " + std::generic_category().message(failed_),
               {}};
}

StandardOutput::int_type StandardOutput::overflow(int_type character) {
  if (!write_out()) return traits_type::eof();
  if (!traits_type::eq_int_type(character, traits_type::eof()))
    sputc(traits_type::to_char_type(character));
  return traits_type::not_eof(character);
}

int StandardOutput::sync() { return write_out() ? 0 : -1; }

// After a failure nothing more is tried: the rest would be an answer with a hole.
bool StandardOutput::write_out() {
  const char* at = pbase();
  while (failed_ == 0 && at != pptr()) {
    const ssize_t written = ::write(STDOUT_FILENO, at, static_cast<std::size_t>(pptr() - at));
    if (written >= 0) {
      at += written;
    } else if (errno != EINTR) {
      failed_ = errno;
    }
  }
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  return failed_ == 0;
}

}  // namespace palpate
