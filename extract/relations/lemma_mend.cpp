#include "extract/relations/lemma_mend.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/relations/lexicon.hpp"

namespace entente::relations {
namespace {

bool is_known(std::string_view lemma) {
  const Lexicon& lexicon = Lexicon::built_in();
  return !lexicon.verb(lemma).empty() || lexicon.is_light(lemma) ||
         lexicon.verb_operator(lemma) != Operator::none;
}

/// The stem with what spelling adds to it or takes from it before "-ed", "-ing".
void add_stems(const std::string& stem, std::vector<std::string>& found) {
  found.push_back(stem);
  found.push_back(stem + "e");
  const std::size_t size = stem.size();
  if (size > 2 && stem[size - 1] == stem[size - 2]) found.push_back(stem.substr(0, size - 1));
}

std::vector<std::string> possible_lemmas(const std::string& form) {
  std::vector<std::string> found;
  const auto without = [&](std::size_t count) { return form.substr(0, form.size() - count); };
  if (form.size() < 4) return found;
  if (form.ends_with("ied") || form.ends_with("ies")) found.push_back(without(3) + "y");
  if (form.ends_with("ed")) add_stems(without(2), found);
  if (form.ends_with("ing")) add_stems(without(3), found);
  if (form.ends_with("es")) found.push_back(without(2));
  if (form.ends_with("s")) found.push_back(without(1));
  found.push_back(form);
  return found;
}

/// Past forms of which the lexicon has the verb.
std::string_view irregular(std::string_view form) {
  static constexpr std::pair<std::string_view, std::string_view> verbs[] = {
      {"dealt", "deal"},         {"lent", "lend"},           {"spent", "spend"},
      {"sent", "send"},          {"fled", "flee"},           {"forbade", "forbid"},
      {"forbidden", "forbid"},   {"foresaw", "foresee"},     {"forgave", "forgive"},
      {"forgiven", "forgive"},   {"fought", "fight"},        {"froze", "freeze"},
      {"frozen", "freeze"},      {"overthrew", "overthrow"}, {"overthrown", "overthrow"},
      {"sank", "sink"},          {"shook", "shake"},         {"shot", "shoot"},
      {"sought", "seek"},        {"strove", "strive"},       {"struck", "strike"},
      {"sunk", "sink"},          {"swore", "swear"},         {"upheld", "uphold"},
      {"withdrawn", "withdraw"}, {"withdrew", "withdraw"},   {"withheld", "withhold"}};
  for (const auto& [past, lemma] : verbs) {
    if (past == form) return lemma;
  }
  return {};
}

std::string lower(std::string_view form) {
  std::string low(form);
  std::transform(low.begin(), low.end(), low.begin(), [](unsigned char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A'))
                                          : static_cast<char>(letter);
  });
  return low;
}

}  // namespace

void mend_lemmas(text::Document& document) {
  for (text::Token& token : document.tokens) {
    if (token.upos != text::Upos::verb || is_known(token.lemma)) continue;
    const std::string form = lower(document.form(token));
    if (const auto lemma = irregular(form); !lemma.empty()) {
      token.lemma = lemma;
      continue;
    }
    for (const std::string& lemma : possible_lemmas(form)) {
      if (!is_known(lemma)) continue;
      token.lemma = lemma;
      break;
    }
  }
}

}  // namespace entente::relations
