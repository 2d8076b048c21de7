// Xapian's exceptions as palpate's errors, at the one boundary where they arise. Private; includes
// Xapian.
#pragma once

#include <xapian.h>

#include <new>
#include <string>
#include <utility>

#include "palpate/error.h"

namespace palpate {

Error error_of(const Xapian::Error& error, const std::string& what);

// Runs `work` and gives its Result; what Xapian throws becomes the Error "cannot <what>: …".
template <class Work>
auto guarded(const std::string& what, Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    return error_of(error, what);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::storage, "cannot " + what + ": out of memory", "use fewer jobs (-j)"};
  }
}

}  // namespace palpate
