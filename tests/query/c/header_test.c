/* palpate.h is C: this file is compiled as C99, pedantically. */
#include "palpate/palpate.h"

#include "c_layout.h"

/* As a C compiler lays them out, to be compared with what C++ makes of them, and with the past. */
const c_layout c_layouts[] = {
    {"palpate_options", sizeof(palpate_options), offsetof(palpate_options, timeout_ms)},
    {"palpate_filter", sizeof(palpate_filter), offsetof(palpate_filter, value)},
    {"palpate_request", sizeof(palpate_request), offsetof(palpate_request, timeout_ms)},
    {"palpate_index_options", sizeof(palpate_index_options),
     offsetof(palpate_index_options, dry_run)},
    {"palpate_progress", sizeof(palpate_progress), offsetof(palpate_progress, merging)},
    {"palpate_observer", sizeof(palpate_observer), offsetof(palpate_observer, note)},
    {NULL, 0, 0},
};
