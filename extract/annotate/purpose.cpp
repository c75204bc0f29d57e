#include "extract/annotate/purpose.hpp"

#include <algorithm>
#include <string_view>

namespace entente::annotate {
namespace {

using text::Deprel;
using text::Token;

template <std::size_t size>
bool one_of(const std::string_view (&words)[size], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// One meets or rings up somebody for purposes of one's own.
bool is_contact(std::string_view verb) {
  static constexpr std::string_view verbs[] = {"cable", "contact",   "meet",
                                               "phone", "telephone", "visit"};
  return one_of(verbs, verb);
}

/// Whom one calls or summons may be wanted for a deed; the words are one's own.
bool is_summons(std::string_view verb) {
  return verb == "call" || verb == "summon" || verb == "call_in";
}

bool is_speech(std::string_view verb) {
  static constexpr std::string_view verbs[] = {
      "apologise", "apologize", "assure",  "complain", "condemn",  "congratulate", "convey",
      "demand",    "deliver",   "express", "extend",   "hand",     "inform",       "lodge",
      "offer",     "praise",    "protest", "reaffirm", "reassure", "register",     "reiterate",
      "thank",     "urge",      "voice",   "warn",     "wish"};
  return one_of(verbs, verb);
}

}  // namespace

void free_purposes(std::span<Token> tokens, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    Token& token = tokens[i];
    if (token.deprel != Deprel::xcomp || token.head == Token::no_head) continue;
    const auto above = static_cast<std::uint32_t>(token.head);
    if (above >= i) continue;
    const std::string_view verb = tokens[above].lemma;
    if (!is_contact(verb) && !(is_summons(verb) && is_speech(token.lemma))) continue;
    bool to = false;
    Token* object = nullptr;
    for (std::uint32_t other = first; other < last; ++other) {
      Token& child = tokens[other];
      to = to || (child.deprel == Deprel::mark && child.lemma == "to" &&
                  child.head == static_cast<std::int32_t>(i));
      const bool called = child.deprel == Deprel::obj || child.deprel == Deprel::iobj;
      if (called && other < i && child.head == static_cast<std::int32_t>(above)) object = &child;
    }
    if (!to || object == nullptr) continue;
    token.deprel = Deprel::advcl;
    object->deprel = Deprel::obj;
  }
}

}  // namespace entente::annotate
