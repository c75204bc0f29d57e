// Words and places in a clause that tell how likely something is spoken of again.
// Internal to extract/actors.
#pragma once

#include <string_view>

#include "extract/actors/work.hpp"

namespace entente::actors {

bool is_speech(std::string_view lemma);
bool is_time_noun(std::string_view key);
bool is_subject(Deprel relation);
double weight_of(Deprel relation);
/// Verbs whose subject must be somebody who acts, so that "it" is no thing.
bool is_deed(std::string_view lemma);
/// Nouns that only states and bodies own.
bool is_property(std::string_view key);
/// "ready", "willing": what only somebody who acts can be.
bool is_attitude(std::string_view key);
/// Verbs whose object may well be a state or body: "attack it", "accuse it".
bool is_aimed(std::string_view lemma);
/// States, organisations, forces and companies.
bool is_body(graph::ActorKind kind);

}  // namespace entente::actors
