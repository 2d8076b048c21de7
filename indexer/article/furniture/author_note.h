// Notes about who wrote or reviewed an article, at its end: "Jane Doe is a massage therapist in …",
// "Reviewed By: John Roe, PT, is …".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace palpate {

struct AuthorNote {
  std::string name;
  bool reviewer = false;
  bool labelled = false;  // it says itself what the person did
};

// Tells a note from a sentence about a person of the field ("Janet Travell described …") by what it
// says the person is now. Asks for nothing but the paragraph; where it stands is for the caller.
std::optional<AuthorNote> author_note(std::string_view paragraph);

// Whether a paragraph behind a note goes on about the same person ("She has …", "Jane lives …").
bool continues_note(std::string_view paragraph, std::string_view name);

class ArticleBuilder;

// Gives a note to the builder as back matter and its name to the metadata. `about` is whom the note
// just before is about, empty for none; it follows along. False: it is no note, nothing was done.
bool take_note(std::string_view paragraph, ArticleBuilder& builder, std::string& about);

}  // namespace palpate
