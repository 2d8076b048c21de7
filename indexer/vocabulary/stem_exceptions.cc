#include "vocabulary/stem_exceptions.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace palpate {
namespace {

// "stem: words that have it;". A family is listed either because Snowball would part it (pregnant,
// pregnancy), and then its stem is the one that Snowball gives to the words that are not listed, or
// because Snowball would put strangers into it (topical, topic), and then its stem is a word of its
// own. Words are together only where whoever searches for one wants the others too.
constexpr std::string_view kEnglishFamilies = R"(
abdomen: abdominal; acetabulum: acetabular; ach: achiness achy; actinic: actinic;
adhesive: adhesive adhesives; allergi: allergic; alveolus: alveolar alveoli; anaemia: anaemic;
analysi: analyse analysed analyses analysing analyze analyzed analyzing; anastomosi: anastomoses;
anemia: anemic; animate: animate animated animation animations; anorexia: anorexic; anus: anal;
aorta: aortic; apex: apices; apophysi: apophyses; appendix: appendices;
arthritis: arthritic arthritics arthritides; asthma: asthmatic asthmatics;
atherosclerosi: atherosclerotic; atrium: atria atrial; autism: autistic; axi: axes;
axilla: axillary; bacillus: bacilli; bacteria: bacterial bacterium; basi: bases;
begin: began begun; bite: bitten; bleed: bled; break: broke broken;
bronchiole: bronchiolar bronchiole bronchioles; bronchitis: bronchitic;
bronchus: bronchi bronchial; bulimia: bulimic; burn: burnt; bursa: bursal; calf: calves;
carcinoma: carcinomata; careful: careful carefully carefulness; cerebellum: cerebellar;
cerebrum: cerebral; cervix: cervices; child: children; choos: chose chosen; cilium: cilia;
cirrhosi: cirrhotic; clavicl: clavicular; clubbing: clubbing; coccyx: coccygeal;
colonize: colonisation colonization colonize colonized colonizes colonizing;
considerable: considerable considerably; consistent: consistency consistent consistently;
conversation: conversation conversational conversations; cornea: corneal;
cortex: cortical cortices; cranium: crania cranial; crisi: crises; criterion: criteria;
cyanosi: cyanotic; dermatitis: dermatitides; diagnos: diagnosis diagnostic diagnostics;
dialysi: dialyses dialyze dialyzed; diaphysi: diaphyseal diaphyses; diathesi: diatheses;
diet: dietary; diverse: diverse diversity; diverticulum: diverticula diverticular;
drink: drank drunk; duodenum: duodenal; eat: ate eaten; edema: edematous;
electronic: electronic electronically electronics; embol: emboli embolus;
embolize: embolisation embolization embolizations embolize; embryo: embryonal embryonic;
emergency: emergencies emergency; endometriosi: endometriotic; endometrium: endometrial;
endothelium: endothelia endothelial; enteral: enteral enterally; enteric: enteric;
epilepsi: epileptic; epiphysi: epiphyseal epiphyses; epithelium: epithelia epithelial;
esophagus: esophageal; exostosi: exostoses; experiment: experiment experimenting experiments;
extremity: extremities extremity; fall: fallen fell; fascia: fascial; fasciitis: fascitis;
feel: felt; femur: femora femoral; fetus: fetal; fibroma: fibromata; fibrosi: fibroses fibrotic;
fibula: fibular; foetus: foetal; foot: feet; freez: froze frozen; fungus: fungal fungi;
ganglion: ganglia; gas: gases; give: gave given; goos: geese; grow: grew grown; half: halves;
helix: helices; hematoma: hematomata; hemolysi: hemolytic; hepatitis: hepatitides;
humerus: humeral humeri; hunger: hungry; hypothalamus: hypothalamic; hypothesi: hypotheses;
identical: identical identically; ileum: ileal;
imported: import importation imported importing imports;
international: international internationally; iris: iris; ironic: ironic ironically;
ischemia: ischemic; itch: itchiness itchy; jejunum: jejunal; knife: knives; kyphosi: kyphotic;
labrum: labral; lactation: lactating lactation lactational; larva: larval;
larynx: laryngeal larynges; lateral: lateral laterality laterally laterals; leaf: leaves;
lens: lens; leukemia: leukemic; literal: literal literally; lordosi: lordotic;
lose: loss losses lost; lous: lice; majority: majorities majority; man: men; mandibl: mandibular;
mania: manic; matrix: matrices; maxilla: maxillary;
medication: medicate medicated medication medications; mening: meninx;
meningococcus: meningococcal meningococci; meniscus: meniscal menisci; menstruat: menstrual;
metaphysi: metaphyseal metaphyses;
metastasi: metastases metastasise metastasize metastasized metastatic; midwif: midwives;
minority: minorities minority; mitochondria: mitochondrial mitochondrion; mous: mice;
mucosa: mucosal; myocardium: myocardial; nausea: nauseated nauseous; necrosi: necroses necrotic;
neurosi: neuroses neurotic; nodul: nodular; nucleus: nuclei; oedema: oedematous;
oesophagus: oesophageal; organic: organic organically; organism: organism organisms;
organize: organisation organisations organise organised organising organization organizational organizations organize organized organizer organizes organizing;
osteonecrosi: osteonecrotic; osteoporosi: osteoporotic; ovari: ovarian;
overeat: overeaten overeating; overly: overly; ovum: ova; ox: oxen; pancrea: pancreatic;
paralysi: paralysed paralyses paralytic paralyze paralyzed; paste: paste pasted pastes;
patella: patellar; pelvi: pelves pelvic; pericardium: pericardial; peritoneum: peritoneal;
personality: personalities personality; phalanx: phalangeal phalanges; pharynx: pharyngeal;
phenomenon: phenomena; physics: physics; placenta: placental;
pneumococcus: pneumococcal pneumococci;
position: position positional positioned positioning positions; pregnanc: pregnant;
prognosi: prognoses prognostic; prosthesi: prostheses prosthetic prosthetics; psoriasi: psoriatic;
psychosi: psychoses psychotic; pubi: pubic; publication: publication publications; radius: radii;
rectum: rectal; respective: respective respectively;
responsible: responsibilities responsibility responsible responsibly; retina: retinal;
sacrum: sacral; scapula: scapular; schizophrenia: schizophrenic; sclerosi: scleroses sclerotic;
scoliosi: scoliotic; seasoning: seasoning seasonings;
secrete: secrete secreted secretes secreting secretion secretions secretor secretory;
septum: septa septal; several: several; severed: sever severed severing severs;
shake: shaken shook; shortly: shortly; skeleton: skeletal; sleep: slept; spine: spinal;
spleen: splenic; staphylococcus: staphylococcal staphylococci; stasi: stases;
stenosi: stenosed stenoses stenotic; sternum: sternal; stimulus: stimuli; stoma: stomata;
stratum: strata; streptococcus: streptococcal streptococci; surgeri: surgical surgically;
sweat: sweaty; swell: swollen; symphysi: symphyses; synaps: synaptic; syphili: syphilitic;
take: taken took; tear: tore torn; tendinitis: tendonitis; tendon: tendinous; testicl: testicular;
testis: testes testis; thirst: thirsty; thorax: thoracic;
thrombosi: thrombosed thromboses thrombotic; thrombus: thrombi; tibia: tibial; tooth: teeth;
topical: topical topically topicals; trachea: tracheal;
transition: transition transitional transitioning transitions; ulna: ulnar; umbilicus: umbilical;
universal: universal universally; universe: universe universes;
university: universities university; uterus: uteri uterine; vagina: vaginal; varix: varices;
vegetation: vegetation vegetations; vegetative: vegetative; vein: venous; ventricl: ventricular;
vertebra: vertebral; virus: viral; wake: woke woken; wear: wore worn; wife: wives; woman: women;
)";

