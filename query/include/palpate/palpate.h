/* palpate for C, and for every language that can call C: Python (ctypes), PHP (FFI), .NET, Java.
 *
 *   palpate_searcher *searcher = NULL;
 *   palpate_options options = {.size = sizeof options, .directory = "palpate.db"};
 *   palpate_result *result = palpate_open(&options, &searcher);
 *   if (palpate_result_code(result) != PALPATE_OK) puts(palpate_result_message(result));
 *   palpate_result_free(result);
 *
 *   palpate_request request = {.size = sizeof request, .question = "trigger point referred pain"};
 *   result = palpate_search(searcher, &request);
 *   puts(palpate_result_json(result));
 *   palpate_result_free(result);
 *   palpate_close(searcher);
 *
 * Every call that can fail gives a palpate_result: a code, and then either JSON or a message and a
 * hint for a person. There is no global state and no "last error", so that threads cannot take each
 * other's. Nothing is printed, no signal is touched, no exception comes through.
 *
 * Ownership: what palpate_open, palpate_indexer_new and calls that give a palpate_result return is
 * the caller's, to be ended by palpate_close, palpate_indexer_free and palpate_result_free; all of
 * these take NULL. Strings that a result gives live as long as the result. Strings that are given
 * to a call are copied, or needed only until it returns. A call returns NULL only when there is no
 * memory left at all; the functions that read a result take that NULL for PALPATE_INTERNAL.
 *
 * Threads: any number may use one searcher at once, as long as none of them closes it. A result
 * belongs to one thread at a time.
 *
 * Text is UTF-8 and ends in a NUL; byte ranges in JSON count bytes of UTF-8. A required string that
 * is NULL is PALPATE_INVALID_ARGUMENT.
 *
 * Structs begin with their `size`, as the caller knows it. Later versions append fields, and take a
 * field that the caller does not know for zero: a program goes on working with a newer library, and
 * everything may be left zero but `size`. Codes keep their numbers. JSON gains fields and loses
 * none while its "version" is 1; docs/json.md and docs/library.md describe it. */
#ifndef PALPATE_PALPATE_H
#define PALPATE_PALPATE_H

#include <stddef.h>
#include <stdint.h>

#include "palpate/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* NOLINTBEGIN(modernize-use-using): C has nothing else. */

/* Grows only when something that worked no longer does. */
#define PALPATE_ABI_VERSION 1

typedef enum palpate_code {
  PALPATE_OK = 0,
  PALPATE_INVALID_ARGUMENT = 1, /* an option or value that makes no sense; the message names it */
  PALPATE_NOT_FOUND = 2,        /* a file, index or article that is not there */
  PALPATE_UNREADABLE = 3,       /* the operating system refused to read it */
  PALPATE_MALFORMED = 4,        /* it was read, and is not what its name says */
  PALPATE_UNSUPPORTED = 5,      /* a format or feature that this version does not know */
  PALPATE_INCOMPATIBLE = 6,     /* an index made by another format version */
  PALPATE_LOCKED = 7,           /* another writer is at work: a retry may help */
  PALPATE_STORAGE = 8,          /* writing failed: disk full, read-only, I/O */
  PALPATE_CANCELLED = 9,        /* the caller asked to stop */
  PALPATE_TIMED_OUT = 10,       /* the time that was given has passed */
  PALPATE_INTERNAL = 99         /* a defect in palpate, or no memory left */
} palpate_code;

typedef struct palpate_searcher palpate_searcher; /* an index, opened for asking */
typedef struct palpate_indexer palpate_indexer;   /* a run that writes an index */
typedef struct palpate_result palpate_result;     /* what a call gave */

/* "0.1.0", and PALPATE_ABI_VERSION of the library that is loaded. Static. */
PALPATE_EXPORT const char* palpate_version(void);
PALPATE_EXPORT int palpate_abi_version(void);

/* ---- Results ---- */

PALPATE_EXPORT palpate_code palpate_result_code(const palpate_result* result);
/* One JSON value without a line break; "" when the call failed. The size is without the NUL. */
PALPATE_EXPORT const char* palpate_result_json(const palpate_result* result);
PALPATE_EXPORT size_t palpate_result_size(const palpate_result* result);
/* What was wrong and what to do about it; "" when nothing is, or nothing is to be said. */
PALPATE_EXPORT const char* palpate_result_message(const palpate_result* result);
PALPATE_EXPORT const char* palpate_result_hint(const palpate_result* result);
PALPATE_EXPORT void palpate_result_free(palpate_result* result);

/* ---- Asking ---- */

typedef struct palpate_options {
  size_t size;
  const char* directory; /* of the index; or give shards */
  const char* const* shards;
  size_t shard_count;
  unsigned readers;    /* threads that are answered at once; 0: two for each core */
  int stay;            /* not 0: stay on the state that was opened until palpate_refresh */
  uint32_t timeout_ms; /* of calls without a request: PALPATE_TIMED_OUT after that; 0: as long as it
                          takes */
} palpate_options;

/* As typed in a question before and behind a colon: {"source", "NIH"}, {"after", "2020"}. */
typedef struct palpate_filter {
  const char* field;
  const char* value;
} palpate_filter;

#define PALPATE_NO_LIMIT ((size_t)-1)

