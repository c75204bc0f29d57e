#include <algorithm>

#include "extract/relations/extractors.hpp"

namespace entente::relations {

namespace {

/// "The British leader" of whom the text says that he is prime minister.
bool is_told_exactly(const text::Document& document, const text::PositionClaim& claim) {
  if (!document.actors[claim.position].name.starts_with("leader of ")) return false;
  const auto& holder = document.mentions[claim.holder].actors;
  return std::any_of(
      document.positions.begin(), document.positions.end(), [&](const text::PositionClaim& other) {
        return other.position != claim.position && other.organisation == claim.organisation &&
               document.mentions[other.holder].actors == holder;
      });
}

}  // namespace

void extract_positions(SentenceAnalysis& analysis, std::vector<text::Triple>& triples) {
  const text::Document& document = analysis.document();
  for (const text::PositionClaim& claim : document.positions) {
    if (claim.sentence != analysis.sentence()) continue;
    const text::Mention& holder = document.mentions[claim.holder];
    if (holder.actors.empty() || is_told_exactly(document, claim)) continue;
    text::Triple triple;
    triple.sentence = claim.sentence;
    triple.subject = holder.actors.front();
    triple.object = claim.position;
    triple.subject_span = holder.span;
    triple.object_span = claim.span;
    triple.predicate_span = claim.span;
    triple.subject_reason = holder.reason;
    triple.subject_footing = holder.footing;
    triple.object_reason = "title in the text";
    triple.type = graph::RelationClass::holds_position;
    triple.phrase = document.text_of(claim.span);
    const std::string& office = document.actors[claim.position].name;
    triple.lemma = (claim.former ? "be former " : "be ") + office;
    triple.extractor = "position";
    triple.frame = claim.former ? "former title" : "title";
    triple.confidence = claim.confidence;
    triples.push_back(std::move(triple));
  }
}

}  // namespace entente::relations
