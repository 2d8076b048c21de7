// Exceptions of the standard library and of a caller's own functions, as palpate's errors.
#pragma once

#include <exception>

#include "palpate/error.h"

namespace palpate {

Error error_of(const std::exception& thrown);

// Runs `work` and gives its Result; what it throws becomes an Error.
template <class Work>
auto without_exceptions(Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::exception& thrown) {
    return error_of(thrown);
  }
}

}  // namespace palpate
