#include "extract/relations/sources.hpp"

#include <algorithm>

namespace entente::relations {
namespace {

std::vector<Party> named_sources(const SentenceTree& tree, const PartyFinder& parties,
                                 TokenId word) {
  auto found = parties.find(tree, word, Reach::owner);
  return found.empty() ? parties.issuers(tree, word) : found;
}

/// "witnesses", "local officials"
std::vector<Party> unnamed_sources(const SentenceTree& tree, const PartyFinder& parties,
                                   TokenId word) {
  auto found = parties.unnamed(tree, word);
  std::erase_if(found, [&](const Party& party) {
    const graph::ActorKind kind = tree.document().actors[party.actor].kind;
    return kind == graph::ActorKind::entity || kind == graph::ActorKind::place;
  });
  return found;
}

}  // namespace

std::vector<Party> sources_at(const SentenceTree& tree, const PartyFinder& parties, TokenId word) {
  auto found = named_sources(tree, parties, word);
  return found.empty() ? unnamed_sources(tree, parties, word) : found;
}

std::vector<Party> speakers_of(const SentenceTree& tree, const PartyFinder& parties,
                               const Predication& speech) {
  // of "the group Hamas" a parser may make two subjects
  for (const auto& sources : {&named_sources, &unnamed_sources}) {
    for (const Argument& role : speech.arguments) {
      if (role.slot != "subj") continue;
      auto found = sources(tree, parties, role.token);
      if (!found.empty()) return found;
    }
  }
  return {};
}

}  // namespace entente::relations
