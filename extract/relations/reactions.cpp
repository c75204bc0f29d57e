#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "extract/relations/act.hpp"
#include "extract/relations/extractors.hpp"
#include "extract/relations/mend_rules.hpp"
#include "extract/relations/slot_parties.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::RelationClass;
using text::Deprel;

constexpr double reaction_confidence = 0.65;

/// How somebody takes what another does: "is disappointed that B left", "criticised the fact
/// that B left", "is concerned about reports that B left".
class ReactionReader {
 public:
  ReactionReader(const SentenceAnalysis& analysis, std::vector<text::Triple>& triples)
      : analysis_(analysis), tree_(analysis.tree()), triples_(triples) {}

  void read() {
    for (const Predication& deed : analysis_.clauses().predications()) {
      const Argument* doer = argument(deed, "subj");
      if (deed.kind != PredicationKind::verb || deed.passive || doer == nullptr ||
          doer->inherited) {
        continue;
      }
      const auto noun = noun_above(deed);
      const auto feeling = noun ? tree_.head(*noun) : tree_.head(deed.token);
      const Predication* reaction = feeling ? analysis_.clauses().of(*feeling) : nullptr;
      if (reaction == nullptr || (!noun && !is_content(deed, *reaction, doer->token))) continue;
      if (const auto type = noun ? taking(*reaction, *noun) : feeling_of(*reaction)) {
        add(*reaction, *type, analysis_.parties(doer->token, Reach::direct));
      }
    }
  }

 private:
  /// "is concerned [that B left]", "is concerned [B left]"; not what is told beside it.
  [[nodiscard]] bool is_content(const Predication& deed, const Predication& reaction,
                                TokenId doer) const {
    if (!tree_.is(deed.token, {Deprel::ccomp})) return false;
    return deed.marker == "that" || left_edge(tree_, doer) == reaction.token + 1;
  }

  /// "the fact [that B left]"
  [[nodiscard]] std::optional<TokenId> noun_above(const Predication& deed) const {
    static constexpr std::string_view nouns[] = {"allegation", "claim",  "evidence",   "fact",
                                                 "indication", "report", "revelation", "news"};
    const auto noun = tree_.head(deed.token);
    const bool told = noun && tree_.is(deed.token, {Deprel::acl, Deprel::ccomp}) &&
                      tree_.marker(deed.token) == "that" && is_listed(nouns, tree_.lemma(*noun));
    return told ? noun : std::nullopt;
  }

  static std::optional<RelationClass> attitude(std::span<const Frame> frames) {
    for (const Frame& frame : frames) {
      if (frame.type == RelationClass::accuse || frame.type == RelationClass::support) {
        return frame.type;
      }
    }
    return std::nullopt;
  }

  /// "is disappointed", "regrets"
  [[nodiscard]] std::optional<RelationClass> feeling_of(const Predication& reaction) const {
    static constexpr std::string_view regretting[] = {"bemoan", "deplore", "lament", "regret"};
    if (reaction.kind == PredicationKind::adjective) {
      return attitude(Lexicon::built_in().adjective(reaction.lemma));
    }
    if (reaction.kind != PredicationKind::verb) return std::nullopt;
    // of "was alarmed" a parser makes a passive
    if (reaction.passive) {
      return attitude(Lexicon::built_in().adjective(tree_.form(reaction.token)));
    }
    return is_listed(regretting, reaction.lemma) ? std::optional(RelationClass::accuse)
                                                 : std::nullopt;
  }

  /// "criticised the fact", "is concerned about reports"
  [[nodiscard]] std::optional<RelationClass> taking(const Predication& reaction,
                                                    TokenId noun) const {
    if (tree_.is(noun, {Deprel::obl})) {
      const std::string preposition = tree_.preposition(noun);
      const bool about = preposition == "about" || preposition == "over" || preposition == "at" ||
                         preposition == "by";
      return about ? feeling_of(reaction) : std::nullopt;
    }
    if (!tree_.is(noun, {Deprel::obj}) || reaction.passive) return std::nullopt;
    for (const Frame& frame : Lexicon::built_in().verb(reaction.lemma)) {
      const bool plain = frame.slots.size() == 1 && frame.slots.front().filler == Filler::target;
      if (plain && (frame.type == RelationClass::accuse || frame.type == RelationClass::support)) {
        return frame.type;
      }
    }
    return std::nullopt;
  }

  void add(const Predication& reaction, RelationClass type, const std::vector<Party>& doers) {
    Act act;
    act.context = analysis_.context(*analysis_.clauses().index_of(reaction.token));
    if (act.context.polarity == graph::Polarity::negated || !reaction.surface_subject) return;
    act.type = type;
    act.agents = acting(analysis_, analysis_.parties(*reaction.surface_subject, Reach::owner));
    act.words = {reaction.token};
    act.lemma = tree_.lemma(reaction.token) + " that";
    act.frame = "reaction";
    act.confidence = reaction_confidence;
    for (const Party& doer : doers) {
      const bool self = std::any_of(act.agents.begin(), act.agents.end(),
                                    [&](const Party& agent) { return agent.actor == doer.actor; });
      if (!self && !doer.unnamed) act.targets.push_back(doer);
    }
    if (!act.targets.empty()) add_triples(analysis_, act, "reactions", triples_);
  }

  const SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  std::vector<text::Triple>& triples_;
};

}  // namespace

void extract_reactions(SentenceAnalysis& analysis, std::vector<text::Triple>& triples) {
  ReactionReader(analysis, triples).read();
}

}  // namespace entente::relations
