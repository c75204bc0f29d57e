#include "extract/relations/slot_parties.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::ActorKind;
using graph::RelationClass;
using text::Deprel;

constexpr int deepest_party = 4;
constexpr double depth_cost = 0.75;
constexpr double arrest_confidence = 0.7;  // that it is the state where it happens

bool in_sets(const SentenceTree& tree, TokenId token,
             std::initializer_list<std::string_view> sets) {
  return std::any_of(sets.begin(), sets.end(), [&](std::string_view set) {
    return Lexicon::built_in().in_set(set, tree.lemma(token));
  });
}

/// What is seized, moved and handed over. Bombs are what one strikes with.
bool is_goods(const SentenceTree& tree, TokenId token, RelationClass type) {
  if (in_sets(tree, token, {"vehicle", "aircraft", "warship", "property"})) return true;
  return type != RelationClass::assault && in_sets(tree, token, {"weapon", "missile", "bombs"});
}

/// Words and decisions are praised, rejected, protested against; talks are attended, treaties
/// agreed on and left; places and ships are attacked, seized, left; people and bodies suffer
/// anything.
bool may_befall(RelationClass type, ActorKind kind, const SentenceTree& tree, TokenId noun) {
  const bool goods = is_goods(tree, noun, type);
  const bool agreed = in_sets(tree, noun, {"agreement", "law", "offer"});
  if (graph::is_static(type) || type == RelationClass::other || type == RelationClass::statement) {
    return false;
  }
  switch (type) {
    case RelationClass::accuse:
    case RelationClass::support:
    case RelationClass::reject:
    case RelationClass::protest:
      return kind != ActorKind::place && !goods;
    case RelationClass::agree:
      return kind != ActorKind::place && (kind != ActorKind::entity || agreed);
    case RelationClass::consult:
      return kind != ActorKind::entity || in_sets(tree, noun, {"meeting", "talks"});
    case RelationClass::concede:
    case RelationClass::sanction:
      return kind != ActorKind::entity || agreed;
    case RelationClass::assault:
    case RelationClass::coerce:
    case RelationClass::mobilize:
    case RelationClass::retreat:
      return kind != ActorKind::entity || goods;
    default:
      return kind != ActorKind::entity;
  }
}

/// Its plainest frame says COERCE: arrest, jail, deport.
bool is_police_work(std::string_view verb) {
  const auto frames = Lexicon::built_in().verb(verb);
  return std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
    return frame.type == RelationClass::coerce && frame.slots.size() == 1 &&
           frame.slots.front().filler == Filler::target;
  });
}

}  // namespace

bool reaches_deep(RelationClass type) {
  switch (graph::quad_of(type)) {
    case graph::Quad::material_cooperation:
      return true;
    case graph::Quad::material_conflict:
      return true;
    default:
      return type == RelationClass::agree || type == RelationClass::concede ||
             type == RelationClass::consult || type == RelationClass::support ||
             type == RelationClass::reject;
  }
}

std::vector<Party> unnamed_parties(const SentenceAnalysis& analysis, TokenId token,
                                   RelationClass type) {
  auto found = analysis.finder().unnamed(analysis.tree(), token);
  std::erase_if(found, [&](const Party& party) {
    return !may_befall(type, analysis.document().actors[party.actor].kind, analysis.tree(), token);
  });
  return found;
}

std::vector<Party> nameless_doers(const SentenceAnalysis& analysis, TokenId token,
                                  RelationClass type) {
  const SentenceTree& tree = analysis.tree();
  const EventNoun* deed = event_noun(tree, token).entry;
  const bool judged = type == RelationClass::accuse || type == RelationClass::support ||
                      type == RelationClass::reject;
  if (deed == nullptr || !judged) return {};
  std::vector<TokenId> phrases(tree.children(token).begin(), tree.children(token).end());
  // "the killing of [a priest by gunmen]"
  for (const TokenId child : tree.children(token)) {
    if (!tree.is(child, {Deprel::nmod})) continue;
    for (const TokenId below : tree.children(child)) {
      if (tree.is(below, {Deprel::nmod}) && tree.preposition(below) == "by") {
        phrases.push_back(below);
      }
    }
  }
  for (const TokenId child : phrases) {
    const std::string preposition = tree.preposition(child);
    const bool of = preposition == "of" && of_names_doer(tree, token, *deed);
    const bool doer = tree.is(child, {Deprel::nmod_poss}) ||
                      (tree.is(child, {Deprel::nmod, Deprel::obl, Deprel::obl_agent}) &&
                       (preposition == "by" || of));
    if (!doer) continue;
    auto found = acting(analysis, analysis.finder().unnamed(tree, child));
    if (!found.empty()) return found;
  }
  return {};
}

