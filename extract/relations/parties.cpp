#include "extract/relations/parties.hpp"

#include <algorithm>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/words.hpp"
#include "util/lower.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Mention;

constexpr double step_cost = 0.88;

/// "a court in Bishkek", "workers in Brazil" may act for where they are.
bool denotes_people(const SentenceTree& tree, TokenId token) {
  static constexpr std::string_view sets[] = {"individual", "crowd", "troops", "suspect",
                                              "alliance"};
  const Lexicon& lexicon = Lexicon::built_in();
  return std::any_of(std::begin(sets), std::end(sets),
                     [&](std::string_view set) { return lexicon.in_set(set, tree.lemma(token)); });
}

/// A noun made of a verb, "removal" or "diversion", that is likely to have its object
/// after "of". Not "the decision of X".
bool names_a_deed(std::string_view noun) {
  static constexpr std::string_view endings[] = {"al", "ing", "ment", "sion", "tion"};
  static constexpr std::string_view of_the_doer[] = {
      "action",    "administration", "ambition",   "arsenal",  "assertion", "aspiration",
      "condition", "decision",       "government", "inaction", "intention", "opposition",
      "position",  "proposal",       "reaction",   "refusal",  "situation", "statement"};
  return std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return noun.ends_with(ending); }) &&
         std::find(std::begin(of_the_doer), std::end(of_the_doer), noun) == std::end(of_the_doer);
}

/// "[A] is among the groups expelled by B", "A is one of three men held by B".
std::optional<TokenId> one_among(const SentenceTree& tree, TokenId token) {
  if (tree.at(token).features.number != text::Number::plural) return std::nullopt;
  TokenId said = token;
  if (tree.preposition(token) == "of" && tree.is(token, {Deprel::nmod}) && tree.head(token) &&
      tree.lemma(*tree.head(token)) == "one") {
    said = *tree.head(token);
  } else if (tree.preposition(token) != "among") {
    return std::nullopt;
  }
  if (!tree.child(said, {Deprel::cop})) return std::nullopt;
  const auto who = tree.child(said, {Deprel::nsubj});
  return who && *who < said ? who : std::nullopt;
}

/// "partners, including A and B"; "states such as A and B": who is meant.
std::vector<TokenId> instances(const SentenceTree& tree, TokenId token) {
  if (tree.at(token).upos != text::Upos::noun || event_noun(tree, token).entry != nullptr)
    return {};
  if (const auto one = one_among(tree, token)) {
    std::vector<TokenId> members{*one};
    for (const TokenId conjunct : tree.conjuncts(*one)) members.push_back(conjunct);
    return members;
  }
  for (const TokenId child : tree.children(token)) {
    if (!tree.is(child, {Deprel::nmod, Deprel::compound, Deprel::obl})) continue;
    const std::string preposition = tree.preposition(child);
    if (preposition != "include" && preposition != "including" && preposition != "such_as")
      continue;
    std::vector<TokenId> members{child};
    for (const TokenId conjunct : tree.conjuncts(child)) members.push_back(conjunct);
    return members;
  }
  return {};
}

/// "hailed the report on Twitter": a place to speak in, and no party to what is said.
bool is_medium(const SentenceTree& tree, TokenId token) {
  static constexpr std::string_view media[] = {"facebook", "instagram", "telegram", "tiktok",
                                               "twitter",  "weibo",     "whatsapp", "youtube"};
  const std::string preposition = tree.preposition(token);
  if (preposition != "on" && preposition != "via" && preposition != "through") return false;
  const std::string name = util::lower(tree.form(token));
  return std::find(std::begin(media), std::end(media), name) != std::end(media);
}

/// "by Albania but not by Serbia"
bool is_excluded(const SentenceTree& tree, TokenId conjunct) {
  const auto adverb = tree.child(conjunct, {Deprel::advmod});
  return adverb && tree.lemma(*adverb) == "not";
}

/// "fields belonging to X"
bool belongs_to(const SentenceTree& tree, TokenId clause, TokenId phrase) {
  return tree.lemma(clause) == "belong" && tree.is(phrase, {Deprel::obl}) &&
         tree.preposition(phrase) == "to";
}

bool is_homeland(const SentenceTree& tree, TokenId token) {
  const std::string& lemma = tree.lemma(token);
  return lemma == "country" || lemma == "nation" || lemma == "homeland" || lemma == "government";
}

}  // namespace

