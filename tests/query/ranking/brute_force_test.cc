// What a search finds is what reading every passage finds, on a corpus of random articles.
#include <gmock/gmock.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "../../indexer/indexing/random_articles.h"
#include "analysis/analyser.h"
#include "indexed_folder.h"
#include "ranking/page.h"
#include "store/keys.h"

namespace palpate {
namespace {

constexpr std::size_t kAll = 100'000;

// A passage as it is read from its record, with no help of the index's terms.
struct ReadPassage {
  std::string id;
  DocumentRecord document;
  bool body = true;
  std::vector<std::string> texts;  // body, context, title, headings: each by itself
  std::set<std::string> stems;     // of all of them
};

// The folded words of a text of this corpus: plain ASCII, where all else parts words.
std::string word_line(std::string_view text) {
  std::string line = " ";
  for (const char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      line += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.back() != ' ') line += ' ';
  return line;
}

class BruteForce : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new IndexedFolder;
    RandomArticles random(11);
    for (int i = 0; i < 45; ++i) folder_->write("f" + std::to_string(i) + ".md", random.markdown());
    folder_->index();
    passages_ = new std::vector<ReadPassage>(read_all(folder_->snapshot()));
  }
  static void TearDownTestSuite() {
    delete passages_;
    delete folder_;
  }

  static std::vector<ReadPassage> read_all(const Snapshot& index) {
    std::vector<ReadPassage> all;
    Analyser analyser = std::move(*Analyser::create({"en"}));
    for (const auto& [id, packed] : index.metadata(kDocumentKeys)) {
      const DocumentRecord document = *index.document(id);
      for (const Xapian::docid number : index.passages_of(id)) {
        const PassageRecord record = index.passage(number);
        ReadPassage passage{id + "#" + std::to_string(record.number),
                            document,
                            record.role == SectionRole::body,
                            {},
                            {}};
        passage.texts = {record.text.substr(record.body_begin), record.context, document.title};
        passage.texts.insert(passage.texts.end(), record.heading_path.begin(),
                             record.heading_path.end());
        for (const std::string& text : passage.texts)
          for (const Token& token : analyser.analyse(text)) passage.stems.emplace(token.stem);
        all.push_back(std::move(passage));
      }
    }
    return all;
  }

  using Wanted = std::function<bool(const ReadPassage&)>;

  static std::set<std::string> scan(const Wanted& wanted) {
    std::set<std::string> ids;
    for (const ReadPassage& passage : *passages_)
      if (passage.body && wanted(passage)) ids.insert(passage.id);
    return ids;
  }

  std::set<std::string> search(const std::string& question) {
    const Result<std::vector<RankedId>> ranked = searcher_.rank(question, kAll, RunUnit::passage);
    EXPECT_TRUE(ranked) << ranked.error().message;
    std::set<std::string> ids;
    for (const RankedId& one : *ranked) EXPECT_TRUE(ids.insert(one.id).second) << "twice";
    return ids;
  }

  std::set<std::string> stems_of(std::string_view words) {
    std::set<std::string> stems;
    for (const Token& token : analyser_.analyse(words)) stems.emplace(token.stem);
    return stems;
  }

  Wanted holds_any(std::string_view words) {
    return [stems = stems_of(words)](const ReadPassage& passage) {
      return std::any_of(stems.begin(), stems.end(),
                         [&](const std::string& stem) { return passage.stems.contains(stem); });
    };
  }

  static Wanted holds_phrase(std::string_view words) {
    return [line = word_line(words)](const ReadPassage& passage) {
      return std::any_of(passage.texts.begin(), passage.texts.end(), [&](const std::string& text) {
        return word_line(text).find(line) != std::string::npos;
      });
    };
  }

