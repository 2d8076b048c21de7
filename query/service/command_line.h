// palpate-serve's options.
#pragma once

#include <variant>

#include "program/program.h"
#include "service/options.h"

namespace palpate {

std::variant<ServiceOptions, Exit> parse_serve_command(int argc, const char* const* argv);

}  // namespace palpate