bool contains(const std::vector<Party>& parties, std::uint32_t actor) {
  return std::any_of(parties.begin(), parties.end(),
                     [&](const Party& party) { return party.actor == actor; });
}

bool is_apart(const SentenceTree& tree, TokenId token) {
  const Lexicon& lexicon = Lexicon::built_in();
  return lexicon.in_set("follower", tree.lemma(token)) || lexicon.in_set("kin", tree.lemma(token));
}

PartyFinder::PartyFinder(const text::Document& document, const ToldEvents* told)
    : document_(document),
      told_(told),
      by_head_(document.tokens.size(), -1),
      unnamed_here_(document.tokens.size(), -1) {
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    const Mention& mention = document.mentions[i];
    if (mention.actors.empty()) continue;
    (mention.unnamed ? unnamed_here_ : by_head_)[mention.head] = static_cast<std::int32_t>(i);
  }
}

bool PartyFinder::names_person(TokenId token) const {
  const Mention* mention = mention_at(token);
  return mention != nullptr && mention->actors.size() == 1 &&
         document_.actors[mention->actors.front()].kind == graph::ActorKind::person;
}

const Mention* PartyFinder::mention_at(TokenId token) const {
  const std::int32_t index = by_head_[token];
  return index < 0 ? nullptr : &document_.mentions[static_cast<std::size_t>(index)];
}

void PartyFinder::add_mention(const Mention& mention, int distance,
                              std::vector<Party>& found) const {
  double confidence = mention.confidence;
  const util::TextSpan span = naming_span(mention);
  for (int i = 0; i < distance; ++i) confidence *= step_cost;
  for (const std::uint32_t actor : mention.actors) {
    if (contains(found, actor)) continue;
    found.push_back({actor,
                     span,
                     mention.reason,
                     mention.footing,
                     confidence,
                     distance,
                     mention.actors.size() > 1,
                     mention.unnamed,
                     mention.head,
                     {}});
  }
}

/// Where the sentence itself names whom a pronoun means, those words are the evidence.
util::TextSpan PartyFinder::naming_span(const Mention& mention) const {
  if (mention.kind != text::MentionKind::pronoun || mention.actors.size() != 1) {
    return mention.span;
  }
  const std::int32_t own = (mention.unnamed ? unnamed_here_ : by_head_)[mention.head];
  for (std::int32_t i = own; i-- > 0;) {
    const Mention& earlier = document_.mentions[static_cast<std::size_t>(i)];
    if (earlier.sentence != mention.sentence) break;
    if (earlier.kind != text::MentionKind::pronoun && earlier.actors == mention.actors) {
      return earlier.span;
    }
  }
  return mention.span;
}

/// The word itself, else what it is in apposition to.
bool PartyFinder::add_named(const SentenceTree& tree, TokenId token, int distance,
                            std::vector<Party>& found) const {
  // "defend themselves" is about nobody else
  const std::string_view form = tree.form(token);
  if (form.ends_with("self") || form.ends_with("selves") || is_medium(tree, token)) return false;
  if (const Mention* mention = name_given_to(tree, token)) {
    add_mention(*mention, distance, found);
    return true;
  }
  if (const Mention* mention = mention_at(token)) {
    add_mention(*mention, distance, found);
    return true;
  }
  for (const TokenId child : tree.children(token)) {
    if (!tree.is(child, {Deprel::appos, Deprel::flat, Deprel::nmod_desc})) continue;
    if (const Mention* mention = mention_at(child)) {
      // "a court in the capital, X": the court is not the town
      const bool place = document_.actors[mention->actors.front()].kind == graph::ActorKind::place;
      add_mention(*mention, place && distance < furthest_party ? distance + 1 : distance, found);
      return true;
    }
  }
  return false;
}

/// "a relief group known as X"
const Mention* PartyFinder::name_given_to(const SentenceTree& tree, TokenId noun) const {
  if (tree.at(noun).upos != text::Upos::noun) return nullptr;
  for (const TokenId child : tree.children(noun)) {
    if (!tree.is(child, {Deprel::acl})) continue;
    const std::string& verb = tree.lemma(child);
    if (verb != "call" && verb != "dub" && verb != "know" && verb != "name") continue;
    for (const TokenId name : tree.children(child)) {
      const bool as = tree.is(name, {Deprel::obl}) && tree.preposition(name) == "as";
      if (!as && !tree.is(name, {Deprel::obj, Deprel::xcomp})) continue;
      const Mention* mention = mention_at(name);
      if (mention != nullptr && mention->kind == text::MentionKind::name) return mention;
    }
  }
  return nullptr;
}

