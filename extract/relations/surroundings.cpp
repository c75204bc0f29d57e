#include "extract/relations/surroundings.hpp"

#include <algorithm>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/noun_place.hpp"
#include "extract/relations/slot_parties.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::ActorKind;
using graph::RelationClass;
using text::Deprel;

constexpr double place_cost = 0.6;
constexpr double step_cost = 0.9;
constexpr int deepest_place = 3;

bool is_locative(std::string_view preposition) {
  return preposition == "in" || preposition == "at" || preposition == "near";
}

/// Phrases and participles that say where or how; not what somebody else does.
bool leads_to_place(const SentenceTree& tree, TokenId child) {
  if (tree.is(child, {Deprel::obl, Deprel::nmod})) return true;
  return tree.is(child, {Deprel::advcl}) && tree.marker(child) == "by";
}

class PlaceFinder {
 public:
  PlaceFinder(const SentenceAnalysis& analysis, std::span<const Party> agents)
      : analysis_(analysis), tree_(analysis.tree()), agents_(agents) {}

  [[nodiscard]] std::vector<Party> at(TokenId phrase, double cost) const {
    if (!is_locative(tree_.preposition(phrase)) || is_circumstance(tree_, phrase)) return {};
    // "a camp near the border of X": on this side of it
    if (Lexicon::built_in().in_set("border", tree_.lemma(phrase))) return {};
    auto found = analysis_.parties(phrase, Reach::owner);
    std::erase_if(found, [&](const Party& party) { return !is_abroad(party); });
    if (found.size() > 1) found.resize(1);
    for (Party& party : found) party.confidence *= cost;
    return found;
  }

 private:
  [[nodiscard]] bool is_abroad(const Party& party) const {
    const auto& actors = analysis_.document().actors;
    const graph::Actor& place = actors[party.actor];
    if (place.kind != ActorKind::country && place.kind != ActorKind::place) return false;
    return std::none_of(agents_.begin(), agents_.end(), [&](const Party& agent) {
      return actors[agent.actor].country == place.country;
    });
  }

  const SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  std::span<const Party> agents_;
};

}  // namespace

bool strikes_place(RelationClass type) {
  return type == RelationClass::assault || type == RelationClass::aid ||
         type == RelationClass::coerce;
}

bool happens_somewhere(RelationClass type) {
  return strikes_place(type) || type == RelationClass::retreat || type == RelationClass::concede ||
         type == RelationClass::mobilize;
}

std::vector<Party> place_of(const SentenceAnalysis& analysis, const Predication& predication,
                            TokenId object, std::span<const Party> agents, bool deep) {
  const SentenceTree& tree = analysis.tree();
  // "fights terrorism in X" fights nobody there
  if (Lexicon::built_in().in_set("scourge", tree.lemma(object))) return {};
  const PlaceFinder places(analysis, agents);
  std::vector<TokenId> level;
  for (const Argument& role : predication.arguments) {
    if (!role.inherited && role.slot != "subj") level.push_back(role.token);
  }
  for (const TokenId child : tree.children(object)) {
    if (tree.is(child, {Deprel::nmod})) level.push_back(child);
  }
  double cost = place_cost;
  for (int depth = 0; depth < (deep ? deepest_place : 1); ++depth, cost *= step_cost) {
    std::vector<TokenId> next;
    for (const TokenId phrase : level) {
      if (auto found = places.at(phrase, cost); !found.empty()) return found;
      for (const TokenId child : tree.children(phrase)) {
        const bool beyond = Lexicon::built_in().in_set("border", tree.lemma(phrase));
        if (!beyond && leads_to_place(tree, child)) next.push_back(child);
      }
    }
    if (depth == 0) {
      for (const TokenId child : tree.children(predication.token)) {
        if (tree.is(child, {Deprel::advcl}) && leads_to_place(tree, child)) next.push_back(child);
      }
    }
    level = std::move(next);
  }
  return {};
}

std::vector<Party> group_around(const SentenceAnalysis& analysis, TokenId noun,
                                RelationClass type) {
  const SentenceTree& tree = analysis.tree();
  std::vector<TokenId> nouns{noun};
  for (const TokenId child : tree.children(noun)) {
    // "11 of the prisoners"
    if (tree.is(child, {Deprel::nmod}) && tree.preposition(child) == "of") nouns.push_back(child);
  }
  for (const TokenId group : nouns) {
    const auto& children = tree.children(group);
    const bool exemplified = std::any_of(children.begin(), children.end(), [&](TokenId child) {
      return tree.is(child, {Deprel::nmod, Deprel::obl}) && tree.preposition(child) == "including";
    });
    if (!exemplified) continue;
    auto found = unnamed_parties(analysis, group, type);
    if (found.empty()) found = unnamed_parties(analysis, noun, type);
    return found;
  }
  return {};
}