typedef struct palpate_request {
  size_t size;
  const char* question; /* in a person's words: never an error; NULL is "" */
  size_t count;         /* hits on the page; 0: 10 */
  size_t offset;        /* hits to skip */
  size_t per_article;   /* hits of one article at most; 0: 2 */
  const char* language; /* stem the question in this one only; NULL: those the index holds */
  int exact;            /* not 0: no corrections, no equivalents */
  int explain;          /* not 0: say how it was understood and scored */
  const palpate_filter* filters;
  size_t filter_count;
  uint32_t timeout_ms; /* PALPATE_TIMED_OUT after that; 0: takes as long as it takes */
} palpate_request;

/* *searcher is NULL unless the code is PALPATE_OK. The JSON is that of palpate_state. */
PALPATE_EXPORT palpate_result* palpate_open(const palpate_options* options,
                                            palpate_searcher** searcher);
PALPATE_EXPORT void palpate_close(palpate_searcher* searcher);

/* The same JSON as `palpate-query --json` prints. */
PALPATE_EXPORT palpate_result* palpate_search(const palpate_searcher* searcher,
                                              const palpate_request* request);
/* Passages of other articles like the one with this id, an article's or a passage's (ARTICLE#n).
 * `page` may be NULL; its question, filters, language and exact are not used. */
PALPATE_EXPORT palpate_result* palpate_similar(const palpate_searcher* searcher, const char* id,
                                               const palpate_request* page);
/* A whole article: {"version","document","article":{…},"text","passages":[{"id","begin","end"}]}.
 */
PALPATE_EXPORT palpate_result* palpate_article(const palpate_searcher* searcher, const char* id);
/* Completions, likeliest first: {"version","typed","suggestions":[{"text","kind"}]}. */
PALPATE_EXPORT palpate_result* palpate_suggest(const palpate_searcher* searcher, const char* typed,
                                               size_t count);
/* The same JSON as `palpate-query --stats --json` prints. */
PALPATE_EXPORT palpate_result* palpate_describe(const palpate_searcher* searcher);
/* {"version","state"}: the state changes when what is answered may change, as for an ETag. */
PALPATE_EXPORT palpate_result* palpate_state(const palpate_searcher* searcher);
/* Moves to the newest state of the index at once: {"version","moved"}. Otherwise a searcher does so
 * by itself, within a fifth of a second of a question, unless it stays. */
PALPATE_EXPORT palpate_result* palpate_refresh(palpate_searcher* searcher);

/* ---- Writing ---- */

typedef struct palpate_index_options {
  size_t size;
  const char* directory;    /* of the index; made when it is not there */
  const char* const* paths; /* files and folders; none: the roots of earlier runs */
  size_t path_count;
  const char* const* forget; /* roots of earlier runs to drop */
  size_t forget_count;
  const char* const* url_prefixes; /* pairs: a folder, the URL that its files are found under */
  size_t url_prefix_count;         /* pairs */
  const char* vocabulary_file;     /* the clinic's equivalents; NULL: as they are */
  const char* mesh_file;           /* NLM's descYYYY.xml; NULL: as it is */
  unsigned jobs;                   /* worker threads; 0: one for each core */
  int rebuild;                     /* not 0: read everything anew */
  int dry_run;                     /* not 0: say what would be done, write nothing */
} palpate_index_options;

typedef struct palpate_progress {
  size_t size;
  uint64_t files_done;
  uint64_t files_total;
  uint64_t bytes_done;
  uint64_t bytes_total;
  uint64_t documents_done;
  int merging; /* not 0: all is read; what remains is joining and syncing */
} palpate_progress;

/* What a caller may want to hear; any may be NULL. All are called from the thread that called
 * palpate_indexer_run, while it is within that call, with `context`. They must return normally: no
 * exception, no longjmp. */
typedef struct palpate_observer {
  size_t size;
  void* context;
  /* At most about ten times a second. Not 0 stops the run; what was read by then is in the index.
   */
  int (*progress)(void* context, const palpate_progress* progress);
  /* What could not be indexed: a file, or a line of one (from 1; 0: the file as a whole). */
  void (*failed)(void* context, const char* path, uint64_t line, const char* reason);
  /* Something a person should know. */
  void (*note)(void* context, const char* text);
} palpate_observer;

/* Copies the options. Never fails but for want of memory; what is wrong with them
 * palpate_indexer_run tells. */
PALPATE_EXPORT palpate_indexer* palpate_indexer_new(const palpate_index_options* options);
/* Brings the index up to date, and gives a summary as JSON: {"version","documents","passages",
 * "files_new",…,"wrote","cancelled"}. May be run again, by one thread at a time. `observer` may be
 * NULL. */
PALPATE_EXPORT palpate_result* palpate_indexer_run(palpate_indexer* indexer,
                                                   const palpate_observer* observer);
/* Stops a run that goes on, or is about to begin, from any thread or a signal handler: it ends
 * soon, with what was read by then in the index, and no later run of this indexer does anything. */
PALPATE_EXPORT void palpate_indexer_cancel(palpate_indexer* indexer);
PALPATE_EXPORT void palpate_indexer_free(palpate_indexer* indexer);

/* NOLINTEND(modernize-use-using) */

#ifdef __cplusplus
}
#endif

#endif
