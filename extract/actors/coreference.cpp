#include "extract/actors/coreference.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "extract/actors/salience.hpp"
#include "extract/text/monologue.hpp"

namespace entente::actors {
using graph::ActorKind;
using text::MentionKind;

Coreference::Coreference(Work& work) : work_(work) {
  quote_.assign(work.view.size(), 0);
  monologue_ = text::monologues(work.document);
  mark_quotes();
}

bool Coreference::excluded(std::uint32_t pronoun, std::uint32_t candidate, bool possessive) const {
  const auto& view = work_.view;
  // "the U.S. and its allies": a conjunct is not within the first.
  for (std::optional<std::uint32_t> at = pronoun; at && *at != candidate; at = view.parent(*at)) {
    if (view.token(*at).deprel == Deprel::conj && view.parent(*at) == candidate) return false;
  }
  if (view.governs(candidate, pronoun) && !is_subject(view.token(candidate).deprel)) {
    return true;  // the phrase that holds the pronoun
  }
  if (view.governs(candidate, pronoun)) {
    // Within the subject phrase itself, unless in its relative clause.
    return view.clause_of(pronoun) == view.clause_of(candidate) ||
           view.subtree(candidate).contains(pronoun);
  }
  if (possessive) {
    const auto owned = view.parent(pronoun);
    return owned && *owned == candidate;
  }
  const auto a = view.parent(pronoun);
  const auto b = view.parent(candidate);
  return a && b && *a == *b && view.token(pronoun).deprel != Deprel::nmod_poss &&
         view.token(candidate).deprel != Deprel::nmod_poss &&
         view.token(candidate).deprel != Deprel::obl;
}

std::optional<std::uint32_t> Coreference::understood_subject(std::uint32_t verb) const {
  const auto& view = work_.view;
  for (int steps = 0; steps < 4; ++steps) {
    for (const Deprel relation : {Deprel::nsubj, Deprel::nsubj_pass}) {
      if (const auto subject = view.child(verb, relation)) return subject;
    }
    const auto above = view.parent(verb);
    if (!above) return std::nullopt;
    switch (view.token(verb).deprel) {
      case Deprel::xcomp:
        if (const auto object = view.child(*above, Deprel::obj)) return object;
        break;
      case Deprel::acl:
        return above;
      case Deprel::advcl:
        // "cited a law as preventing him": the law does.
        if (const auto mark = view.child(verb, Deprel::mark); mark && view.key(*mark) == "as") {
          if (const auto object = view.child(*above, Deprel::obj)) return object;
        }
        break;
      case Deprel::conj:
        break;
      default:
        return std::nullopt;
    }
    verb = *above;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Coreference::subject_above(std::uint32_t pronoun) const {
  const auto& view = work_.view;
  const std::uint32_t clause = view.clause_of(pronoun);
  if (view.token(clause).deprel != Deprel::acl_relcl) return std::nullopt;
  const auto noun = view.parent(clause);
  if (!noun) return std::nullopt;
  const std::uint32_t above = view.clause_of(*noun);
  if (above == clause) return std::nullopt;
  return view.child(above, Deprel::nsubj);
}

std::vector<std::uint32_t> Coreference::barred(std::uint32_t pronoun) const {
  const auto& view = work_.view;
  std::vector<std::uint32_t> actors;
  const Deprel relation = view.token(pronoun).deprel;
  if (relation == Deprel::nmod_poss) return actors;
  if (relation != Deprel::obj && relation != Deprel::iobj && relation != Deprel::obl &&
      !is_subject(relation))
    return actors;
  const auto verb = view.parent(pronoun);
  const std::string& key = view.key(pronoun);
  if (!verb || key.ends_with("self") || key.ends_with("selves")) return actors;
  const auto bar = [&](std::uint32_t token) {
    if (token == pronoun) return;
    if (const auto actor = work_.actor_at(token)) actors.push_back(*actor);
  };
  if (!is_subject(relation)) {
    if (const auto subject = understood_subject(*verb); subject && *subject != pronoun) {
      bar(*subject);
    }
  }
  for (const std::uint32_t c : view.children(*verb)) {
    const Deprel other = view.token(c).deprel;
    if (is_subject(other) || other == Deprel::obj || other == Deprel::iobj) bar(c);
  }
  return actors;
}

/// A heading or signature: what it names is not what the text speaks of.
bool Coreference::fragment(std::uint32_t sentence) const {
  const Range range = work_.view.sentence(sentence);
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    if (work_.view.token(t).upos == Upos::verb || is_subject(work_.view.token(t).deprel))
      return false;
  }
  return true;
}

std::optional<Antecedent> Coreference::find(std::uint32_t token, std::uint32_t reach,
                                            const ActorTest& fits, bool possessive,
                                            double margin) const {
  return search(token, reach, fits, possessive, margin, false);
}

std::optional<Antecedent> Coreference::described(std::uint32_t token, std::uint32_t reach,
                                                 const ActorTest& fits, double margin) const {
  return search(token, reach, fits, false, margin, true);
}

/// One person without a name, where nobody who has one is meant: "a soldier".
bool Coreference::somebody(std::uint32_t token) const {
  const auto& view = work_.view;
  if (view.token(token).upos != Upos::noun || !one_person(token)) return false;
  const bool argument =
      is_subject(view.token(token).deprel) || view.token(token).deprel == Deprel::obj;
  const auto article = view.child(token, Deprel::det);
  const bool some = article && (view.key(*article) == "a" || view.key(*article) == "an" ||
                                view.key(*article) == "another");
  const text::Mention* mention = work_.mention_at(token);
  const bool named = mention != nullptr && !mention->actors.empty() &&
                     work_.actor(mention->actors.front()).kind == ActorKind::person;
  return argument && some && !named && !view.child(token, Deprel::appos) &&
         !view.child(token, Deprel::cop) && !view.child(token, Deprel::flat);
}

bool Coreference::speaks_above(std::uint32_t subject, std::uint32_t token) const {
  const auto& view = work_.view;
  const auto verb = view.parent(subject);
  const auto owned = view.parent(token);
  return verb && is_subject(view.token(subject).deprel) && is_speech(view.token(*verb).lemma) &&
         owned && is_subject(view.token(*owned).deprel) && view.governs(*verb, token) &&
         view.clause_of(token) != *verb;
}

/// "summoned [the envoy] and told him": the object of both verbs.
bool Coreference::object_of_first(std::uint32_t pronoun, std::uint32_t candidate) const {
  const auto& view = work_.view;
  const auto is_object = [&](std::uint32_t t) {
    return view.token(t).deprel == Deprel::obj || view.token(t).deprel == Deprel::iobj;
  };
  const auto verb = view.parent(pronoun);
  return verb && is_object(pronoun) && is_object(candidate) &&
         view.token(*verb).deprel == Deprel::conj && !view.child(*verb, Deprel::nsubj) &&
         view.parent(*verb) == view.parent(candidate);
}

/// "The commander of the force, General [X], warned": X does.
Deprel Coreference::relation_of(std::uint32_t token) const {
  const auto& view = work_.view;
  const auto head = view.parent(token);
  const bool named = head && view.token(token).deprel == Deprel::appos && *head < token &&
                     work_.mention_at(*head) == nullptr;
  return view.token(named ? *head : token).deprel;
}

std::optional<Antecedent> Coreference::search(std::uint32_t token, std::uint32_t reach,
                                              const ActorTest& fits, bool possessive, double margin,
                                              bool description) const {
  const auto& view = work_.view;
  const std::uint32_t here = view.sentence_of(token);
  const std::uint32_t from = view.sentence(here >= reach ? here - reach : 0).first;
  const std::uint32_t clause = view.clause_of(token);
  const bool subject = is_subject(view.token(token).deprel);
  const bool personal = !description && plural_of(view.key(token)) < 0;
  // "Its ministry": who owns the subject carries the topic on as the subject does.
  const auto owned = possessive && !personal ? view.parent(token) : std::nullopt;
  const bool topic = subject || (owned && is_subject(view.token(*owned).deprel));
  struct Score {
    double value = -1.0;
    std::uint32_t token = 0;
    std::uint32_t times = 0;
  };
  std::map<std::uint32_t, Score> scores;
  // Persons of whom nothing is known but a surname may be meant too.
  const char wanted = gender_of(view.key(token));
  // Who says it and has no name is about as near as the subject of the sentence before.
  constexpr double nameless_speaker = 1.75;
  double stranger = personal && nameless_above(token, false) ? nameless_speaker : -1.0;
  const bool quoted = quote_[token] != 0 && !personal;
  const auto other = description ? std::vector<std::uint32_t>{} : barred(token);
  const auto above = personal ? subject_above(token) : std::nullopt;
  const auto around = personal && !possessive ? says_around(token, fits) : std::nullopt;
  const auto consider = [&](std::uint32_t t, double base) {
    const text::Mention* mention = work_.mention_at(t);
    const Deprel relation = relation_of(t);
    if (mention != nullptr && mention->actors.empty() && personal &&
        !excluded(token, t, possessive))
      stranger = std::max(stranger, base + weight_of(relation));
    if (mention == nullptr || mention->actors.size() != 1 || t == token) return;
    const std::uint32_t actor = mention->actors.front();
    if (!fits(actor)) return;
    if (std::find(other.begin(), other.end(), actor) != other.end()) return;
    if (excluded(token, t, possessive)) return;
    double value = base + weight_of(relation) * (description ? 0.5 : 1.0);
    if (description && view.sentence_of(t) == here) {
      // Nearer words count more, and the subject would have been "it".
      value += 0.2 / (1.0 + 0.2 * (token > t ? token - t : t - token));
      if (is_subject(relation)) value -= 0.4;
    }
    if (mention->kind == MentionKind::adjective) value -= 0.15;
    if (fragment(view.sentence_of(t))) value -= 0.2;
    // Of whose gender nothing is known is more likely a man, as news go.
    if (personal && wanted != 0) {
      value += work_.facts[actor].gender == wanted ? (wanted == 'f' ? 0.35 : 0.1) : 0.0;
    }
    if (!description && influenced(token, t)) value += 0.45;
    if (personal && object_of_first(token, t)) value += 0.5;
    // "Riyadh said its army": its own
    if (possessive && !personal && speaks_above(t, token)) value += 0.3;
    if (personal && prescribed(token, actor)) value -= 0.8;
    // Who is quoted speaks of what the quotation names.
    if (quoted && quote_[t] == 0) value -= 0.3;
    if (view.token(t).deprel == Deprel::conj) {
      if (const auto first = view.parent(t)) value += 0.5 * weight_of(view.token(*first).deprel);
    }
    // "from his home, where he is": the same again.
    if (personal && mention->kind == MentionKind::pronoun && view.sentence_of(t) == here)
      value += 0.24;
    // "the call which A took from home, where he is": who acts in the clause just above.
    if (personal && t == above) value += 0.15;
    if (t == around) value += 0.25;
    if (description) {
      // no parallelism
    } else if (view.sentence_of(t) == here) {
      if (view.clause_of(t) == clause && is_subject(relation)) value += possessive ? 0.35 : 0.1;
      if (subject && is_subject(relation)) value += 0.2;
    } else if (view.sentence_of(t) + 1 == here && topic && is_subject(relation)) {
      // Parallel subjects of neighbouring main clauses.
      const auto predicate = view.parent(t);
      value += predicate && view.token(*predicate).deprel == Deprel::root ? 0.25 : 0.1;
    }
    Score& score = scores[actor];
    ++score.times;
    if (value > score.value) {
      score.value = value;
      score.token = t;
    }
  };
  for (std::uint32_t t = from; t < token; ++t) {
    const std::uint32_t back = here - view.sentence_of(t);
    const double base = 1.0 / (1.0 + 0.55 * back);
    consider(t, base);
    // "A soldier was killed when his vehicle hit a mine"
    const auto official = work_.actor_at(t);
    const bool known = official && work_.facts[*official].one_official && fits(*official);
    if (personal && !known && somebody(t) && !excluded(token, t, possessive)) {
      const bool parallel = back == 0 && is_subject(view.token(t).deprel);
      stranger = std::max(stranger, base + weight_of(view.token(t).deprel) +
                                        (parallel ? possessive ? 0.35 : 0.2 : 0.0));
    }
  }
  // "In his speech, Biden said"
  const Range sentence = view.sentence(here);
  for (std::uint32_t t = token + 1; t < sentence.last; ++t) {
    if (!is_subject(view.token(t).deprel) || work_.hit_at[t] < 0) continue;
    const auto predicate = view.parent(t);
    if (predicate && view.governs(*predicate, token) && !view.subtree(t).contains(token) &&
        view.token(*predicate).deprel == Deprel::root) {
      consider(t, 0.75);
    }
  }
  const Score* best = nullptr;
  std::uint32_t who = 0;
  double second = std::max(stranger, thing_before(token, plural_of(view.key(token))));
  for (auto& [actor, score] : scores) {
    score.value += 0.06 * std::min<double>(score.times, 5.0) +
                   0.02 * std::min<double>(work_.facts[actor].mentions, 10.0);
    if (best == nullptr || score.value > best->value) {
      if (best != nullptr) second = std::max(second, best->value);
      best = &score;
      who = actor;
    } else {
      second = std::max(second, score.value);
    }
  }
  if (best == nullptr) return std::nullopt;
  const double lead = best->value - second;
  if (second > 0.0 && lead < margin) return std::nullopt;
  const double confidence =
      std::min(0.9, 0.45 + 0.25 * std::min(best->value, 1.4) + 0.2 * std::min(lead, 0.5));
  return Antecedent{who, best->token, confidence};
}

char Coreference::gender_of(std::string_view key) {
  switch (reading_of(key)) {
    case Reading::he:
      return 'm';
    case Reading::she:
      return 'f';
    default:
      return 0;
  }
}

int Coreference::plural_of(std::string_view key) {
  if (key == "it" || key == "its" || key == "itself") return 0;
  if (key == "they" || key == "them" || key == "their" || key == "themselves") return 1;
  return -1;
}

double Coreference::actor_evidence(std::uint32_t token, bool possessive) const {
  const auto& view = work_.view;
  const auto above = view.parent(token);
  if (!above) return 0.0;
  if (possessive) return is_property(view.key(*above)) ? 0.6 : 0.0;
  const Deprel relation = view.token(token).deprel;
  const std::string& lemma = view.token(*above).lemma;
  if (relation == Deprel::nsubj) {
    if (view.child(*above, Deprel::cop)) return is_attitude(view.key(*above)) ? 0.6 : 0.0;
    return is_deed(lemma) ? 0.6 : 0.0;
  }
  return is_aimed(lemma) ? 0.4 : 0.0;
}

/// How strongly a common noun or name that is no actor claims the pronoun: "the deal ... it".
double Coreference::thing_before(std::uint32_t token, int plural) const {
  if (plural < 0) return -1.0;
  const auto& view = work_.view;
  const bool possessive = view.token(token).deprel == Deprel::nmod_poss;
  const double handicap = actor_evidence(token, possessive);
  const std::uint32_t here = view.sentence_of(token);
  const std::uint32_t from = view.sentence(here >= 1 ? here - 1 : 0).first;
  const auto named_thing = [&](std::uint32_t t) {
    if (view.token(t).upos != Upos::propn) return false;
    const auto actor = work_.actor_at(t);
    return actor && (work_.actor(*actor).kind == ActorKind::place ||
                     work_.actor(*actor).kind == ActorKind::entity);
  };
  double best = -1.0;
  for (std::uint32_t t = from; t < token; ++t) {
    const text::Token& noun = view.token(t);
    const bool unknown = noun.upos == Upos::noun || (plural == 1 && noun.upos == Upos::propn);
    const bool common = unknown && work_.at_head[t] < 0;
    if ((!common && !(plural == 0 && named_thing(t))) || view.governs(t, token)) continue;
    if ((noun.features.number == text::Number::plural) != (plural == 1)) continue;
    const bool argument = is_subject(noun.deprel) || noun.deprel == Deprel::obj ||
                          (possessive && view.sentence_of(t) == here);
    if (!argument) continue;
    if (plural == 0 && is_time_noun(view.key(t))) continue;
    if (view.parent(t) == view.parent(token)) continue;
    double value =
        1.0 / (1.0 + 0.55 * (here - view.sentence_of(t))) + weight_of(noun.deprel) - handicap;
    if (is_subject(noun.deprel) && is_subject(view.token(token).deprel)) value += 0.2;
    if (possessive && view.clause_of(t) == view.clause_of(token) && is_subject(noun.deprel))
      value += 0.35;
    best = std::max(best, value - 0.12);
  }
  return best;
}

bool Coreference::serves_many_states(std::uint32_t person) const {
  if (work_.actor(person).kind != ActorKind::person) return false;
  if (work_.actor(person).sector == "IGO") return true;
  const auto& entry = work_.facts[person].entry;
  if (!entry) return false;
  const auto held = work_.index.positions_of(*entry);
  return std::any_of(held.begin(), held.end(), [&](const Position& position) {
    const Entry& body = work_.index.entry(position.organisation);
    return tenure(position, work_.date()) == Tenure::yes && body.type == EntryType::organisation &&
           body.sector.starts_with("IGO");
  });
}

}  // namespace entente::actors
