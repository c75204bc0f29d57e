// Lookups of the lexicon that need the tree around the word.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "extract/relations/clause.hpp"
#include "extract/relations/lexicon.hpp"
#include "extract/relations/syntax.hpp"

namespace entente::relations {

/// An event noun and the lemma under which the lexicon has it ("phone_call").
struct EventNounUse {
  const EventNoun* entry = nullptr;
  std::string lemma;
};

/// The lexicon's entry for a noun with its compound modifier, else without;
/// a null entry if it has neither.
EventNounUse event_noun(const SentenceTree& tree, TokenId noun);

/// "what they call X's failure", "called it an attack": gives a name and does nothing else.
bool gives_name(const SentenceTree& tree, const Predication& predication);

/// "the incursion of rebels into B": where a deed names whom it strikes by another word, "of" names
/// who does it, though "the murder of civilians" names whom it strikes.
bool of_names_doer(const SentenceTree& tree, TokenId noun, const EventNoun& deed);

/// The verb's plainest frame is of force, restraint or punishment: "bomb B", "arrest B".
bool harms(std::string_view verb);

/// "jailed", "fined", "praised": what follows "for" is what its object did.
bool judges(std::string_view verb);

/// "Monday", "last year", "2015", "the night": a time and no party.
bool is_time(const SentenceTree& tree, TokenId token);

/// "a truce [brokered] by X": X is none of those who made it.
bool is_mediation(const SentenceTree& tree, TokenId participle);

bool is_listed(std::span<const std::string_view> words, std::string_view word);

/// True if the noun, with or without its compound modifier, is one of the sorted words.
bool is_one_of(const SentenceTree& tree, TokenId noun, std::span<const std::string_view> words);

/// "promised to set up a group of experts": it is nobody yet.
bool makes_anew(std::string_view verb);

/// "offered to send troops": what is sent is no party.
bool moves_means(std::string_view verb);

}  // namespace entente::relations
