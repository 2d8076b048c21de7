// The words by which a sentence gives another name: "also called", "sometimes known as", "auch als
// ... bekannt". For other_names alone.
#pragma once

#include <cstddef>
#include <span>

#include "vocabulary/name_words.h"

namespace palpate {

struct NamingPhrase {
  std::size_t length = 0;          // in words; 0 where there is none
  bool is_closed_by_verb = false;  // German: the name stands between "auch" and "genannt"
};

// The phrase that `words` begin with.
NamingPhrase naming_phrase(std::span<const NameWord> words);
bool is_closing_verb(const NameWord& word);

bool is_article(const NameWord& word);
bool is_or(const NameWord& word);
bool is_and(const NameWord& word);

// A verb, preposition or pronoun that no name holds: the name ended before it.
bool ends_name(const NameWord& word);

// "form", "type": a name that ends so is of one kind of the topic, not of all of it.
bool is_kind(const NameWord& word);

// "that", "which": what follows is said of something else than the sentence's subject.
bool is_relative(const NameWord& word);

// What may stand between a subject and its other name: "is", a comma, a bracket, a short form.
bool is_subject_link(const NameWord& word);

// Whether a sentence so far is only "It is", "The condition is" or nothing.
bool begins_with_pronoun(std::span<const NameWord> words);

}  // namespace palpate
