#include "vocabulary/mesh_reader.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

namespace palpate {
namespace {

// Longer ones are no words that a person asks with.
constexpr std::size_t kLongestTerm = 200;            // bytes
constexpr std::size_t kMostText = 4 * kLongestTerm;  // with the blanks that are squeezed out of it
constexpr std::size_t kBlock = std::size_t{64} << 10U;
// The schema nests ten deep and its longest piece between two tags is a note of a few kilobytes.
// Beyond these a file is none of NLM's, and would cost memory, or time that grows with its square.
constexpr std::size_t kDeepest = 100;
constexpr std::size_t kLongestPiece = std::size_t{1} << 20U;

constexpr std::string_view kRoot = "DescriptorRecordSet";
// Below the root, in this order; nothing else leads to a term.
constexpr std::array<std::string_view, 6> kWay = {"DescriptorRecord", "ConceptList", "Concept",
                                                  "TermList",         "Term",        "String"};
constexpr std::size_t kRecordDepth = 1;
constexpr std::size_t kConceptDepth = 3;
constexpr std::size_t kStringDepth = 6;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// Line breaks and runs of blanks become one blank, those at both ends go.
std::string squeezed(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      plain += c;
    } else if (!plain.empty() && plain.back() != ' ') {
      plain += ' ';
    }
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

std::string_view attribute(const XML_Char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2)
    if (name == attributes[0]) return attributes[1];
  return {};
}

// The terms of a preferred concept in natural order, each once.
std::vector<std::string> distinct_terms(const std::vector<std::string>& written) {
  std::vector<std::string> terms;
  std::unordered_set<std::string> seen;
  for (const std::string& term : written) {
    std::string natural = natural_order(term);
    if (terms.size() < kMostTermsInGroup && seen.insert(lower(natural)).second)
      terms.push_back(std::move(natural));
  }
  return terms;
}

}  // namespace

std::string natural_order(std::string_view term) {
  constexpr std::string_view kInversion = ", ";
  std::string natural;
  for (;;) {
    const std::size_t comma = term.rfind(kInversion);
    if (!natural.empty()) natural += ' ';
    if (comma == std::string_view::npos) return natural.append(term);
    natural.append(term.substr(comma + kInversion.size()));
    term = term.substr(0, comma);
  }
}

class MeshReader::Impl {
 public:
  explicit Impl(std::function<void(EquivalentGroup)> found)
      : parser_(XML_ParserCreate(nullptr)), found_(std::move(found)) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), begin_element, end_element);
    XML_SetCharacterDataHandler(parser_.get(), characters);
    XML_SetEntityDeclHandler(parser_.get(), entity);
  }

  Status feed(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::string_view block = bytes.substr(0, kBlock);
      bytes.remove_prefix(block.size());
      if (Status done = parse(block, false); !done) return done;
    }
    return Done{};
  }

  Status finish() {
    if (Status done = parse({}, true); !done) return done;
    if (!records_) return malformed("it holds no descriptors");
    return Done{};
  }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  Status parse(std::string_view block, bool last) {
    if (XML_Parse(parser_.get(), block.data(), static_cast<int>(block.size()), last ? 1 : 0) ==
        XML_STATUS_OK) {
      fed_ += block.size();
      const XML_Index begun = XML_GetCurrentByteIndex(parser_.get());
      const std::size_t waiting = fed_ - static_cast<std::size_t>(std::max<XML_Index>(begun, 0));
      if (waiting <= kLongestPiece) return Done{};
      return malformed("a tag or declaration of more than a megabyte");
    }
    if (!refusal_.empty()) return malformed(refusal_);
    return malformed(XML_ErrorString(XML_GetErrorCode(parser_.get())));
  }

  Error malformed(const std::string& why) const {
    return {ErrorCode::malformed,
            "line " + std::to_string(XML_GetCurrentLineNumber(parser_.get())) + ": " + why,
            "MeSH descriptors are NLM's descYYYY.xml, plain or gzipped"};
  }

  void refuse(std::string why) {
    refusal_ = std::move(why);
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void begin(std::string_view name, const XML_Char** attributes) {
    const bool on_way = matched_ == depth_;  // all elements that are open lead to a term
    ++depth_;
    if (depth_ > kDeepest) return refuse("it is nested too deep");
    if (depth_ == 1) {
      if (name != kRoot)
        return refuse("a <" + std::string(name) + ">, not a <DescriptorRecordSet>");
      matched_ = 1;
      return;
    }
    if (!on_way || depth_ > kStringDepth + 1 || name != kWay.at(depth_ - 2)) return;
    matched_ = depth_;
    const std::size_t level = depth_ - 1;
    if (level == kRecordDepth) {
      records_ = true;
      terms_.clear();
      line_ = XML_GetCurrentLineNumber(parser_.get());
    } else if (level == kConceptDepth) {
      preferred_ = attribute(attributes, "PreferredConceptYN") == "Y";
    } else if (level == kStringDepth) {
      text_.clear();
    }
  }

  void end() {
    const bool on_way = matched_ == depth_;
    const std::size_t level = --depth_;
    if (!on_way) return;
    matched_ = depth_;
    if (level == kStringDepth) {
      std::string term = squeezed(text_);
      if (preferred_ && !term.empty() && term.size() <= kLongestTerm)
        terms_.push_back(std::move(term));
    } else if (level == kRecordDepth) {
      std::vector<std::string> terms = distinct_terms(terms_);
      if (terms.size() > 1) found_({std::move(terms), EquivalentGroup{}.language, line_});
    }
  }

  void append(std::string_view text) {
    const bool wanted = preferred_ && matched_ == depth_ && depth_ == kStringDepth + 1;
    if (wanted) text_.append(text.substr(0, std::min(text.size(), kMostText - text_.size())));
  }

  static Impl& self(void* user) { return *static_cast<Impl*>(user); }
  static void XMLCALL begin_element(void* user, const XML_Char* name, const XML_Char** attributes) {
    self(user).begin(name, attributes);
  }
  static void XMLCALL end_element(void* user, const XML_Char* /*name*/) { self(user).end(); }
  static void XMLCALL characters(void* user, const XML_Char* text, int size) {
    self(user).append({text, static_cast<std::size_t>(size)});
  }
  static void XMLCALL entity(void* user, const XML_Char* /*name*/, int /*parameter*/,
                             const XML_Char* /*value*/, int /*size*/, const XML_Char* /*base*/,
                             const XML_Char* /*system*/, const XML_Char* /*public_id*/,
                             const XML_Char* /*notation*/) {
    self(user).refuse("it declares an entity");
  }

  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
  std::function<void(EquivalentGroup)> found_;
  std::size_t fed_ = 0;      // bytes
  std::size_t depth_ = 0;    // of elements that are open
  std::size_t matched_ = 0;  // how many of them, from the root, lead to a term
  bool preferred_ = false;
  bool records_ = false;
  std::size_t line_ = 0;
  std::string text_;
  std::vector<std::string> terms_;
  std::string refusal_;
};

MeshReader::MeshReader(std::function<void(EquivalentGroup)> found)
    : impl_(std::make_unique<Impl>(std::move(found))) {}
MeshReader::MeshReader(MeshReader&&) noexcept = default;
MeshReader& MeshReader::operator=(MeshReader&&) noexcept = default;
MeshReader::~MeshReader() = default;

Status MeshReader::feed(std::string_view bytes) { return impl_->feed(bytes); }
Status MeshReader::finish() { return impl_->finish(); }

}  // namespace palpate