std::vector<Party> members_of(const SentenceAnalysis& analysis, TokenId body) {
  static constexpr std::string_view verbs[] = {"compose", "comprise", "consist", "draw",
                                               "include", "involve",  "make",    "make_up"};
  const SentenceTree& tree = analysis.tree();
  for (const TokenId child : tree.children(body)) {
    if (tree.is(child, {Deprel::acl}) && is_listed(verbs, tree.lemma(child))) {
      return parties_below(analysis, child);
    }
  }
  return {};
}

std::vector<Party> takers_of(const SentenceAnalysis& analysis, TokenId object) {
  static constexpr std::string_view taking[] = {"acquire", "buy",     "consume", "get",
                                                "import",  "need",    "obtain",  "purchase",
                                                "receive", "require", "use"};
  const SentenceTree& tree = analysis.tree();
  std::vector<TokenId> goods{object};
  for (const TokenId child : tree.children(object)) {
    if (tree.is(child, {Deprel::nmod}) && tree.preposition(child) == "of") goods.push_back(child);
  }
  for (const TokenId noun : goods) {
    for (const TokenId clause : tree.children(noun)) {
      const Predication* use = analysis.clauses().of(clause);
      if (!tree.is(clause, {Deprel::acl_relcl}) || use == nullptr || use->passive ||
          !is_listed(taking, use->lemma)) {
        continue;
      }
      const Argument* taker = argument(*use, "subj");
      if (taker == nullptr || taker->inherited) continue;
      auto found = acting(analysis, analysis.parties(taker->token, Reach::direct));
      if (!found.empty()) return found;
    }
  }
  return {};
}

void add_theatre(const SentenceAnalysis& analysis, std::span<const Party> agents,
                 std::vector<Party>& targets) {
  constexpr int deepest_force = 2;
  const SentenceTree& tree = analysis.tree();
  const PlaceFinder places(analysis, agents);
  const auto is_at_work = [&](TokenId noun) {
    const Lexicon& lexicon = Lexicon::built_in();
    const auto& children = tree.children(noun);
    return lexicon.in_set("theatre", tree.lemma(noun)) ||
           std::any_of(children.begin(), children.end(), [&](TokenId child) {
             return tree.is(child, {Deprel::compound}) &&
                    lexicon.in_set("theatre", tree.lemma(child));
           });
  };
  for (std::size_t i = targets.size(); i-- > 0;) {
    const ActorKind kind = analysis.document().actors[targets[i].actor].kind;
    const bool force = kind == ActorKind::group && is_at_work(targets[i].slot);
    if (kind != ActorKind::organisation && kind != ActorKind::armed_force && !force) continue;
    std::vector<TokenId> level{targets[i].slot};
    for (int depth = 0; depth <= deepest_force; ++depth) {
      std::vector<TokenId> next;
      for (const TokenId noun : level) {
        for (const TokenId child : tree.children(noun)) {
          if (!tree.is(child, {Deprel::nmod})) continue;
          next.push_back(child);
          if (tree.preposition(child) != "in" || !is_at_work(noun)) continue;
          for (Party& place : places.at(child, place_cost)) {
            if (!contains(targets, place.actor)) targets.push_back(std::move(place));
          }
        }
      }
      level = std::move(next);
    }
  }
}

std::vector<Party> purpose_parties(const SentenceAnalysis& analysis, const Predication& predication,
                                   TokenId object, std::span<const Party> agents) {
  const SentenceTree& tree = analysis.tree();
  for (const TokenId above : {predication.token, object}) {
    for (const TokenId child : tree.children(above)) {
      if (!tree.is(child, {Deprel::advcl, Deprel::acl}) || tree.marker(child) != "to") continue;
      auto found = parties_below(analysis, child);
      std::erase_if(found, [&](const Party& party) {
        return std::any_of(agents.begin(), agents.end(),
                           [&](const Party& agent) { return agent.actor == party.actor; });
      });
      if (!found.empty()) return found;
    }
  }
  return {};
}

}  // namespace entente::relations
