#include "extract/annotate/apposition.hpp"

namespace entente::annotate {
namespace {

using text::Deprel;
using text::EntityType;
using text::Token;
using text::Upos;

bool is_nominal(const Token& token) {
  return token.upos == Upos::noun || token.upos == Upos::propn;
}

/// What a single person may be called: no place, no body, nothing in the plural.
bool may_be_person(const Token& noun) {
  return noun.upos == Upos::noun && noun.entity == EntityType::none &&
         noun.features.number != text::Number::plural;
}

bool is_thing(const Token& noun) {
  return noun.entity == EntityType::location || noun.entity == EntityType::organisation ||
         (noun.upos == Upos::noun && noun.features.number == text::Number::plural);
}

}  // namespace

void hang_names_on_persons(std::span<Token> tokens, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t name = first; name < last; ++name) {
    Token& token = tokens[name];
    if (token.deprel != Deprel::appos || token.entity != EntityType::person ||
        token.upos != Upos::propn || token.head == Token::no_head) {
      continue;
    }
    auto above = static_cast<std::uint32_t>(token.head);
    if (above >= name || !is_thing(tokens[above])) continue;
    // one name alone: "officials of both states, A and B"
    bool several = false;
    for (std::uint32_t i = name + 1; i < last; ++i) {
      several = several || (tokens[i].deprel == Deprel::conj &&
                            tokens[i].head == static_cast<std::int32_t>(name));
    }
    if (several) continue;
    while (tokens[above].deprel == Deprel::nmod && tokens[above].head != Token::no_head) {
      const auto next = static_cast<std::uint32_t>(tokens[above].head);
      if (next >= above || !is_nominal(tokens[next])) break;
      above = next;
      if (!may_be_person(tokens[above])) continue;
      token.head = static_cast<std::int32_t>(above);
      break;
    }
  }
}

void set_summaries_apart(std::span<Token> tokens, std::string_view text, std::uint32_t first,
                         std::uint32_t last) {
  const auto form = [&](std::uint32_t i) {
    return text.substr(tokens[i].span.begin, tokens[i].span.size());
  };
  for (std::uint32_t i = first + 2; i < last; ++i) {
    Token& noun = tokens[i];
    const bool counted = form(i - 1) == "both" || form(i - 1) == "all";
    if (noun.deprel == Deprel::conj && is_nominal(noun) && counted && form(i - 2) == "," &&
        noun.features.number == text::Number::plural && noun.head < static_cast<std::int32_t>(i))
      noun.deprel = Deprel::appos;
  }
}

}  // namespace entente::annotate
