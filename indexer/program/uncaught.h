// Exceptions that end the program: told like errors.
//
// Xapian 1.4 writes chunks of values in a destructor while it commits; when the disk refuses that
// write nothing can catch what is thrown. What is on disk is then as after a kill: the index as it
// was before.
#pragma once

#include <string>

namespace palpate {

// From now on such an exception is told in words and the program exits with 2. `program` must
// outlive it.
void tell_uncaught_exceptions(const char* program);
// And what was being written to this index is removed, as by any run that fails.
void tidy_before_ending(const std::string& index);

}  // namespace palpate
