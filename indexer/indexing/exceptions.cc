#include "indexing/exceptions.h"

#include <new>
#include <string>
#include <system_error>

namespace palpate {
namespace {

constexpr const char* kAsBefore = "; the index is as it was before and answers";

}  // namespace

Error error_of(const std::exception& thrown) {
  if (dynamic_cast<const std::bad_alloc*>(&thrown) != nullptr)
    return {ErrorCode::storage, "out of memory", std::string("use fewer jobs (-j)") + kAsBefore};
  if (dynamic_cast<const std::system_error*>(&thrown) != nullptr)
    return {ErrorCode::storage, std::string("the system refused: ") + thrown.what(),
            std::string("it may be short of threads or memory: use fewer jobs (-j)") + kAsBefore};
  return {ErrorCode::internal, std::string("the run was given up: ") + thrown.what(),
          std::string("run again, and report it when it happens again") + kAsBefore};
}

}  // namespace palpate