bool PartyFinder::add_by_preposition(const SentenceTree& tree, TokenId token,
                                     const std::vector<std::string_view>& prepositions, Reach reach,
                                     int distance, std::vector<Party>& found) const {
  const std::size_t before = found.size();
  for (const TokenId child : tree.children(token)) {
    if (!tree.is(child, {Deprel::nmod, Deprel::obl})) continue;
    const std::string preposition = tree.preposition(child);
    if (std::find(prepositions.begin(), prepositions.end(), preposition) == prepositions.end()) {
      continue;
    }
    // "suspects in the attack on X" are not X
    const EventNoun* deed = event_noun(tree, child).entry;
    if (deed != nullptr && deed->type == graph::RelationClass::assault &&
        denotes_people(tree, token)) {
      continue;
    }
    std::vector<TokenId> members{child};
    for (const TokenId conjunct : tree.conjuncts(child)) members.push_back(conjunct);
    for (const TokenId member : members) {
      if (!add_named(tree, member, distance, found) && distance < furthest_party) {
        add_owner(tree, member, reach, distance + 1, found);
      }
    }
  }
  return found.size() > before;
}

/// "every offer made by X".
bool PartyFinder::add_by_participle(const SentenceTree& tree, TokenId token, Reach reach,
                                    int distance, std::vector<Party>& found) const {
  const std::size_t before = found.size();
  for (const TokenId child : tree.children(token)) {
    if (!tree.is(child, {Deprel::acl}) || is_mediation(tree, child)) continue;
    for (const TokenId agent : tree.children(child)) {
      const bool by = tree.is(agent, {Deprel::obl_agent}) ||
                      (tree.is(agent, {Deprel::obl}) && tree.preposition(agent) == "by") ||
                      belongs_to(tree, child, agent);
      if (!by) continue;
      std::vector<TokenId> members{agent};
      for (const TokenId conjunct : tree.conjuncts(agent)) members.push_back(conjunct);
      for (const TokenId member : members) {
        if (!add_named(tree, member, distance, found) && distance < furthest_party) {
          add_owner(tree, member, reach, distance + 1, found);
        }
      }
    }
  }
  return found.size() > before;
}

/// "Freedonian opponents": only the adjective says whose they are.
void PartyFinder::add_nationality(const SentenceTree& tree, TokenId token, int distance,
                                  std::vector<Party>& found) const {
  for (const TokenId child : tree.children(token)) {
    if (tree.is(child, {Deprel::amod})) add_named(tree, child, distance, found);
  }
}

/// "arrested an American man": him, not his state.
bool PartyFinder::add_compatriots(const SentenceTree& tree, TokenId token,
                                  std::vector<Party>& found) const {
  const std::int32_t index = unnamed_here_[token];
  if (index < 0) return false;
  const Mention& mention = document_.mentions[static_cast<std::size_t>(index)];
  const auto kind = document_.actors[mention.actors.front()].kind;
  if (kind != graph::ActorKind::person && kind != graph::ActorKind::group) return false;
  const auto& children = tree.children(token);
  const bool national = std::any_of(children.begin(), children.end(), [&](TokenId child) {
    const Mention* state = mention_at(child);
    return tree.is(child, {Deprel::amod, Deprel::compound}) && state != nullptr &&
           state->kind == text::MentionKind::adjective;
  });
  if (national) add_mention(mention, 0, found);
  return national;
}

/// "the government websites of X": the government is X's, whichever was told of before.
bool PartyFinder::is_general(const SentenceTree& tree, TokenId noun, TokenId modifier) const {
  if (!tree.is(modifier, {Deprel::compound}) || tree.at(modifier).upos != text::Upos::noun) {
    return false;
  }
  const auto& children = tree.children(noun);
  return std::any_of(children.begin(), children.end(), [&](TokenId child) {
    if (!tree.is(child, {Deprel::nmod}) || tree.preposition(child) != "of") return false;
    const Mention* mention = mention_at(child);
    return mention != nullptr && mention->kind == text::MentionKind::name;
  });
}

