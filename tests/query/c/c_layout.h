/* How a compiler lays out a struct of the C interface: its size, and where its last field begins.
 */
#ifndef PALPATE_TESTS_C_LAYOUT_H
#define PALPATE_TESTS_C_LAYOUT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct c_layout { /* NOLINT(modernize-use-using): C has nothing else */
  const char* name;
  size_t size;
  size_t last_field;
} c_layout;

/* Ends with one without a name. */
extern const c_layout c_layouts[];

#ifdef __cplusplus
}
#endif

#endif
