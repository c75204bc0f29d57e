#include "extract/annotate/honorific.hpp"

#include <algorithm>
#include <string>

#include "extract/annotate/characters.hpp"

namespace entente::annotate {
namespace {

using text::Deprel;
using text::EntityType;
using text::Token;
using text::Upos;

bool is_honorific(std::string_view form) {
  static constexpr std::string_view words[] = {"Miss", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms."};
  return std::find(std::begin(words), std::end(words), form) != std::end(words);
}

}  // namespace

void name_after_honorific(std::span<Token> tokens, std::string_view text, std::uint32_t first,
                          std::uint32_t last) {
  const auto form = [&](std::uint32_t i) {
    return text.substr(tokens[i].span.begin, tokens[i].span.size());
  };
  for (std::uint32_t i = first + 1; i < last; ++i) {
    if (tokens[i].upos != Upos::aux || !is_honorific(form(i - 1)) ||
        !is_upper(decode(form(i), 0).value)) {
      continue;
    }
    Token& title = tokens[i - 1];
    Token& name = tokens[i];
    name.upos = title.upos = Upos::propn;
    name.lemma = std::string(form(i));
    name.feats = "Number=Sing";
    name.features = {};
    name.features.number = text::Number::singular;
    name.head = static_cast<std::int32_t>(i - 1);
    name.deprel = Deprel::flat;
    title.entity = name.entity = EntityType::person;
    title.entity_begins = true;
    name.entity_begins = false;
  }
}

}  // namespace entente::annotate