void PartyFinder::add_owner(const SentenceTree& tree, TokenId token, Reach reach, int distance,
                            std::vector<Party>& found) const {
  static const std::vector<std::string_view> makers{"by"};
  static const std::vector<std::string_view> of{"of"};
  static const std::vector<std::string_view> about{"between", "with",   "from",    "against",
                                                   "on",      "in",     "for",     "to",
                                                   "over",    "toward", "towards", "about"};
  static const std::vector<std::string_view> of_people{"for", "from", "in", "to", "with"};
  static const std::vector<std::string_view> theirs{"between", "with", "in", "over", "about"};
  const std::size_t before = found.size();
  // who stands against X, or beside him, is not X
  if (is_apart(tree, token)) return add_nationality(tree, token, distance, found);
  // beyond "its border with X" lies X
  if (Lexicon::built_in().in_set("border", tree.lemma(token)) &&
      add_by_preposition(tree, token, {"with"}, reach, distance, found)) {
    return;
  }
  for (const TokenId child : tree.children(token)) {
    if (!tree.is(child, {Deprel::nmod_poss, Deprel::amod, Deprel::compound, Deprel::nmod_desc})) {
      continue;
    }
    if (is_general(tree, token, child)) continue;
    // "his country" is not he
    if (is_homeland(tree, token) && names_person(child)) continue;
    if (!add_named(tree, child, distance, found) && tree.is(child, {Deprel::nmod_poss}) &&
        distance < furthest_party) {
      add_owner(tree, child, reach, distance + 1, found);
    }
    for (const TokenId conjunct : tree.conjuncts(child)) add_named(tree, conjunct, distance, found);
  }
  if (found.size() > before) return;
  if (add_by_preposition(tree, token, makers, reach, distance, found)) return;
  // "a militia armed by X" is not X
  if (!denotes_people(tree, token) && add_by_participle(tree, token, reach, distance, found))
    return;
  // "the release of [prisoners by B]"
  for (const TokenId child : tree.children(token)) {
    if (!tree.is(child, {Deprel::nmod}) || tree.preposition(child) != "of") continue;
    if (add_by_preposition(tree, child, makers, reach, distance, found)) return;
  }

  const EventNoun* event = event_noun(tree, token).entry;
  if (event != nullptr) {
    const auto& targets = event->target_prepositions;
    if (of_names_doer(tree, token, *event) &&
        add_by_preposition(tree, token, of, reach, distance, found))
      return;
    if (reach == Reach::agent_or_target || reach == Reach::sides || reach == Reach::author) {
      add_by_preposition(tree, token, targets, reach, distance, found);
    }
    // "violations in X": who represses does so at home
    if (found.size() == before && event->type == graph::RelationClass::coerce) {
      add_by_preposition(tree, token, {"in"}, reach, distance, found);
    }
    return;
  }
  // what is done to somebody is not his doing: "condemned the removal of X"
  if ((reach == Reach::agent || reach == Reach::culprit) && names_a_deed(tree.lemma(token))) return;
  if (add_by_preposition(tree, token, of, reach, distance, found)) return;
  if (reach == Reach::agent || reach == Reach::culprit) {
    // "condemned the use of force against X" does not blame X
    add_by_preposition(tree, token, theirs, reach, distance, found);
  } else if (reach != Reach::owner) {
    // "held two women on suspicion of ties to X"
    const auto& near = denotes_people(tree, token) ? of_people : about;
    add_by_preposition(tree, token, near, reach, distance, found);
  } else if (denotes_people(tree, token)) {
    add_by_preposition(tree, token, {"in"}, reach, distance, found);
  }
}

std::vector<TokenId> PartyFinder::joined_before(const SentenceTree& tree, TokenId noun) const {
  std::vector<TokenId> found;
  const auto conjunction = tree.child(noun, {Deprel::cc});
  if (!conjunction || *conjunction > noun || mention_at(noun) == nullptr) return found;
  for (const TokenId child : tree.children(noun)) {
    const Mention* mention = mention_at(child);
    if (child > *conjunction || mention == nullptr || !tree.is(child, {Deprel::compound}) ||
        mention->kind != text::MentionKind::name || mention_at(noun)->first <= child) {
      continue;
    }
    found.push_back(child);
  }
  return found;
}

