#include "extract/relations/meant_parties.hpp"

#include <algorithm>
#include <utility>

#include "extract/relations/surroundings.hpp"
#include "extract/relations/told_events.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::ActorKind;
using graph::RelationClass;
using text::Deprel;

/// "the request", "the offer", "the charge": it has an author.
bool is_word(RelationClass type) {
  return type == RelationClass::request || type == RelationClass::accuse ||
         type == RelationClass::agree || type == RelationClass::threaten;
}

bool is_locative_slot(const SentenceTree& tree, TokenId phrase) {
  const std::string preposition = tree.preposition(phrase);
  return preposition == "in" || preposition == "at" || preposition == "near";
}

/// "two French soldiers", not "two soldiers" of whom more was told elsewhere.
bool tells_whose(const SentenceAnalysis& analysis, TokenId word) {
  const text::Mention* mention = analysis.finder().mention_at(word);
  if (mention == nullptr) return false;
  for (TokenId token = mention->first; token < mention->last; ++token) {
    const char initial = analysis.tree().form(token).front();
    if (initial >= 'A' && initial <= 'Z') return true;
  }
  return false;
}

/// The parties with a name that the word itself is, or whose it is by a possessive.
std::vector<Party> named_victims(const SentenceAnalysis& analysis, TokenId word, bool people,
                                 std::span<const Party> subjects) {
  const auto& actors = analysis.document().actors;
  auto found = people && tells_whose(analysis, word) ? analysis.parties(word, Reach::direct)
                                                     : std::vector<Party>{};
  if (const auto owner = analysis.tree().child(word, {Deprel::nmod_poss}); owner && found.empty()) {
    found = analysis.parties(*owner, Reach::direct);
  }
  erase_subjects(found, subjects);
  std::erase_if(found, [&](const Party& party) {
    return party.unnamed || actors[party.actor].kind == ActorKind::place;
  });
  return found;
}

/// "struck a rebel base in B", "wounded French soldiers in B", "froze A's assets in B": whom it
/// befalls, wherever that was.
void prefer_owner_to_place(const SentenceAnalysis& analysis, std::span<const Party> subjects,
                           FrameMatch& match) {
  const SentenceTree& tree = analysis.tree();
  const bool forcible = match.frame->type == RelationClass::assault ||
                        match.frame->type == RelationClass::coerce ||
                        match.frame->type == RelationClass::sanction;
  if (!forcible || match.words.empty() || match.targets.empty()) return;
  const TokenId word = match.words.front();
  const bool located =
      std::all_of(match.targets.begin(), match.targets.end(),
                  [&](const Party& target) { return is_locative_slot(tree, target.slot); });
  if (!located) return;
  // "ordered the closure of X's consulate in Y"
  if (match.named && match.named != word && match.frame->type == RelationClass::sanction) {
    if (auto mission = named_victims(analysis, *match.named, true, subjects); !mission.empty()) {
      match.targets = std::move(mission);
      return;
    }
  }
  const bool people = match.frame->type != RelationClass::sanction;
  // "killed eight policemen in B"; of "ten people" nothing more is known than where they were
  const bool known = people && tree.lemma(word) != "people" && tree.lemma(word) != "person";
  auto victims = known ? analysis.finder().unnamed(tree, word) : std::vector<Party>{};
  std::erase_if(victims, [&](const Party& party) {
    const auto kind = analysis.document().actors[party.actor].kind;
    return kind != ActorKind::group && kind != ActorKind::person;
  });
  if (!victims.empty()) {
    match.targets = std::move(victims);
    return;
  }
  if (auto named = named_victims(analysis, word, people, subjects); !named.empty()) {
    match.targets = std::move(named);
    return;
  }
  const auto& actors = analysis.document().actors;
  const bool place =
      std::all_of(match.targets.begin(), match.targets.end(), [&](const Party& target) {
        const auto kind = actors[target.actor].kind;
        return kind == ActorKind::place || kind == ActorKind::country;
      });
  if (match.frame->type != RelationClass::assault || !place || !has_body(tree, word)) return;
  auto owners = owners_of(analysis, {&word, 1});
  std::erase_if(owners, [&](const Party& owner) {
    const auto kind = actors[owner.actor].kind;
    return kind != ActorKind::armed_force && kind != ActorKind::organisation &&
           kind != ActorKind::group;
  });
  if (!owners.empty()) match.targets = std::move(owners);
}

