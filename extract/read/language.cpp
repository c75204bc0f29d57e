#include "extract/read/language.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_map>
#include <vector>

#include "util/lower.hpp"

namespace entente::read {
namespace {

struct Language {
  std::string_view code;
  std::string_view words;
};

// Function words that stand in nearly every paragraph. A word may belong to several.
constexpr std::array<Language, 20> languages{{
    {"en",
     "the of to and in that is was for it with as his on be at by had not are but from or have an "
     "they which one were all their has would been if more when will its said he who after about "
     "she this over up out than into some could two"},
    {"de",
     "der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an er "
     "hat aus bei nach wie wird sie sind war noch einen über einem vor zur durch werden"},
    {"fr",
     "de la le et les des en un une du est que dans qui par pour au sur pas plus ne se ce il sont "
     "avec son aux cette été ont mais sa ou leur ses"},
    {"es",
     "de la que el en y los se del las un por con una no su para es al lo como más pero sus le ha "
     "este sobre entre está fue"},
    {"pt",
     "de a que o e do da em um para com não uma os no se na por mais as dos como mas ao ele das à "
     "seu sua ou foi pelo pela são"},
    {"it",
     "di che il la e per un in del è una non con si da i le sono della al dei ha più alla nel "
     "anche "
     "gli come lo dalla delle ma questo"},
    {"nl",
     "de het van een en in is dat op te zijn voor met die niet aan er om ook als bij door maar nog "
     "wordt uit naar werd heeft tot over"},
    {"sv",
     "och att det i en på är som för med av den till inte har de ett om var från men sig vid kan "
     "efter när också"},
    {"da",
     "og det at en den til er som på de med han af for ikke der var et har om fra men sig ved kan "
     "efter blev også"},
    {"no",
     "og det i en på er som for med av den til ikke har de et om var fra men seg ved kan etter ble "
     "også å"},
    {"fi",
     "ja on ei se että oli mutta hän kun ovat myös joka kuin sen mukaan ole jos tai sekä vuoden"},
    {"pl",
     "w i na z się nie do to że jest o jak od po za przez co dla są tym oraz jego który ale było "
     "tego"},
    {"cs", "a v se na je že s z do o k i jako za by pro po od ale jsou které podle který jeho při"},
    {"hu", "a az és hogy nem is egy ez volt meg de csak el már még mint ha vagy szerint azt"},
    {"ro",
     "de și în a la cu nu care o pe din că un mai este sunt pentru au fost lui prin sau al ale"},
    {"tr", "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ise değil ne var en o"},
    {"id",
     "yang dan di dengan untuk tidak dari ini dalam itu pada akan ke telah oleh juga tersebut "
     "bahwa "
     "karena"},
    {"vi", "và của là có được trong cho không một các với người này đã những"},
    {"ca", "de la que i el en a els per un les amb una és del no al va més com dels"},
    {"sw", "ya na wa kwa ni katika la za cha kuwa hiyo huo alisema baada kutoka"},
}};

using Counts = std::array<std::size_t, languages.size()>;

/// Word to the languages that have it, a bit each.
const std::unordered_map<std::string_view, std::uint32_t>& lexicon() {
  static const auto made = [] {
    std::unordered_map<std::string_view, std::uint32_t> words;
    for (std::size_t i = 0; i < languages.size(); ++i) {
      std::string_view rest = languages[i].words;
      while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        words[rest.substr(0, end)] |= 1u << i;
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return words;
  }();
  return made;
}

/// Of words and their parts; letters of other alphabets by their first byte.
struct Census {
  std::size_t words = 0;
  std::size_t letters = 0;
  std::size_t other_letters = 0;  ///< beyond Latin, Greek excepted by nothing
  Counts counts{};
};

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || byte >= 0x80;
}

Census census_of(std::string_view text) {
  Census census;
  const std::string low = util::lower(text);
  for (std::size_t at = 0; at < low.size();) {
    std::size_t end = at;
    while (end < low.size() && is_word_byte(low[end])) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    const std::string_view word = std::string_view(low).substr(at, end - at);
    ++census.words;
    for (const char c : word) {
      const auto byte = static_cast<unsigned char>(c);
      const bool lead = byte >= 0xC0;
      if (byte < 0x80 || lead) ++census.letters;
      // From U+0370 on: Greek, Cyrillic, Arabic, Indian, Chinese; not U+2000 to U+206F, dashes
      // and quotation marks.
      if (lead && byte >= 0xCD && byte != 0xE2) ++census.other_letters;
    }
    if (const auto found = lexicon().find(word); found != lexicon().end()) {
      for (std::size_t i = 0; i < languages.size(); ++i) {
        if ((found->second >> i & 1u) != 0) ++census.counts[i];
      }
    }
    at = end;
  }
  return census;
}

constexpr std::size_t bytes_looked_at = 4000;
/// Below this many words a verdict would be a guess.
constexpr std::size_t words_needed = 25;

}  // namespace

std::string foreign_language(std::string_view text) {
  const Census census = census_of(text.substr(0, bytes_looked_at));
  if (census.letters >= 40 && census.other_letters * 2 > census.letters) return "other";
  if (census.words < words_needed) return {};
  const auto best = std::max_element(census.counts.begin() + 1, census.counts.end());
  const std::size_t english = census.counts[0];
  // Short words such as "a", "al" and "in" are of many languages, and names hold them.
  const std::size_t chance = 2 + census.words / 20;
  if (*best > english + chance && *best * 12 > census.words) {
    return std::string(languages[static_cast<std::size_t>(best - census.counts.begin())].code);
  }
  // English prose has a word of the list in three; lists of names and results have few.
  return english * 25 < census.words && census.words >= 2 * words_needed ? "other" : std::string{};
}

}  // namespace entente::read