std::vector<Party> PartyFinder::find(const SentenceTree& tree, TokenId token, Reach reach) const {
  std::vector<Party> found;
  std::vector<TokenId> members = instances(tree, token);
  if (members.empty()) members = joined_before(tree, token);
  // "commanders of X, including Y": the others, too
  const Mention* whole = mention_at(token);
  const bool group = whole != nullptr && whole->actors.size() == 1 &&
                     document_.actors[whole->actors.front()].kind == graph::ActorKind::group &&
                     !Lexicon::built_in().in_set("follower", tree.lemma(token));
  if (!members.empty() && (members.front() < token || group)) members.push_back(token);
  if (members.empty()) members.push_back(token);
  for (const TokenId conjunct : tree.conjuncts(token)) {
    if (tree.is_nominal(conjunct) && !is_excluded(tree, conjunct)) members.push_back(conjunct);
  }
  std::vector<TokenId> nameless;
  for (const TokenId member : members) {
    const std::size_t before = found.size();
    if (!add_named(tree, member, 0, found) && reach != Reach::direct &&
        !add_compatriots(tree, member, found)) {
      add_owner(tree, member, reach, 1, found);
      if (found.size() == before) add_from_told(tree, member, reach, found);
    }
    if (found.size() == before) nameless.push_back(member);
    for (std::size_t i = before; i < found.size(); ++i) found[i].slot = member;
  }
  if (reach == Reach::owner && !found.empty()) add_beside_names(tree, nameless, found);
  return found;
}

/// "Turkey and rebel groups attacked B": people without a name beside others.
/// Not "B's ministers and generals", who are all of B, nor "government and B troops".
void PartyFinder::add_beside_names(const SentenceTree& tree, const std::vector<TokenId>& members,
                                   std::vector<Party>& found) const {
  const auto is_plural = [&](TokenId noun) {
    return tree.at(noun).features.number == text::Number::plural;
  };
  const Party first = found.front();  // `found` grows below
  const bool shares_words =
      tree.at(first.slot).upos == text::Upos::noun &&
      (is_plural(first.slot) || !tree.child(first.slot, {Deprel::det, Deprel::nmod_poss}));
  if (first.distance > 0 || shares_words) return;
  for (const TokenId member : members) {
    const std::int32_t index = unnamed_here_[member];
    if (index < 0 || member < first.slot ||
        (!is_plural(member) && !tree.child(member, {Deprel::det, Deprel::nmod_poss}))) {
      continue;
    }
    const Mention& mention = document_.mentions[static_cast<std::size_t>(index)];
    const auto kind = document_.actors[mention.actors.front()].kind;
    if (kind == graph::ActorKind::entity || kind == graph::ActorKind::place) continue;
    const std::size_t before = found.size();
    add_mention(mention, 0, found);
    for (std::size_t i = before; i < found.size(); ++i) found[i].slot = member;
  }
}

std::optional<std::uint32_t> state_of(const text::Document& document, std::uint32_t actor) {
  const std::string& code = document.actors[actor].country;
  if (code.empty()) return std::nullopt;
  for (std::size_t i = 0; i < document.actors.size(); ++i) {
    const graph::Actor& state = document.actors[i];
    if (state.kind == graph::ActorKind::country && state.country == code) {
      return static_cast<std::uint32_t>(i);
    }
  }
  return std::nullopt;
}

std::vector<Party> PartyFinder::unnamed(const SentenceTree& tree, TokenId token) const {
  std::vector<Party> found;
  std::vector<TokenId> members{token};
  for (const TokenId conjunct : tree.conjuncts(token)) members.push_back(conjunct);
  for (const TokenId member : members) {
    const std::int32_t index = unnamed_here_[member];
    if (index < 0 || is_excluded(tree, member)) continue;
    const std::size_t before = found.size();
    add_mention(document_.mentions[static_cast<std::size_t>(index)], 0, found);
    for (std::size_t i = before; i < found.size(); ++i) found[i].slot = member;
  }
  return found;
}

std::vector<Party> PartyFinder::owners(const SentenceTree& tree, TokenId token) const {
  std::vector<Party> found;
  add_owner(tree, token, Reach::owner, 1, found);
  return found;
}

}  // namespace entente::relations
