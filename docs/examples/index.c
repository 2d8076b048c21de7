/* Makes or updates an index from C:
 *
 *   cc index.c $(pkg-config --cflags --libs palpate) -o index && ./index palpate.db articles */
#include <inttypes.h>
#include <palpate/palpate.h>
#include <stdio.h>

static int progress(void* context, const palpate_progress* now) {
  (void)context;
  fprintf(stderr, "%" PRIu64 " of %" PRIu64 " files\r", now->files_done, now->files_total);
  return 0; /* anything else stops the run; what was read by then is kept */
}

static void failed(void* context, const char* path, uint64_t line, const char* reason) {
  ++*(int*)context;
  if (line == 0)
    fprintf(stderr, "%s: %s\n", path, reason);
  else
    fprintf(stderr, "%s:%" PRIu64 ": %s\n", path, line, reason);
}

int main(int argc, char** argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: index INDEX PATH...\n");
    return 2;
  }
  int failures = 0;
  const palpate_observer observer = {
      .size = sizeof observer, .context = &failures, .progress = progress, .failed = failed};
  const palpate_index_options options = {.size = sizeof options,
                                         .directory = argv[1],
                                         .paths = (const char* const*)(argv + 2),
                                         .path_count = (size_t)(argc - 2)};
  palpate_indexer* indexer = palpate_indexer_new(&options);
  palpate_result* result = palpate_indexer_run(indexer, &observer);
  const palpate_code code = palpate_result_code(result);
  if (code == PALPATE_OK)
    printf("%s\n%d could not be read\n", palpate_result_json(result), failures);
  else
    fprintf(stderr, "%s\n%s\n", palpate_result_message(result), palpate_result_hint(result));
  palpate_result_free(result);
  palpate_indexer_free(indexer);
  return code == PALPATE_OK ? 0 : 2;
}
