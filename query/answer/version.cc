#include "palpate/version.h"

namespace palpate {

const char* version() noexcept { return PALPATE_VERSION; }

}  // namespace palpate
