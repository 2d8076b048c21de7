#include "vocabulary/stem_exceptions.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyser.h"

namespace palpate {
namespace {

class StemExceptions : public testing::Test {
 protected:
  std::string stem(std::string_view word) {
    const auto tokens = analyser_.analyse(word);
    return tokens.size() == 1 ? std::string(tokens.front().stem) : std::string();
  }

  static std::vector<std::string> words(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> all;
    for (std::string word; in >> word;) all.push_back(word);
    return all;
  }

  Analyser analyser_ = *Analyser::create({.language = "en"});
};

TEST_F(StemExceptions, BringFamiliesTogether) {
  for (const char* line : {"arthritis arthritic",
                           "vertebra vertebrae vertebral",
                           "foot feet",
                           "tooth teeth",
                           "diagnosis diagnoses diagnosed diagnostic",
                           "fascitis fasciitis",
                           "bursa bursae",
                           "thrombosis thromboses thrombotic",
                           "thrombus thrombi",
                           "embolism embolus emboli",
                           "metastasis metastases metastatic metastasized",
                           "ganglion ganglia ganglions",
                           "bacterium bacteria bacterial",
                           "virus viruses viral",
                           "fungus fungi fungal",
                           "man men",
                           "woman women",
                           "child children",
                           "mouse mice",
                           "knife knives",
                           "calf calves",
                           "analysis analyses analyzed",
                           "prognosis prognoses prognostic",
                           "pelvis pelvic",
                           "spine spines spinal",
                           "pregnancy pregnancies pregnant",
                           "allergy allergies allergic",
                           "surgery surgeries surgical",
                           "swelling swollen swells",
                           "loss lost losing lose",
                           "testis testes",
                           "testicle testicles testicular",
                           "lens lenses",
                           "gas gases",
                           "psoriasis psoriatic",
                           "tendinitis tendonitis",
                           "vein veins venous",
                           "paralysis paralyzed paralysed",
                           "itch itchy itching",
                           "uterus uterine",
                           "abdomen abdominal",
                           "menstruation menstrual",
                           "appendix appendices",
                           "radius radii",
                           "crisis crises",
                           "nucleus nuclei",
                           "atrium atria atrial"}) {
    const std::vector<std::string> family = words(line);
    for (const std::string& word : family) EXPECT_EQ(stem(word), stem(family.front())) << word;
  }
}

TEST_F(StemExceptions, KeepStrangersApart) {
  for (const char* line : {"later lateral",
                           "emerge emergency",
                           "organ organic organism organization",
                           "past paste",
                           "internal international",
                           "universe university universal",
                           "general generic generation",
                           "policy police",
                           "animal animate",
                           "hepatitis hepatic",
                           "appendicitis append appendix",
                           "pancreatitis pancreatic",
                           "prostatitis prostate",
                           "sinusitis sinus",
                           "cervicitis cervical",
                           "meningitis meningeal",
                           "medical medication",
                           "position positive",
                           "topic topical",
                           "secret secretion",
                           "severe several severed",
                           "testes test",
                           "conversion conversation",
                           "extreme extremity",
                           "import important imply",
                           "experience experiment",
                           "person personality",
                           "transit transition",
                           "lactate lactation",
                           "intern international",
                           "major majority",
                           "public publication",
                           "response responsible",
                           "consist consistency",
                           "colon colonization",
                           "club clubbing",
                           "enter enteral enteric",
                           "diversion diversity",
                           "over overly overeating",
                           "vegetable vegetative",
                           "embolism embolization"}) {
    const std::vector<std::string> strangers = words(line);
    for (std::size_t i = 0; i < strangers.size(); ++i) {
      for (std::size_t k = i + 1; k < strangers.size(); ++k) {
        EXPECT_NE(stem(strangers[i]), stem(strangers[k])) << strangers[i] << ' ' << strangers[k];
      }
    }
  }
}

TEST_F(StemExceptions, LeaveInflectionsOfStrangersTogether) {
  for (const char* line : {"lateral laterally", "emergency emergencies", "position positions",
                           "medication medications", "organism organisms", "secretion secretions",
                           "extremity extremities", "university universities"}) {
    const std::vector<std::string> family = words(line);
    EXPECT_EQ(stem(family.front()), stem(family.back())) << line;
  }
}

TEST_F(StemExceptions, AreOfEnglishOnly) {
  EXPECT_EQ(stem_exception("en", "feet"), "foot");
  EXPECT_EQ(stem_exception("en", "hepatitis"), "hepatitis");
  EXPECT_EQ(stem_exception("en", "pain"), std::nullopt);
  EXPECT_EQ(stem_exception("en", ""), std::nullopt);
  EXPECT_EQ(stem_exception("de", "feet"), std::nullopt);
  EXPECT_EQ(stem_exception("", "feet"), std::nullopt);
}

}  // namespace
}  // namespace palpate
