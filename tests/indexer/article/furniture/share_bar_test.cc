#include "article/furniture/share_bar.h"

#include <gtest/gtest.h>

#include <string_view>

#include "article/furniture/furniture.h"
#include "article/furniture/phrases.h"

namespace palpate {
namespace {

TEST(ShareBar, IsALineOfNothingButNetworks) {
  for (const std::string_view line : {"Facebook Twitter Pinterest", "Share E-Mail WhatsApp"})
    EXPECT_EQ(judge_line(line, Place::head).kind, Furniture::share) << line;
  EXPECT_NE(judge_line("Pinterest recipes for sore backs", Place::head).kind, Furniture::share);
}

TEST(ShareBar, MayBeAVerbAndANetworkInAnyLanguage) {
  for (const std::string_view line :
       {"Share on Facebook", "Share this article via e-mail", "Compartir en Facebook",
        "Auf Facebook teilen", "Per E-Mail senden", "Partager sur Twitter", "Partagez sur LinkedIn",
        "Udostępnij na Facebooku", "Udostępnij na Facebook", "Condividi su WhatsApp",
        "Compartilhar no Facebook", "Compartilhe no WhatsApp", "Delen op X",
        "Deel dit via LinkedIn", "Follow us on Instagram and Facebook",
        "Share on Facebook Share on X"}) {
    EXPECT_TRUE(is_share_bar(folded_words(line))) << line;
  }
}

TEST(ShareBar, IsNoSentenceAboutThem) {
  for (const std::string_view line :
       {"Share your pain diary", "Mail order pillows", "Print", "Like this", "On Facebook",
        "Schmerzen mit anderen teilen", "Share the load on both legs", "Save it"}) {
    EXPECT_FALSE(is_share_bar(folded_words(line))) << line;
  }
}

}  // namespace
}  // namespace palpate