/// "greeted the premier of B, X": X, and no B.
void prefer_named_holder(const SentenceAnalysis& analysis, std::span<const Party> subjects,
                         FrameMatch& match) {
  const SentenceTree& tree = analysis.tree();
  const auto type = match.frame->type;
  if (match.words.empty() || match.targets.empty() ||
      (type != RelationClass::consult && type != RelationClass::accuse)) {
    return;
  }
  const bool office =
      std::all_of(match.targets.begin(), match.targets.end(), [&](const Party& target) {
        const std::string preposition = tree.preposition(target.slot);
        return (preposition == "of" || preposition == "from") &&
               tree.head(target.slot) == match.words.front();
      });
  if (!office) return;
  auto named = analysis.parties(match.words.front(), Reach::direct);
  std::erase_if(named, [&](const Party& party) {
    return party.unnamed || analysis.document().actors[party.actor].kind != ActorKind::person;
  });
  erase_subjects(named, subjects);
  if (!named.empty()) match.targets = std::move(named);
}

/// Whom a phrase of the noun names: "the treatment [of Y]".
std::vector<Party> owners_by(const SentenceAnalysis& analysis, std::string_view preposition,
                             TokenId noun) {
  const SentenceTree& tree = analysis.tree();
  for (const TokenId child : tree.children(noun)) {
    if (tree.is(child, {Deprel::nmod}) && tree.preposition(child) == preposition) {
      return analysis.parties(child, Reach::direct);
    }
  }
  return {};
}

/// "rejected Iran's offer to Iraq", "opposed X's plans for Y": whose it is.
void prefer_maker(const SentenceAnalysis& analysis, const Predication& predication,
                  std::span<const Party> subjects, FrameMatch& match) {
  const SentenceTree& tree = analysis.tree();
  const Argument* object = argument(predication, "obj");
  if (object == nullptr || match.words.empty() || match.words.front() != object->token) return;
  const EventNoun* noun = event_noun(tree, object->token).entry;
  // "recognised Kosovo's independence from Serbia" needs no event noun
  if (match.frame->type == RelationClass::support) {
    if (noun != nullptr) return;
    const auto owner = tree.child(object->token, {Deprel::nmod_poss});
    if (!owner) return;
    auto owners = analysis.parties(*owner, Reach::direct);
    erase_subjects(owners, subjects);
    if (!owners.empty()) match.targets = std::move(owners);
    return;
  }
  // "left the Geneva talks with B": the other side is named
  if (noun != nullptr && (graph::quad_of(noun->type) == graph::Quad::material_conflict ||
                          noun->type == RelationClass::consult)) {
    return;
  }
  // "opposed X's plans for Y"
  if (noun == nullptr && match.frame->type != RelationClass::reject) return;
  std::vector<Party> makers;
  const bool of_somebody = !owners_by(analysis, "of", object->token).empty();
  for (const TokenId child : tree.children(object->token)) {
    if (!tree.is(child, {Deprel::nmod_poss, Deprel::amod, Deprel::compound})) continue;
    // "opposed the NATO membership of X"
    if (of_somebody && !tree.is(child, {Deprel::nmod_poss})) continue;
    for (Party& party : analysis.parties(child, Reach::direct)) makers.push_back(party);
  }
  erase_subjects(makers, subjects);
  if (!makers.empty()) match.targets = std::move(makers);
}

