// Marks what the shared library shows; all else in it is hidden.
#ifndef PALPATE_EXPORT_H
#define PALPATE_EXPORT_H

#if defined(__GNUC__)
#define PALPATE_EXPORT __attribute__((visibility("default")))
#else
#define PALPATE_EXPORT
#endif

#endif