constexpr std::string_view kBlanks = " \n";

struct StemException {
  std::string_view word;
  std::string_view stem;
};

constexpr bool by_word(const StemException& left, const StemException& right) {
  return left.word < right.word;
}

// Takes the next word off `text`; empty at the end.
constexpr std::string_view take_word(std::string_view& text) {
  const std::size_t begin = std::min(text.find_first_not_of(kBlanks), text.size());
  const std::size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
  const std::string_view word = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return word;
}

constexpr std::size_t count_words(std::string_view families) {
  std::size_t count = 0;
  for (std::string_view word = take_word(families); !word.empty(); word = take_word(families)) {
    if (!word.ends_with(':')) ++count;
  }
  return count;
}

template <std::size_t kCount>
constexpr std::array<StemException, kCount> read(std::string_view families) {
  std::array<StemException, kCount> table{};
  std::string_view stem;
  std::size_t count = 0;
  for (std::string_view word = take_word(families); !word.empty(); word = take_word(families)) {
    if (word.ends_with(':')) {
      stem = word.substr(0, word.size() - 1);
    } else {
      table.at(count++) = {word.substr(0, word.find(';')), stem};
    }
  }
  std::sort(table.begin(), table.end(), by_word);
  return table;
}

// The compiler reads the families; at run time this is a sorted table.
constexpr auto kEnglish = read<count_words(kEnglishFamilies)>(kEnglishFamilies);
static_assert(std::adjacent_find(kEnglish.begin(), kEnglish.end(),
                                 [](const StemException& left, const StemException& right) {
                                   return left.word == right.word;
                                 }) == kEnglish.end(),
              "a word is in two families");

// Inflammations: Snowball takes hepatitis for hepatic and appendicitis for append.
bool is_inflammation(std::string_view word) { return word.size() > 5 && word.ends_with("itis"); }

}  // namespace

std::optional<std::string_view> stem_exception(std::string_view language, std::string_view word) {
  if (language != "en") return std::nullopt;
  const auto* found =
      std::lower_bound(kEnglish.begin(), kEnglish.end(), StemException{word, {}}, by_word);
  if (found != kEnglish.end() && found->word == word) return found->stem;
  if (is_inflammation(word)) return word;
  return std::nullopt;
}

}  // namespace palpate
