// Parties of whom earlier sentences tell, for "the attack", "the report".
#include <algorithm>

#include "extract/relations/parties.hpp"
#include "extract/relations/told_events.hpp"

namespace entente::relations {
namespace {

constexpr double told_confidence = 0.62;  // that "the attack" is the one told before

/// Actors of whom the sentences before tell, for a word of this one.
template <typename Actors>
std::vector<Party> told_before(const SentenceTree& tree, TokenId word, const Actors& actors,
                               std::string_view reason, int distance) {
  std::vector<Party> found;
  for (const std::uint32_t actor : actors) {
    Party party;
    party.actor = actor;
    party.span = tree.at(word).span;
    party.reason = reason;
    party.footing = text::Footing::inferred;
    party.confidence = told_confidence;
    party.distance = distance;
    party.slot = word;
    found.push_back(std::move(party));
  }
  return found;
}

}  // namespace

/// "condemned the operation": who carried it out stands in an earlier sentence.
void PartyFinder::add_from_told(const SentenceTree& tree, TokenId noun, Reach reach,
                                std::vector<Party>& found) const {
  if (told_ == nullptr || (reach != Reach::culprit && reach != Reach::sides &&
                           reach != Reach::victim && reach != Reach::author)) {
    return;
  }
  const ToldEvent* event = told_->antecedent(tree, noun, reach);
  if (event == nullptr) {
    // "criticised the document": those who signed it
    if (reach != Reach::culprit) return;
    for (Party& party : told_before(tree, noun, told_->issuers_of(tree, noun), told_before_reason,
                                    furthest_party)) {
      if (!contains(found, party.actor)) found.push_back(std::move(party));
    }
    return;
  }
  std::vector<std::uint32_t> actors = reach == Reach::victim ? event->targets : event->agents;
  if (reach == Reach::sides) {
    actors.insert(actors.end(), event->targets.begin(), event->targets.end());
  }
  for (const std::uint32_t actor : actors) {
    if (contains(found, actor)) continue;
    found.push_back({actor, tree.at(noun).span, told_before_reason, text::Footing::inferred,
                     told_confidence, furthest_party, false, false, noun, event->date});
  }
}

std::vector<Party> PartyFinder::accusers_of(const SentenceTree& tree, TokenId word,
                                            const Party& accused) const {
  if (told_ == nullptr) return {};
  auto accusers = told_->accusers_of(accused.actor);
  // a minister answers what his state is accused of
  const graph::Actor& who = document_.actors[accused.actor];
  for (std::uint32_t state = 0; accusers.empty() && state < document_.actors.size(); ++state) {
    const graph::Actor& actor = document_.actors[state];
    const bool his = actor.kind == graph::ActorKind::country && actor.country == who.country;
    if (his && who.sector == "GOV" && !who.country.empty()) accusers = told_->accusers_of(state);
  }
  return told_before(tree, word, accusers, "accused before", furthest_party);
}

std::vector<Party> PartyFinder::issuers(const SentenceTree& tree, TokenId token) const {
  if (told_ == nullptr) return {};
  return told_before(tree, token, told_->issuers_of(tree, token), "issued it before", 0);
}

}  // namespace entente::relations
