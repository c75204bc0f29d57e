// Whom an act concerns that names nobody in its own slots.
#pragma once

#include <span>
#include <vector>

#include "extract/relations/analysis.hpp"

namespace entente::relations {

/// Force and help that befall nameless people befall the place: "killed ten people in
/// Kabul", "fed thousands in Haiti".
bool strikes_place(graph::RelationClass type);

/// The same, and what is left, allowed or armed: "declared a truce effective in B".
bool happens_somewhere(graph::RelationClass type);

/// The country or town, abroad, where the predication takes place, by its own phrases or its
/// object's, and if `deep` by those below: "in two attacks in B", "by shelling along the
/// border in B". None for the fight against a scourge.
std::vector<Party> place_of(const SentenceAnalysis& analysis, const Predication& predication,
                            TokenId object, std::span<const Party> agents, bool deep);

/// The group of which an example is named: "20 prisoners, including A".
std::vector<Party> group_around(const SentenceAnalysis& analysis, TokenId noun,
                                graph::RelationClass type);

/// The group of which an example is named: "20 prisoners, including A".
std::vector<Party> group_around(const SentenceAnalysis& analysis, TokenId noun,
                                graph::RelationClass type);

/// Whom the purpose names: "sent aid to help B recover", "launched an effort to resolve the
/// rift between B and C".
std::vector<Party> purpose_parties(const SentenceAnalysis& analysis, const Predication& predication,
                                   TokenId object, std::span<const Party> agents);

/// Whom a body is to unite: "a force made up of troops of A and B".
std::vector<Party> members_of(const SentenceAnalysis& analysis, TokenId body);

/// Who gets what is supplied: "most of the fuel [B] used".
std::vector<Party> takers_of(const SentenceAnalysis& analysis, TokenId object);

/// Where a force or mission that is a party is at work: B, besides the UN, for "joined the UN force
/// in B".
void add_theatre(const SentenceAnalysis& analysis, std::span<const Party> agents,
                 std::vector<Party>& targets);

}  // namespace entente::relations
