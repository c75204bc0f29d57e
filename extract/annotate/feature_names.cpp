#include "extract/annotate/feature_names.hpp"

namespace entente::annotate {
namespace {

void set(text::Features& features, std::string_view name, std::string_view value) {
  using namespace text;
  if (name == "Tense") {
    features.tense = value == "Past" ? Tense::past : value == "Pres" ? Tense::present : Tense::none;
  } else if (name == "VerbForm") {
    features.verb_form = value == "Fin"    ? VerbForm::finite
                         : value == "Inf"  ? VerbForm::infinitive
                         : value == "Part" ? VerbForm::participle
                         : value == "Ger"  ? VerbForm::gerund
                                           : VerbForm::none;
  } else if (name == "Mood") {
    features.mood = value == "Ind"   ? Mood::indicative
                    : value == "Imp" ? Mood::imperative
                    : value == "Sub" ? Mood::subjunctive
                                     : Mood::none;
  } else if (name == "Number") {
    features.number = value == "Sing"                      ? Number::singular
                      : value == "Plur" || value == "Ptan" ? Number::plural
                                                           : Number::none;
  } else if (name == "Gender") {
    features.gender = value == "Masc"   ? Gender::masculine
                      : value == "Fem"  ? Gender::feminine
                      : value == "Neut" ? Gender::neuter
                                        : Gender::none;
  } else if (name == "Person") {
    const bool known = value == "1" || value == "2" || value == "3";
    features.person = static_cast<std::uint8_t>(known ? value[0] - '0' : 0);
  } else if (name == "Voice") {
    features.passive = value == "Pass";
  } else if (name == "Poss") {
    features.possessive = value == "Yes";
  }
}

}  // namespace

text::Features parse_features(std::string_view feats) {
  text::Features features;
  while (!feats.empty()) {
    const std::size_t end =
        feats.find('|') == std::string_view::npos ? feats.size() : feats.find('|');
    const std::string_view item = feats.substr(0, end);
    if (const std::size_t is = item.find('='); is != std::string_view::npos) {
      set(features, item.substr(0, is), item.substr(is + 1));
    }
    feats.remove_prefix(end == feats.size() ? end : end + 1);
  }
  return features;
}

}  // namespace entente::annotate