Reach target_reach(RelationClass type) {
  switch (type) {
    case RelationClass::accuse:
      return Reach::culprit;
    case RelationClass::threaten:
      return Reach::agent;
    case RelationClass::consult:
      return Reach::sides;
    default:
      return Reach::agent_or_target;
  }
}

std::vector<Party> target_parties(const SentenceAnalysis& analysis, TokenId token, Reach reach,
                                  RelationClass type, Targets targets) {
  auto found = analysis.parties(token, reach);
  if (found.empty() && targets != Targets::named) found = unnamed_parties(analysis, token, type);
  if (found.empty() && targets == Targets::deep) {
    found = deep_parties(analysis, token, type);
  }
  return found;
}

bool is_suspicion(const SentenceTree& tree, TokenId participle) {
  static constexpr std::string_view verbs[] = {"accuse", "allege",  "believe", "charge", "convict",
                                               "link",   "suspect", "think",   "tie",    "want"};
  return tree.is(participle, {Deprel::acl}) && is_listed(verbs, tree.lemma(participle));
}

namespace {

/// True if what hangs so may name whom the word above concerns.
bool leads_to_parties(const SentenceTree& tree, TokenId child) {
  if (is_suspicion(tree, child)) return false;
  // "camps near the border of X": beside X
  if (Lexicon::built_in().in_set("border", tree.lemma(child)) &&
      tree.is(child, {Deprel::nmod, Deprel::obl})) {
    return false;
  }
  // "to cancel amendments issued by X": what X did before
  if (tree.preposition(child) == "by") return false;
  const bool purpose = tree.is(child, {Deprel::advcl}) && tree.marker(child) == "to";
  return purpose || tree.is(child, {Deprel::nmod, Deprel::nmod_poss, Deprel::obj, Deprel::iobj,
                                    Deprel::obl, Deprel::acl, Deprel::amod, Deprel::compound,
                                    Deprel::xcomp, Deprel::conj, Deprel::ccomp, Deprel::nsubj});
}

/// True if what hangs so is part of the same noun phrase.
bool is_in_phrase(const SentenceTree& tree, TokenId child) {
  return tree.is(child, {Deprel::nmod, Deprel::nmod_poss, Deprel::amod, Deprel::compound,
                         Deprel::conj, Deprel::appos});
}

/// True if the word tells an act of force, blame or demand of its own.
bool is_hostile_act(const SentenceTree& tree, TokenId token) {
  const auto hostile = [](RelationClass type) {
    const graph::Quad quad = graph::quad_of(type);
    return (quad == graph::Quad::material_conflict && type != RelationClass::mobilize) ||
           quad == graph::Quad::verbal_conflict;
  };
  const EventNoun* noun = event_noun(tree, token).entry;
  if (noun != nullptr) return hostile(noun->type);
  if (!tree.is_verbal(token)) return false;
  const auto frames = Lexicon::built_in().verb(tree.lemma(token));
  return std::any_of(frames.begin(), frames.end(), [&](const Frame& frame) {
    return frame.slots.size() == 1 && frame.slots.front().filler == Filler::target &&
           hostile(frame.type);
  });
}

/// What promises and help concern does not lie beyond a deed against it: "backed an attempt to
/// kill X", "passed a resolution urging X to act"; nor is X turned down by who "resisted efforts
/// to punish X".
bool stops_at_hostility(RelationClass type) {
  return type == RelationClass::reject || type == RelationClass::agree ||
         type == RelationClass::support || type == RelationClass::aid ||
         type == RelationClass::cooperate;
}

/// Breadth first below the word, through the children that `leads` lets pass.
std::vector<Party> nearest_below(const SentenceAnalysis& analysis, TokenId token,
                                 bool (*leads)(const SentenceTree&, TokenId),
                                 bool past_hostility = true) {
  const SentenceTree& tree = analysis.tree();
  std::vector<TokenId> level{token};
  double cost = depth_cost;
  for (int depth = 0; depth < deepest_party && !level.empty(); ++depth, cost *= depth_cost) {
    std::vector<TokenId> next;
    for (const TokenId above : level) {
      for (const TokenId child : tree.children(above)) {
        if (!leads(tree, child) || in_sets(tree, child, {"media"})) continue;
        // B's neighbour is not B
        if (tree.is(child, {Deprel::nmod_poss}) && is_apart(tree, above)) continue;
        if (!past_hostility && is_hostile_act(tree, child)) continue;
        // "arrested students protesting against X": they do, and X suffers nothing
        const bool own_deed = tree.is(child, {Deprel::acl}) && tree.form(child).ends_with("ing") &&
                              tree.marker(child).empty();
        if (own_deed && is_hostile_act(tree, child)) continue;
        auto found = analysis.parties(child, Reach::agent_or_target);
        if (!found.empty()) {
          for (Party& party : found) party.confidence *= cost;
          return found;
        }
        next.push_back(child);
      }
    }
    level = std::move(next);
  }
  return {};
}

}  // namespace