  // Mostly one that stands in some body. A year beside words would ask for a reference instead.
  std::string random_phrase() {
    const ReadPassage& passage = passages_->at(random_.below(passages_->size()));
    if (!passage.body || random_.below(4) == 0) return random_.words(2);
    const std::string line = word_line(passage.texts.at(random_.below(passage.texts.size())));
    std::vector<std::size_t> blanks;
    for (std::size_t i = 0; i < line.size(); ++i)
      if (line[i] == ' ') blanks.push_back(i);
    const std::size_t words = 1 + random_.below(4);
    if (blanks.size() <= words) return random_.words(2);
    const std::size_t first = random_.below(blanks.size() - words);
    const std::size_t begin = blanks[first] + 1;
    return line.substr(begin, blanks[first + words] - begin);
  }

  static inline IndexedFolder* folder_ = nullptr;
  static inline std::vector<ReadPassage>* passages_ = nullptr;
  Searcher searcher_ = folder_->searcher();
  Analyser analyser_ = std::move(*Analyser::create({"en"}));
  RandomArticles random_{12};
};

TEST_F(BruteForce, TheCorpusIsWorthAsking) {
  EXPECT_GT(passages_->size(), 100U);
  EXPECT_TRUE(std::any_of(passages_->begin(), passages_->end(), [](const ReadPassage& passage) {
    return passage.body && !passage.texts[1].empty();
  })) << "some have a context";
  EXPECT_FALSE(scan(holds_any("knee")).empty());
  EXPECT_LT(scan([](const ReadPassage&) { return true; }).size(), passages_->size())
      << "some are back matter";
}

TEST_F(BruteForce, PlainWordsFindThePassagesThatHoldAnyOfTheirStems) {
  for (int i = 0; i < 500; ++i) {
    std::string content;
    std::string stopwords;
    std::string question;
    for (std::size_t words = 1 + random_.below(4); words > 0; --words) {
      const bool stop = random_.below(3) == 0;
      const std::string word(stop ? random_.stopword() : random_.content_word());
      (stop ? stopwords : content) += word + " ";
      question += word + " ";
    }
    ASSERT_EQ(search(question), scan(holds_any(content.empty() ? stopwords : content))) << question;
  }
}

TEST_F(BruteForce, QuotedPhrasesFindExactlyThePassagesWhereTheyStand) {
  std::size_t some = 0;
  for (int i = 0; i < 1'000; ++i) {
    const std::string phrase = random_phrase();
    const std::set<std::string> found = search('"' + phrase + '"');
    ASSERT_EQ(found, scan(holds_phrase(phrase))) << phrase;
    some += found.empty() ? 0U : 1U;
  }
  EXPECT_GT(some, 500U);
}

TEST_F(BruteForce, APhraseBesideWordsMustBeThere) {
  for (int i = 0; i < 60; ++i) {
    const std::string phrase = random_phrase();
    ASSERT_EQ(search(std::string(random_.content_word()) + " \"" + phrase + '"'),
              scan(holds_phrase(phrase)))
        << phrase;
  }
}

TEST_F(BruteForce, EitherOfTwoPhrasesOrWords) {
  for (int i = 0; i < 60; ++i) {
    const std::string phrase = random_phrase();
    const std::string word(random_.content_word());
    const Wanted by_phrase = holds_phrase(phrase);
    const Wanted by_word = holds_any(word);
    ASSERT_EQ(search('"' + phrase + "\" OR " + word),
              scan([&](const ReadPassage& p) { return by_phrase(p) || by_word(p); }))
        << phrase << " OR " << word;
  }
}

TEST_F(BruteForce, ExclusionsLeaveOutWhatHoldsThem) {
  for (int i = 0; i < 150; ++i) {
    const std::string word(random_.content_word());
    const bool quoted = random_.below(2) == 0;
    const std::string out = quoted ? random_phrase() : std::string(random_.content_word());
    // A compound is left out as a whole, a word by its stem.
    const bool whole = quoted || stems_of(out).size() > 1;
    const Wanted asked = holds_any(word);
    const Wanted left_out = whole ? holds_phrase(out) : holds_any(out);
    const std::string question = word + (quoted ? " -\"" + out + '"' : " -" + out);
    ASSERT_EQ(search(question),
              scan([&](const ReadPassage& p) { return asked(p) && !left_out(p); }))
        << question;
  }
}

