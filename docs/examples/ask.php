<?php
// Asks an index from PHP, with nothing but FFI (ffi.enable=1, or preloading: docs/library.md):
//
//   php ask.php palpate.db "sore calves"
//
// PALPATE_LIBRARY names the library where it is not on the system's path.

final class PalpateError extends RuntimeException
{
    public function __construct(int $code, string $message, public readonly string $hint)
    {
        parent::__construct($message, $code);
    }
}

// An open index. Open it once a process (in a preloaded file, or a static variable).
final class Searcher
{
    private const DECLARATIONS = <<<'C'
        typedef struct palpate_searcher palpate_searcher;
        typedef struct palpate_result palpate_result;
        typedef struct { size_t size; const char *directory; const char *const *shards;
                         size_t shard_count; unsigned readers; int stay; } palpate_options;
        typedef struct { const char *field; const char *value; } palpate_filter;
        typedef struct { size_t size; const char *question; size_t count; size_t offset;
                         size_t per_article; const char *language; int exact; int explain;
                         const palpate_filter *filters; size_t filter_count;
                         uint32_t timeout_ms; } palpate_request;
        palpate_result *palpate_open(const palpate_options *options, palpate_searcher **searcher);
        void palpate_close(palpate_searcher *searcher);
        palpate_result *palpate_search(const palpate_searcher *searcher,
                                       const palpate_request *request);
        int palpate_result_code(const palpate_result *result);
        const char *palpate_result_json(const palpate_result *result);
        const char *palpate_result_message(const palpate_result *result);
        const char *palpate_result_hint(const palpate_result *result);
        void palpate_result_free(palpate_result *result);
        C;

    private FFI $library;
    private FFI\CData $handle;

    public function __construct(string $directory)
    {
        $this->library = FFI::cdef(self::DECLARATIONS, getenv('PALPATE_LIBRARY') ?: 'libpalpate.so.0.1');
        $this->handle = $this->library->new('palpate_searcher *');
        $options = $this->library->new('palpate_options');
        $options->size = FFI::sizeof($options);
        $path = self::text($directory);
        $options->directory = $this->pointer($path);
        $this->value($this->library->palpate_open(FFI::addr($options), FFI::addr($this->handle)));
    }

    public function search(string $question, int $count = 10, int $timeoutMs = 2000): array
    {
        $request = $this->library->new('palpate_request');
        $request->size = FFI::sizeof($request);
        $words = self::text($question);
        $request->question = $this->pointer($words);
        $request->count = $count;
        $request->timeout_ms = $timeoutMs;
        return $this->value($this->library->palpate_search($this->handle, FFI::addr($request)));
    }

    public function __destruct()
    {
        if (isset($this->handle) && !FFI::isNull($this->handle)) {
            $this->library->palpate_close($this->handle);
        }
    }

    // A string as C knows it; it must live until the call has returned.
    private static function text(string $text): FFI\CData
    {
        $bytes = FFI::new('char[' . (strlen($text) + 1) . ']');
        FFI::memcpy($bytes, $text, strlen($text));
        return $bytes;
    }

    private function pointer(FFI\CData $text): FFI\CData
    {
        return $this->library->cast('char *', FFI::addr($text));
    }

    // What a call gave, as PHP's own values; the result itself is freed.
    private function value(FFI\CData $result): array
    {
        try {
            $code = $this->library->palpate_result_code($result);
            if ($code !== 0) {
                throw new PalpateError(
                    $code,
                    $this->string($this->library->palpate_result_message($result)),
                    $this->string($this->library->palpate_result_hint($result))
                );
            }
            return json_decode($this->string($this->library->palpate_result_json($result)), true);
        } finally {
            $this->library->palpate_result_free($result);
        }
    }

    private function string(FFI\CData|string $text): string
    {
        return is_string($text) ? $text : FFI::string($text);
    }
}

if ($argc !== 3) {
    fwrite(STDERR, "usage: ask.php INDEX QUESTION\n");
    exit(2);
}
try {
    $searcher = new Searcher($argv[1]);
    $answer = $searcher->search($argv[2], 5);
} catch (PalpateError $error) {
    fwrite(STDERR, $error->getMessage() . "\n" . $error->hint . "\n");
    exit(2);
}
foreach ($answer['notes'] as $note) {
    echo $note, "\n";
}
foreach ($answer['hits'] as $hit) {
    echo $hit['rank'], '. ', implode(' > ', [$hit['article']['title'], ...$hit['heading']]), "\n";
    echo $hit['passage']['text'], "\n\n";
}
