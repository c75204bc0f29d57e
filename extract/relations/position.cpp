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

/// A member of a party or group holds no office there; who sits in a parliament does.
bool is_membership(const text::Document& document, const text::PositionClaim& claim) {
  if (!claim.organisation) return false;
  const graph::Actor& body = document.actors[*claim.organisation];
  const std::string& name = document.actors[claim.position].name;
  const std::string_view office = std::string_view(name).substr(0, name.find(" of "));
  if (name.find("member of parliament") != std::string::npos ||
      name.starts_with("member of Congress"))
    return false;
  const bool body_kind = body.kind == graph::ActorKind::organisation ||
                         body.kind == graph::ActorKind::armed_force ||
                         body.kind == graph::ActorKind::company;
  return body_kind && body.sector != "LEG" && (office == "member" || office.ends_with(" member"));
}

/// "The British leader" of whom the text says that he is prime minister.
bool is_told_exactly(const text::Document& document, const text::PositionClaim& claim) {
  if (!is_general(document.actors[claim.position].name)) return false;
  const auto& holder = document.mentions[claim.holder].actors;
  return std::any_of(
      document.positions.begin(), document.positions.end(), [&](const text::PositionClaim& other) {
        return other.position != claim.position && other.organisation == claim.organisation &&
               !is_general(document.actors[other.position].name) &&
               !is_membership(document, other) && document.mentions[other.holder].actors == holder;
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
    const bool member = is_membership(document, claim);
    triple.object = member ? *claim.organisation : claim.position;
    triple.subject_span = holder.span;
    triple.object_span = claim.span;
    triple.predicate_span = claim.span;
    triple.subject_reason = holder.reason;
    triple.subject_footing = holder.footing;
    triple.object_reason = "title in the text";
    triple.type = member ? graph::RelationClass::member_of : graph::RelationClass::holds_position;
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
