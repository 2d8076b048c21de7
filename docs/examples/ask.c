/* Asks an index from C, and prints the answer as JSON:
 *
 *   cc ask.c $(pkg-config --cflags --libs palpate) -o ask && ./ask palpate.db "sore calves" */
#include <palpate/palpate.h>
#include <stdio.h>

/* Prints what a call gave, and ends it. */
static int shown(palpate_result* result) {
  const palpate_code code = palpate_result_code(result);
  if (code == PALPATE_OK)
    puts(palpate_result_json(result));
  else
    fprintf(stderr, "%s\n%s\n", palpate_result_message(result), palpate_result_hint(result));
  palpate_result_free(result);
  return code == PALPATE_OK ? 0 : 2;
}

int main(int argc, char** argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: ask INDEX QUESTION\n");
    return 2;
  }
  /* Fields that are not named are zero, which takes their defaults. */
  const palpate_options options = {.size = sizeof options, .directory = argv[1]};
  palpate_searcher* searcher = NULL;
  palpate_result* opened = palpate_open(&options, &searcher);
  if (palpate_result_code(opened) != PALPATE_OK) return shown(opened);
  palpate_result_free(opened);

  const palpate_request request = {
      .size = sizeof request, .question = argv[2], .count = 5, .timeout_ms = 2000};
  const int status = shown(palpate_search(searcher, &request));
  palpate_close(searcher);
  return status;
}
