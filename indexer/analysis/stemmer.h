// Words to stems: Snowball, mended. Private to this room.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace palpate {

class Stemmer {
 public:
  // `tag` is a lower-case primary tag; of a language that Snowball does not know words stay as they
  // are.
  explicit Stemmer(std::string tag);

  // The stem of a folded word, at most kMaxTermBytes long.
  std::string stem(std::string_view form) const;

 private:
  std::string tag_;
  Xapian::Stem snowball_;
};

}  // namespace palpate