std::vector<Party> deep_parties(const SentenceAnalysis& analysis, TokenId token,
                                RelationClass type) {
  if (!reaches_deep(type)) return {};
  // "told reporters near X"
  if (type == RelationClass::consult && !analysis.finder().unnamed(analysis.tree(), token).empty())
    return {};
  return nearest_below(analysis, token, &leads_to_parties, !stops_at_hostility(type));
}

std::vector<Party> parties_below(const SentenceAnalysis& analysis, TokenId token) {
  return nearest_below(analysis, token, &leads_to_parties);
}

std::vector<Party> phrase_parties(const SentenceAnalysis& analysis, TokenId token) {
  return nearest_below(analysis, token, &is_in_phrase);
}

bool is_setting(const SentenceTree& tree, const Predication& predication, const Argument& role,
                RelationClass type) {
  if (graph::quad_of(type) == graph::Quad::material_conflict ||
      graph::quad_of(type) == graph::Quad::material_cooperation) {
    return false;
  }
  static constexpr std::string_view locative[] = {"at", "during", "in", "near", "on"};
  if (role.inherited || !predication.surface_subject || role.token > *predication.surface_subject ||
      *predication.surface_subject > predication.token || !is_listed(locative, role.slot)) {
    return false;
  }
  return !tree.is(role.token, {Deprel::obl_agent});
}

bool has_body(const SentenceTree& tree, TokenId noun) {
  const std::string& lemma = tree.lemma(noun);
  if (lemma == "group" || lemma == "series" || Lexicon::built_in().in_set("amount", lemma)) {
    return true;
  }
  return tree.at(noun).upos == text::Upos::propn || tree.at(noun).upos == text::Upos::pron ||
         in_sets(tree, noun,
                 {"individual", "troops",   "suspect", "crowd",    "court",       "police",
                  "parliament", "facility", "vehicle", "aircraft", "warship",     "property",
                  "refugee",    "prisoner", "worker",  "envoy",    "diplomat",    "title",
                  "territory",  "alliance", "weapon",  "official", "organisation"});
}

bool can_act(const graph::Actor& actor) {
  for (const std::string_view storm : {"Cyclone ", "Hurricane ", "Typhoon ", "Tropical Storm "}) {
    if (std::string_view(actor.name).starts_with(storm)) return false;
  }
  return actor.kind != ActorKind::place && actor.kind != ActorKind::position &&
         actor.kind != ActorKind::entity;
}

namespace {

/// Firms, media and studies act for themselves, whatever land they are of; what is shown or
/// left of somebody does not act at all, nor does his land: "groups within X's borders that".
bool speaks_for_itself(const SentenceTree& tree, TokenId noun) {
  return in_sets(tree, noun, {"border", "likeness", "private_body", "territory"});
}

/// "the court of the town", "police in the town". Not a bomb or a man in it.
bool stands_for_place(const SentenceTree& tree, TokenId noun) {
  return tree.at(noun).upos == text::Upos::propn ||
         in_sets(tree, noun,
                 {"court", "police", "organisation", "parliament", "troops", "title", "office"});
}

}  // namespace

