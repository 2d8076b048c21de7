// What an article is, whatever file it came from.
//
// Readers turn a file into Articles. `text` is the kept text: what is left after furniture (menus,
// share lines, calls to action) is dropped. It is UTF-8 and every byte range of palpate points into
// it. It holds headings and body; the title, authors and dates are metadata and stand beside it.
//
// `sections` lie in text order and do not overlap. A section's `heading` is the range of its own
// heading in `text` (of the run-in heading for an item such as "- Better sleep: ..."), empty where
// it has none; its blocks follow it. Between blocks there is white space only.
//
// An Article is a plain value: it owns its strings and moves along from stage to stage.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "article/date.h"
#include "palpate/byte_range.h"

namespace palpate {

enum class BlockKind : std::uint8_t { paragraph, list_item, table_row };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  ByteRange range;      // in Article::text, a list marker included ("- ", "3. ")
  std::string context;  // a list's lead-in sentence or a table's header row; shown and indexed with
                        // the block
};

// Body is offered as an answer. Back matter is kept, and found when someone asks for it ("Sherman
// 2019", an author).
enum class SectionRole : std::uint8_t { body, references, about_author };

struct Section {
  std::vector<std::string>
      heading_path;   // outermost first, the own heading last; without the article's title
  ByteRange heading;  // the own heading's line in Article::text; empty: none there
  SectionRole role = SectionRole::body;
  std::vector<Block> blocks;
};

// A piece of the file that is not in the kept text, and why, so that nobody loses text unseen.
struct Dropped {
  std::string text;
  std::string reason;  // "share line", "navigation", "byline: kept as author" …
};

// A passage that an article was cut into before; see passage/passage.h.
struct Cut {
  ByteRange range;             // in Article::text
  std::size_t body_begin = 0;  // in Article::text
  std::vector<std::string> heading_path;
  std::string context;
  SectionRole role = SectionRole::body;
  std::vector<ByteRange> sentences;  // in Article::text
};

struct Article {
  std::string id;     // the document's id: unique in an index, no white space
  std::string group;  // what results are grouped by; the id itself unless several documents share
                      // an article
  std::string title;
  std::vector<std::string> authors;
  std::vector<std::string> reviewers;
  Date published;
  Date updated;
  std::string url;
  std::string path;      // the file it was read from, as found
  std::size_t line = 0;  // of that file, where it is one document a line; 0: the file as a whole
  std::string source;    // who publishes it: a site's or organisation's name
  std::string language;  // BCP 47 primary tag in lower case: "en", "de"; empty: not known
  std::vector<std::string> tags;
  std::vector<std::string> synonyms;  // other names of the article's topic
  std::string text;
  std::vector<Section> sections;
  std::vector<Cut> cuts;  // in order; they tile the text. Empty: to be cut by its sections
  std::vector<Dropped> dropped;
};

}  // namespace palpate
