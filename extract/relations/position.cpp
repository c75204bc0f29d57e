#include <algorithm>
#include <array>
#include <string_view>

#include "extract/relations/extractors.hpp"

namespace entente::relations {

namespace {

/// What is said again of who holds an office: "the monarch", "the British leader".
bool is_general(std::string_view office) {
  static constexpr std::array<std::string_view, 5> words{"leader of ", "monarch of ", "ruler of ",
                                                         "strongman of ", "head of state of "};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return office.starts_with(word); });
}

/// "The British leader" of whom the text says that he is prime minister.
bool is_told_exactly(const text::Document& document, const text::PositionClaim& claim) {
  if (!is_general(document.actors[claim.position].name)) return false;
  const auto& holder = document.mentions[claim.holder].actors;
  return std::any_of(
      document.positions.begin(), document.positions.end(), [&](const text::PositionClaim& other) {
        return other.position != claim.position && other.organisation == claim.organisation &&
               !is_general(document.actors[other.position].name) &&
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
