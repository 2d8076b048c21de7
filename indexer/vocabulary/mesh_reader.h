// Groups of equivalents out of NLM's Medical Subject Headings, as published in XML (descYYYY.xml):
//
//   DescriptorRecordSet / DescriptorRecord / ConceptList / Concept PreferredConceptYN="Y"
//     / TermList / Term / String
//
// The terms of a descriptor's preferred concept mean the same and make a group, the preferred term
// first. Its other concepts are narrower, broader or related, and are left out: taking them for
// equivalents would change what is asked. Supplementary records and qualifiers are not descriptors.
//
// An inverted term ("Pain, Back") is taken in its natural order ("Back Pain"), and left out where
// that is there already.
//
//   MeshReader reader([&](EquivalentGroup group) { ... });
//   for (each block of the file) if (Status done = reader.feed(block); !done) return done.error();
//   if (Status done = reader.finish(); !done) return done.error();
//
// The file is never held as a whole, and nothing outside it is loaded: no DTD, no entity that it
// declares. Not safe to share between threads.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "palpate/error.h"
#include "vocabulary/equivalents.h"

namespace palpate {

class MeshReader {
 public:
  // `found` is called from feed(), with groups of two terms or more; its line is the descriptor's.
  explicit MeshReader(std::function<void(EquivalentGroup)> found);
  MeshReader(MeshReader&&) noexcept;
  MeshReader& operator=(MeshReader&&) noexcept;
  ~MeshReader();

  // The next bytes of the file. After an Error ("line 12: …") nothing more may be fed.
  Status feed(std::string_view bytes);
  // The file has ended: an Error when it was cut, or holds no descriptors.
  Status finish();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// "Pain, Back" → "Back Pain", "Hepatitis, Viral, Human" → "Human Viral Hepatitis". A comma without
// a blank behind it belongs to a name ("1,2-Dithiol").
std::string natural_order(std::string_view term);

}  // namespace palpate