std::vector<Party> acting(const SentenceAnalysis& analysis, std::vector<Party> parties) {
  std::erase_if(parties, [&](const Party& party) {
    const graph::Actor& actor = analysis.document().actors[party.actor];
    // "a French airline" is not France, "the remains of X" are not X
    if (party.distance > 0 && speaks_for_itself(analysis.tree(), party.slot)) return true;
    // a town does nothing, but its court or government does
    const bool institution = actor.kind == ActorKind::place && party.distance > 0 &&
                             stands_for_place(analysis.tree(), party.slot);
    return !can_act(actor) && !institution;
  });
  return parties;
}

namespace {

bool brings_about(const std::string& verb) {
  static constexpr std::string_view verbs[] = {"adopt",   "circulate", "draft",   "enact",
                                               "file",    "pass",      "publish", "put_out",
                                               "release", "sign",      "write"};
  return Lexicon::built_in().is_light(verb) || is_listed(verbs, verb);
}

/// "responded with [strikes] that killed ten": the means of what the subject does.
bool is_means(const SentenceTree& tree, TokenId noun) {
  const EventNoun* deed = event_noun(tree, noun).entry;
  if (deed == nullptr || !tree.is(noun, {Deprel::obl}) || tree.preposition(noun) != "with") {
    return false;
  }
  const graph::Quad quad = graph::quad_of(deed->type);
  return quad == graph::Quad::material_conflict || quad == graph::Quad::material_cooperation;
}

/// "Moscow sent a letter demanding ...": a letter speaks for its sender, a strike is of whoever
/// carries it out.
std::vector<Party> senders(const SentenceAnalysis& analysis, TokenId noun) {
  const auto governor = analysis.tree().head(noun);
  const bool means = governor && is_means(analysis.tree(), noun);
  if (!governor || !(means || analysis.tree().is(noun, {Deprel::obj}))) return {};
  const Predication* sending = analysis.clauses().of(*governor);
  if (sending == nullptr || !(means || brings_about(sending->lemma))) return {};
  const Argument* sender = argument(*sending, "subj");
  if (sender == nullptr) return {};
  auto found = analysis.parties(sender->token, Reach::owner);
  return found.empty() ? analysis.finder().unnamed(analysis.tree(), sender->token) : found;
}

/// "defended a pact ending the war": a participle right after an agreement or law tells
/// what that does, not what the subject does.
bool tells_of_object(const SentenceAnalysis& analysis, const Predication& participle) {
  const SentenceTree& tree = analysis.tree();
  if (participle.link != Link::adverbial || !participle.marker.empty() || !participle.parent ||
      participle.token == tree.first() || !tree.form(participle.token).ends_with("ing")) {
    return false;
  }
  const Predication& above = analysis.clauses().predications()[*participle.parent];
  const Argument* object = argument(above, "obj");
  return object != nullptr && object->token + 1 == participle.token && !brings_about(above.lemma) &&
         in_sets(tree, object->token, {"agreement", "law", "restriction", "sanction"});
}

bool may_mean(const std::string& pronoun, ActorKind kind) {
  if (pronoun == "he" || pronoun == "she") return kind == ActorKind::person;
  if (pronoun == "they") return kind != ActorKind::person;
  return pronoun == "it" && kind != ActorKind::person && kind != ActorKind::group;
}

/// "The officials said they will return it": a pronoun that stands for nobody known is who
/// speaks.
std::vector<Party> speaking_pronoun(const SentenceAnalysis& analysis, TokenId pronoun) {
  constexpr double cost = 0.8;
  const SentenceTree& tree = analysis.tree();
  const auto verb = tree.head(pronoun);
  if (!verb || tree.at(pronoun).upos != text::Upos::pron) return {};
  const Predication* content = analysis.clauses().of(*verb);
  if (content == nullptr || content->link != Link::complement || !content->parent) return {};
  const Predication& speech = analysis.clauses().predications()[*content->parent];
  const Operator op = operator_of(tree, speech);
  const Argument* speaker = argument(speech, "subj");
  if (speaker == nullptr || speaker->token == pronoun || speaker->token > pronoun ||
      (op != Operator::say && op != Operator::promise && op != Operator::threaten)) {
    return {};
  }
  auto found = acting(analysis, analysis.parties(speaker->token, Reach::direct));
  if (found.empty()) found = analysis.finder().unnamed(tree, speaker->token);
  const auto& actors = analysis.document().actors;
  std::erase_if(found, [&](Party& party) {
    // "the minister said they support B": the state for which he speaks
    const graph::Actor& who = actors[party.actor];
    if (who.kind == ActorKind::person && who.sector == "GOV" && tree.lemma(pronoun) != "he") {
      if (const auto state = state_of(analysis.document(), party.actor)) party.actor = *state;
    }
    return !may_mean(tree.lemma(pronoun), actors[party.actor].kind);
  });
  for (Party& party : found) party.confidence *= cost;
  return found;
}

/// "was arrested in Rwanda", or in its capital: a state does that at home.
std::vector<Party> arresting_state(const SentenceAnalysis& analysis,
                                   const Predication& predication) {
  if (!is_police_work(predication.lemma)) return {};
  const text::Document& document = analysis.document();
  for (const std::string_view slot : {"in", "at"}) {
    const Argument* where = argument(predication, slot);
    if (where == nullptr) continue;
    auto found = analysis.parties(where->token, Reach::direct);
    for (Party& party : found) {
      const auto state = state_of(document, party.actor);
      if (state) party.actor = *state;
      party.confidence *= arrest_confidence;
    }
    std::erase_if(found, [&](const Party& party) {
      return document.actors[party.actor].kind != ActorKind::country;
    });
    if (!found.empty()) return found;
  }
  return {};
}

/// What a report or resolution can do: demand, accuse, welcome. It goes nowhere by itself.
bool is_of_words(const SentenceTree& tree, const Predication& predication) {
  if (predication.kind != PredicationKind::verb) return false;
  switch (operator_of(tree, predication)) {
    case Operator::accuse:
    case Operator::demand:
    case Operator::deny:
    case Operator::say:
    case Operator::suggest:
    case Operator::threaten:
    case Operator::warn:
      return true;
    default:
      break;
  }
  const auto frames = Lexicon::built_in().verb(predication.lemma);
  return std::any_of(frames.begin(), frames.end(),
                     [](const Frame& frame) {
                       return frame.slots.size() == 1 &&
                              frame.slots.front().filler == Filler::target &&
                              graph::quad_of(frame.type) == graph::Quad::verbal_conflict;
                     }) ||
         predication.lemma == "welcome" || predication.lemma == "praise";
}

}  // namespace