/// "condemned X's treatment of Y" blames X; without X, nobody.
void prefer_doer(const SentenceAnalysis& analysis, std::span<const Party> subjects,
                 FrameMatch& match) {
  const SentenceTree& tree = analysis.tree();
  if (match.frame->type != RelationClass::accuse || match.words.empty()) return;
  const TokenId deed = match.words.front();
  const auto owner = tree.child(deed, {Deprel::nmod_poss});
  auto doers = owner ? analysis.parties(*owner, Reach::direct) : std::vector<Party>{};
  erase_subjects(doers, subjects);
  if (!doers.empty()) {
    match.targets = std::move(doers);
  } else if (tree.lemma(deed) == "treatment" || tree.lemma(deed) == "handling") {
    const auto suffers = owners_by(analysis, "of", deed);
    std::erase_if(match.targets, [&](const Party& target) {
      return std::any_of(suffers.begin(), suffers.end(),
                         [&](const Party& other) { return other.actor == target.actor; });
    });
  }
}

/// "recalled its envoy over B's remarks", "in response to the raid by B": who gave cause.
std::vector<Party> provokers(const SentenceAnalysis& analysis, const Predication& predication,
                             std::span<const Party> subjects) {
  const SentenceTree& tree = analysis.tree();
  static constexpr std::string_view causes[] = {"in_protest",  "in_reaction",    "in_reprisal",
                                                "in_response", "in_retaliation", "over"};
  std::vector<std::pair<std::string, TokenId>> reasons;
  for (const Argument& role : predication.arguments) {
    if (role.inherited) continue;
    reasons.emplace_back(role.slot, role.token);
    if (role.slot != "obj") continue;
    for (const TokenId child : tree.children(role.token)) {
      if (tree.is(child, {Deprel::nmod})) reasons.emplace_back(tree.preposition(child), child);
    }
  }
  for (const auto& [slot, reason] : reasons) {
    if (!is_listed(causes, slot)) continue;
    std::vector<TokenId> deeds{reason};
    if (slot != "over") {
      deeds.clear();
      for (const TokenId child : tree.children(reason)) {
        if (tree.is(child, {Deprel::nmod, Deprel::obl})) deeds.push_back(child);
      }
    }
    auto found = filling_parties(analysis, deeds, Reach::culprit);
    erase_subjects(found, subjects);
    std::erase_if(found, [&](const Party& party) {
      return !can_act(analysis.document().actors[party.actor]);
    });
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace

bool takes_side(RelationClass type) {
  return type == RelationClass::reject || type == RelationClass::agree ||
         type == RelationClass::support;
}

void erase_subjects(std::vector<Party>& parties, std::span<const Party> subjects) {
  std::erase_if(parties, [&](const Party& party) {
    return std::any_of(subjects.begin(), subjects.end(),
                       [&](const Party& subject) { return subject.actor == party.actor; });
  });
}

std::vector<Party> filling_parties(const SentenceAnalysis& analysis,
                                   std::span<const TokenId> tokens, Reach reach) {
  std::vector<Party> found;
  for (const TokenId token : tokens) {
    for (Party& party : analysis.parties(token, reach)) {
      const auto kind = analysis.document().actors[party.actor].kind;
      if (kind != ActorKind::position) found.push_back(std::move(party));
    }
  }
  return found;
}

std::vector<Party> owners_of(const SentenceAnalysis& analysis, std::span<const TokenId> words) {
  for (const TokenId word : words) {
    auto found = analysis.finder().owners(analysis.tree(), word);
    if (!found.empty()) return found;
  }
  return {};
}

Reach reach_of(const SentenceTree& tree, const Predication& predication, RelationClass type,
               TokenId token) {
  const EventNoun* noun = event_noun(tree, token).entry;
  const bool hostile =
      noun != nullptr && graph::quad_of(noun->type) == graph::Quad::material_conflict;
  if (type == RelationClass::accuse) return Reach::culprit;
  // "denied any part in the poisoning of X" answers not X, but who blames one for it
  const bool denies = type == RelationClass::reject && predication.lemma == "deny";
  // "denied the charge": of whom it was told before
  if (denies && noun != nullptr && noun->type == RelationClass::accuse) return Reach::culprit;
  if (takes_side(type) && noun != nullptr && is_word(noun->type)) return Reach::author;
  // "dismissed the claim": of whoever made it
  const Lexicon& lexicon = Lexicon::built_in();
  if (takes_side(type) && (lexicon.in_set("accusation", tree.lemma(token)) ||
                           lexicon.in_set("statement", tree.lemma(token)))) {
    return Reach::author;
  }
  // "hailed the move": of whom it was told before
  if (takes_side(type) && takes_up_deed(tree, token)) return Reach::culprit;
  // "introduced a law on X" does nothing for X
  const bool law = type != RelationClass::threaten && noun == nullptr &&
                   Lexicon::built_in().in_set("law", tree.lemma(token));
  if (law && target_reach(type) == Reach::agent_or_target) return Reach::owner;
  // "hailed the offensive": whose it was is told before
  const bool force =
      hostile || (noun == nullptr && Lexicon::built_in().in_set("hostility", tree.lemma(token)));
  if (force && type == RelationClass::support && !tree.child(token, {Deprel::nmod})) {
    return Reach::culprit;
  }
  return hostile || denies ? Reach::agent : target_reach(type);
}

std::vector<Party> unnamed_targets(const SentenceAnalysis& analysis, const Predication& predication,
                                   RelationClass type, std::span<const TokenId> tokens) {
  const Argument* told = argument(predication, "iobj");
  const bool two = argument(predication, "obj") != nullptr;
  for (const TokenId token : tokens) {
    // "called China an assassin"; who is told or warned is told no more than he is named for
    if (told != nullptr && (two || type != RelationClass::request || token != told->token)) {
      return {};
    }
    // "broke the accord by an assault on B"
    if (analysis.tree().preposition(token) == "by") continue;
    auto found = nameless_doers(analysis, token, type);
    if (found.empty()) found = unnamed_parties(analysis, token, type);
    if (!found.empty()) return found;
  }
  return {};
}

void prefer_accuser(const SentenceAnalysis& analysis, TokenId charge,
                    std::span<const Party> subjects, std::vector<Party>& targets) {
  const SentenceTree& tree = analysis.tree();
  const EventNoun* noun = event_noun(tree, charge).entry;
  if (noun == nullptr || noun->type != RelationClass::accuse || subjects.empty() ||
      std::none_of(targets.begin(), targets.end(), [](const Party& party) {
        return party.footing == text::Footing::inferred && party.reason == told_before_reason;
      })) {
    return;
  }
  auto found = analysis.finder().accusers_of(tree, charge, subjects.front());
  if (!found.empty()) targets = std::move(found);
}

std::vector<Party> accusers(const SentenceAnalysis& analysis, const Predication& predication,
                            TokenId charge, std::span<const Party> subjects) {
  const SentenceTree& tree = analysis.tree();
  static constexpr std::string_view charges[] = {"accusation", "allegation", "assertion",
                                                 "charge",     "claim",      "suggestion"};
  if (predication.link != Link::relative || tree.head(predication.token) != charge ||
      std::find(std::begin(charges), std::end(charges), tree.lemma(charge)) == std::end(charges)) {
    return {};
  }
  for (auto above = tree.head(charge); above; above = tree.head(*above)) {
    const Predication* charging = analysis.clauses().of(*above);
    if (charging == nullptr || charging->kind != PredicationKind::verb) continue;
    const Operator op = operator_of(tree, *charging);
    const auto plain = Lexicon::built_in().verb(charging->lemma);
    const bool blames = std::any_of(plain.begin(), plain.end(), [](const Frame& frame) {
      return frame.type == RelationClass::accuse;
    });
    if (op != Operator::accuse && op != Operator::say && !blames) continue;
    auto found = subject_parties(analysis, *charging);
    erase_subjects(found, subjects);
    return found;
  }
  return {};
}

namespace {

/// "lodged a protest after A's missiles fell near it": who did what the protest follows.
std::vector<Party> doers_before(const SentenceAnalysis& analysis, const Predication& predication,
                                std::span<const Party> subjects) {
  const SentenceTree& tree = analysis.tree();
  for (const TokenId child : tree.children(predication.token)) {
    if (!tree.is(child, {Deprel::advcl}) || tree.marker(child) != "after") continue;
    const Predication* cause = analysis.clauses().of(child);
    const Argument* doer = cause == nullptr ? nullptr : argument(*cause, "subj");
    if (doer == nullptr) continue;
    auto found = acting(analysis, analysis.parties(doer->token, Reach::owner));
    erase_subjects(found, subjects);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace

std::vector<Party> parties_around(const SentenceAnalysis& analysis, const Predication& predication,
                                  RelationClass type, std::span<const Party> subjects) {
  const SentenceTree& tree = analysis.tree();
  const Argument* object = argument(predication, "obj");
  if (object == nullptr) return {};
  if (type == RelationClass::aid || type == RelationClass::cooperate) {
    auto takers = takers_of(analysis, object->token);
    erase_subjects(takers, subjects);
    if (!takers.empty()) return takers;
    auto found = purpose_parties(analysis, predication, object->token, subjects);
    if (!found.empty()) return found;
  }
  if (type == RelationClass::sanction || type == RelationClass::protest) {
    auto found = provokers(analysis, predication, subjects);
    if (!found.empty()) return found;
  }
  if (type == RelationClass::accuse &&
      Lexicon::built_in().in_set("protest", tree.lemma(object->token))) {
    auto found = doers_before(analysis, predication, subjects);
    if (!found.empty()) return found;
  }
  // "enforced the A sanctions", "joined an A operation": whose act it is, not whom it strikes
  const bool deed = event_noun(tree, object->token).entry != nullptr ||
                    Lexicon::built_in().in_set("hostility", tree.lemma(object->token));
  const bool owned = deed && !analysis.finder().owners(tree, object->token).empty();
  auto found = happens_somewhere(type) && !owned
                   ? place_of(analysis, predication, object->token, subjects, true)
                   : std::vector<Party>{};
  if (!found.empty() || !reaches_deep(type) || type == RelationClass::agree ||
      type == RelationClass::cooperate) {
    return found;
  }
  if (owned) return found;
  // "opened talks in Cairo" with whom?
  found = phrase_parties(analysis, object->token);
  if (type == RelationClass::consult) {
    // "talks with the public in a [British] city", "a message [from] X"
    std::erase_if(found, [&](const Party& party) {
      const auto head = tree.head(party.slot);
      return analysis.document().actors[party.actor].kind == ActorKind::place ||
             tree.preposition(party.slot) == "from" ||
             (head && Lexicon::built_in().in_set("territory", tree.lemma(*head)));
    });
  }
  return found;
}

namespace {

/// A minister answers no claim of his own government's, whoever spoke last.
void drop_own_side(const SentenceAnalysis& analysis, std::span<const Party> subjects,
                   FrameMatch& match) {
  const auto& actors = analysis.document().actors;
  std::erase_if(match.targets, [&](const Party& target) {
    if (target.reason != told_before_reason) return false;
    const graph::Actor& other = actors[target.actor];
    return std::any_of(subjects.begin(), subjects.end(), [&](const Party& subject) {
      const graph::Actor& who = actors[subject.actor];
      return target.actor == subject.actor ||
             (!who.country.empty() && who.country == other.country &&
              (who.sector == "GOV" || who.kind == ActorKind::country) &&
              (other.sector == "GOV" || other.kind == ActorKind::country));
    });
  });
}

}  // namespace

void prefer_meant(const SentenceAnalysis& analysis, const Predication& predication,
                  std::span<const Party> subjects, FrameMatch& match) {
  prefer_owner_to_place(analysis, subjects, match);
  prefer_named_holder(analysis, subjects, match);
  if (takes_side(match.frame->type)) prefer_maker(analysis, predication, subjects, match);
  prefer_doer(analysis, subjects, match);
  drop_own_side(analysis, subjects, match);
}

}  // namespace entente::relations