bool holds_all_words(const std::string& text, const std::string& words) {
  const std::string line = word_line(text);
  const std::string asked = word_line(words);
  for (std::size_t at = 1; at < asked.size();) {
    const std::size_t end = asked.find(' ', at);
    if (line.find(" " + asked.substr(at, end - at) + " ") == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

TEST_F(BruteForce, FiltersKeepWhatTheyName) {
  for (int i = 0; i < 40; ++i) {
    const std::string word(random_.content_word());
    const std::string tag(random_.tag());
    const std::string author(random_.author());
    const std::string source(random_.source());
    const std::string title(random_.content_word());
    const std::set<std::string> title_stems = stems_of(title);
    const Wanted asked = holds_any(word);
    const std::vector<std::pair<std::string, Wanted>> filters = {
        {"tag:" + tag,
         [&](const ReadPassage& p) { return holds_all_words(p.document.tags.at(0), tag); }},
        {"author:\"" + author + '"',
         [&](const ReadPassage& p) { return holds_all_words(p.document.authors.at(0), author); }},
        {"source:\"" + source + '"',
         [&](const ReadPassage& p) { return holds_all_words(p.document.source, source); }},
        {"title:" + title,
         [&](const ReadPassage& p) {
           const std::set<std::string> stems = stems_of(p.document.title);
           return std::includes(stems.begin(), stems.end(), title_stems.begin(), title_stems.end());
         }},
        {"after:2021-07", [](const ReadPassage& p) { return p.document.published.year >= 2021; }},
        {"before:2021-07",
         [](const ReadPassage& p) {
           return p.document.published.year != 0 && p.document.published.year <= 2021;
         }},
        {"lang:en", [](const ReadPassage&) { return true; }},
        {"lang:de", [](const ReadPassage&) { return false; }},
        {"id:f3.md", [](const ReadPassage& p) { return p.document.id == "f3.md"; }},
        {"id:f3.md#1", [](const ReadPassage& p) { return p.id == "f3.md#1"; }},
    };
    for (const auto& [filter, keeps] : filters) {
      ASSERT_EQ(search(word + " " + filter),
                scan([&](const ReadPassage& p) { return asked(p) && keeps(p); }))
          << word << " " << filter;
      if (filter.starts_with("title")) continue;
      // An id alone asks for the whole document, its back matter too.
      if (filter == "id:f3.md") continue;
      ASSERT_EQ(search(filter), scan(keeps)) << filter;
    }
  }
}

// Search gives the same passages as a run does, on pages that never overlap, but for those that
// repeat one: their articles are there with another passage, or named beside it.
TEST_F(BruteForce, PagesTogetherAreEverythingOnce) {
  for (int i = 0; i < 8; ++i) {
    const std::string question = random_.question();
    const std::size_t per_article = random_.below(3);
    const std::size_t size = 30 + random_.below(50);
    std::vector<std::string> ids;
    std::set<std::string> named;
    std::size_t total = 0;
    for (std::size_t offset = 0; offset == ids.size(); offset += size) {
      const Result<Answer> answer = searcher_.search(
          {.question = question, .count = size, .offset = offset, .per_article = per_article});
      ASSERT_TRUE(answer);
      for (const Hit& hit : answer->hits) {
        ids.push_back(hit.passage);
        named.insert(hit.document);
        for (const AlsoIn& other : hit.also_in) named.insert(other.document);
        EXPECT_EQ(hit.rank, ids.size());
      }
      total = answer->total;
      EXPECT_TRUE(answer->exact);
      if (answer->hits.empty()) break;
    }
    const std::set<std::string> distinct(ids.begin(), ids.end());
    EXPECT_EQ(distinct.size(), ids.size()) << question;
    const std::set<std::string> matching = search(question);
    EXPECT_TRUE(std::ranges::includes(matching, distinct)) << question;
    if (per_article == 0) {
      EXPECT_LT(matching.size() - distinct.size(), kFoldedCandidates) << question;
      for (const std::string& id : matching)
        EXPECT_TRUE(named.contains(id.substr(0, id.rfind('#')))) << question << ": " << id;
    }
    EXPECT_EQ(total, search(question).size());
  }
}

}  // namespace
}  // namespace palpate