std::vector<Party> subject_parties(const SentenceAnalysis& analysis,
                                   const Predication& predication) {
  std::vector<Party> found;
  if (tells_of_object(analysis, predication)) return found;
  // of two subjects that a parser may see the nearer one is real
  for (auto role = predication.arguments.rbegin(); role != predication.arguments.rend(); ++role) {
    if (role->slot != "subj") continue;
    found = acting(analysis, analysis.parties(role->token, Reach::owner));
    // "the militia armed by Iran", "lawyers of X" act for themselves
    const bool owned = std::none_of(found.begin(), found.end(),
                                    [](const Party& party) { return party.distance == 0; });
    const bool direct = !role->inherited || predication.link == Link::conjunct;
    if (owned && direct) {
      auto own = acting(analysis, analysis.finder().unnamed(analysis.tree(), role->token));
      // "ministry officials and a wing of the B Army": those beside them, too
      for (Party& other : found) {
        const bool apart =
            !own.empty() && std::none_of(own.begin(), own.end(),
                                         [&](const Party& one) { return one.slot == other.slot; });
        if (apart && other.slot != role->token) own.push_back(std::move(other));
      }
      if (!own.empty()) return own;
    }
    if (found.empty()) found = speaking_pronoun(analysis, role->token);
    if (found.empty() && is_of_words(analysis.tree(), predication)) {
      found = analysis.finder().issuers(analysis.tree(), role->token);
    }
    if (!found.empty()) return found;
  }
  for (const Argument& role : predication.arguments) {
    if (role.slot != "subj" || !role.inherited) continue;
    found = acting(analysis, senders(analysis, role.token));
    if (!found.empty()) return found;
  }
  if (!predication.passive || argument(predication, "subj") != nullptr) return found;
  return arresting_state(analysis, predication);
}

}  // namespace entente::relations
