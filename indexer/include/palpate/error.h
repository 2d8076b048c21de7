// What went wrong, said once, in words a person can act on.
//
// Every fallible call of palpate gives a Result: the value, or one Error. The library never prints,
// never exits and lets no exception of a library it uses (Xapian, ICU, a parser) out; they become
// an Error where they arise.
//
//   palpate::Result<palpate::FullText> text = searcher.full_text("knee.md");
//   if (!text) return text.error();
//   use(*text);
//
// Values of these types belong to their holder; different threads may use different ones.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace palpate {

enum class ErrorCode {
  invalid_argument,  // an option or value that makes no sense
  not_found,         // a file, index or document that is not there
  unreadable,        // the operating system refused to read it
  malformed,         // it was read, and is not what its name says
  unsupported,       // a format or feature that this version does not know
  incompatible,      // an index made by another format version or analyser
  locked,            // another writer is at work: a retry may help
  storage,           // writing failed: disk full, read-only, I/O
  cancelled,         // the caller asked to stop
  internal,          // a defect in palpate
  timed_out,         // the deadline that the caller set has passed
};

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;  // what was wrong, with which file, line or option
  std::string hint;     // what to do about it; may be empty
};

// A value or an Error. Reading the value of a failed Result is a programming error.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : held_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return held_.index() == 0; }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const {
    assert(held_.index() == 1);
    return *std::get_if<1>(&held_);
  }

 private:
  T& value() {
    assert(held_.index() == 0);
    return *std::get_if<0>(&held_);
  }
  const T& value() const {
    assert(held_.index() == 0);
    return *std::get_if<0>(&held_);
  }

  std::variant<T, Error> held_;
};

struct Done {};

// The outcome of a call that gives no value: `return Done{};` or `return Error{...};`.
using Status = Result<Done>;

}  // namespace palpate
