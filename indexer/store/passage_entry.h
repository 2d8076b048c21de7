// A passage as it goes into a database: its terms with their counts, and its values.
//
// Holds bytes end to end, so that filling it for passage after passage allocates nothing. A term
// may be added several times; its counts are summed where it is stored. Views stay valid until the
// next change. A value, one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

class PassageEntry {
 public:
  struct Term {
    std::string_view text;
    unsigned count;  // wdf
  };
  // One whose number is known to whoever stores it.
  struct NumberedTerm {
    std::uint32_t number;
    unsigned count;
  };
  struct Value {
    unsigned slot;
    std::string_view bytes;
  };

  void clear() {
    bytes_.clear();
    terms_.clear();
    numbered_.clear();
    values_.clear();
  }
  // One that counts 0 is found but does not weigh.
  void add_term(std::string_view prefix, std::string_view term, unsigned count) {
    bytes_.append(prefix).append(term);
    terms_.push_back({bytes_.size(), count});
  }
  void add_numbered_term(std::uint32_t number, unsigned count) {
    numbered_.push_back({number, count});
  }
  // Behind all terms. Slots come in ascending order, each once.
  void add_value(unsigned slot, std::string_view value) {
    bytes_.append(value);
    values_.push_back({bytes_.size(), slot});
  }

  std::size_t terms() const { return terms_.size(); }
  Term term(std::size_t i) const {
    return {between(i == 0 ? 0 : terms_[i - 1].end, terms_[i].end), terms_[i].number};
  }
  const std::vector<NumberedTerm>& numbered_terms() const { return numbered_; }
  std::size_t values() const { return values_.size(); }
  Value value(std::size_t i) const {
    const std::size_t terms_end = terms_.empty() ? 0 : terms_.back().end;
    return {values_[i].number, between(i == 0 ? terms_end : values_[i - 1].end, values_[i].end)};
  }

 private:
  struct Piece {
    std::size_t end;  // in bytes_
    unsigned number;  // a count, or a slot
  };
  std::string_view between(std::size_t begin, std::size_t end) const {
    return std::string_view(bytes_).substr(begin, end - begin);
  }

  std::string bytes_;
  std::vector<Piece> terms_;
  std::vector<NumberedTerm> numbered_;
  std::vector<Piece> values_;
};

}  // namespace palpate
