// Which palpate this is.
#pragma once

#include "palpate/export.h"

namespace palpate {

// "0.1.0": that of the library that is loaded. Static.
PALPATE_EXPORT const char* version() noexcept;

}  // namespace palpate
