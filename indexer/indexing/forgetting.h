// Roots that an index is to know no more: their documents go, whether their files are there or not.
#pragma once

#include <string>

#include "indexing/plan.h"
#include "palpate/error.h"
#include "palpate/indexer.h"
#include "store/catalogue.h"

namespace palpate {

// Removes what the roots of `options.forget` gave and no other root holds. An Error when one of
// them is not a root of the index.
Result<Plan> plan_to_forget(const IndexOptions& options, const Catalogue& catalogue);

// The command that forgets the root, for messages.
std::string way_to_forget(const IndexOptions& options, const std::string& root);

// Roots that are no longer there and lose their last document by the plan are forgotten with it.
void forget_moved_roots(const Catalogue& catalogue, Plan& plan);

}  // namespace palpate
