// palpate's own rules for words, on top of UAX #29. Private to this room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"
#include "analysis/atoms.h"
#include "analysis/folded_text.h"
#include "analysis/language_rules.h"

namespace palpate {

struct Word {
  std::string form;
  ByteRange range;         // in the source of the folded text
  std::uint32_t position;  // counts words from 0
  TokenKind kind;
};

// Puts numbers, possessives, elisions, acronyms and compounds together from atoms.
class WordMaker {
 public:
  explicit WordMaker(const LanguageRules& rules) : rules_(rules) {}

  // The words of `folded`, in the order of Analyser::analyse; replaces `words`.
  void make(const FoldedText& folded, const std::vector<Atom>& atoms, std::vector<Word>& words);

 private:
  enum class PartKind : std::uint8_t { word, number, unit };

  // A word before compounds are made of it. Units of the folded text: what the form is made of, and
  // that with a lost clitic.
  struct Part {
    std::string form;
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t extent_end;
    PartKind kind;
  };

  std::u16string_view units(std::size_t begin, std::size_t end) const;
  std::u16string_view gap(std::size_t atom) const;  // between this atom and the one before
  bool touches(std::size_t atom, std::string_view signs) const;
  void put(std::size_t begin, std::size_t end, PartKind kind);

  std::size_t number(std::size_t atom);
  void one_number(std::size_t atom);
  std::size_t acronym(std::size_t atom);
  std::size_t word(std::size_t atom);
  std::size_t lose_clitic(std::size_t atom);

  bool connected(const Part& left, const Part& right) const;
  bool is_joined(std::size_t begin, std::size_t end) const;
  void compound(std::size_t begin, std::size_t end, std::vector<Word>& words) const;
  bool is_address() const;

  LanguageRules rules_;
  const FoldedText* folded_ = nullptr;
  const std::vector<Atom>* atoms_ = nullptr;
  std::vector<Part> parts_;
  bool address_ = false;
};

}  // namespace palpate
