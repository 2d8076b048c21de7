#include "store/xapian_error.h"

#include "store/durability.h"

namespace palpate {

Error error_of(const Xapian::Error& error, const std::string& what) {
  const std::string type = error.get_type();
  const char* system = error.get_error_string();
  std::string message = "cannot " + what + ": " + error.get_msg();
  if (system != nullptr) message += std::string(" (") + system + ")";
  if (type == "DatabaseLockError")
    return {ErrorCode::locked, message, "another program is writing it: try again later"};
  if (type == "DatabaseNotFoundError" || type == "DatabaseOpeningError")
    return {ErrorCode::not_found, message, "make an index with: palpate-index --db DIR PATH"};
  if (type == "DatabaseVersionError")
    return {ErrorCode::incompatible, message, "rebuild it: palpate-index --rebuild"};
  if (type == "DatabaseCorruptError")
    return {ErrorCode::malformed, message, "rebuild it: palpate-index --rebuild"};
  return {ErrorCode::storage, message, storage_hint(system == nullptr ? "" : system)};
}

}  // namespace palpate
