#include "store/xapian_error.h"

#include "store/durability.h"

namespace palpate {

Error error_of(const Xapian::Error& error, const std::string& what) {
  const std::string type = error.get_type();
  const char* system = error.get_error_string();
  std::string message = "cannot " + what + ": " + error.get_msg();
  if (system != nullptr) message += std::string(" (") + system + ")";
  // Xapian says the same when it cannot make its lock file.
  if (type == "DatabaseLockError" && error.get_msg().ends_with("already locked"))
    return {ErrorCode::locked, message, "another program is writing it: try again later"};
  if (is_storage_reason(message)) return {ErrorCode::storage, message, storage_hint(message)};
  if (type == "DatabaseNotFoundError" || type == "DatabaseOpeningError")
    return {ErrorCode::not_found, message, "make an index with: palpate-index --db DIR PATH"};
  if (type == "DatabaseVersionError")
    return {ErrorCode::incompatible, message, "rebuild it: palpate-index --rebuild"};
  if (type == "DatabaseCorruptError")
    return {ErrorCode::malformed, message, "rebuild it: palpate-index --rebuild"};
  return {ErrorCode::storage, message, storage_hint(message)};
}

}  // namespace palpate
