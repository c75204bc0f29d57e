// What a phrase tells of somebody with a name: "Molano, the defence minister", "was elected".
#include <algorithm>
#include <array>
#include <utility>

#include "extract/actors/name_key.hpp"
#include "extract/actors/office_phrase.hpp"
#include "extract/actors/positions.hpp"
#include "extract/actors/role_resolver.hpp"
#include "extract/actors/titles.hpp"
#include "extract/actors/vocabulary.hpp"

namespace entente::actors {

using graph::ActorKind;
using text::MentionKind;

std::optional<std::uint32_t> RoleResolver::person_mention(std::uint32_t token) const {
  const auto actor = work_.actor_at(token);
  if (!actor || work_.actor(*actor).kind != ActorKind::person) return std::nullopt;
  return static_cast<std::uint32_t>(work_.at_head[token]);
}

bool RoleResolver::of_unknown_name(const RolePhrase& phrase) const {
  const auto& view = work_.view;
  const auto below = view.children(phrase.head);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t c) {
    return c >= phrase.role.last && view.token(c).deprel == Deprel::nmod &&
           view.case_of(c) == "of" && view.token(c).upos == Upos::propn &&
           capitalised(view.form(c));
  });
}

/// "Governor A's attorney general": of the state or part of a state that A governs.
std::optional<std::uint32_t> RoleResolver::governed_by(std::uint32_t person) const {
  for (const Office& office : work_.facts[person].offices) {
    if (!office.organisation || office.former) continue;
    const ActorKind kind = work_.actor(*office.organisation).kind;
    if (kind == ActorKind::country || kind == ActorKind::place) return office.organisation;
  }
  return std::nullopt;
}

void RoleResolver::claim(const RolePhrase& phrase, std::uint32_t mention, double confidence) {
  const std::uint32_t person = work_.document.mentions[mention].actors.front();
  std::optional<std::uint32_t> owner;
  std::string words = phrase.words;
  // "one of X's aides"
  if (phrase.plural && phrase.noun != nullptr) words = std::string(phrase.noun->noun);
  const std::string title = canonical_title(words);
  if (!phrase.owners.empty()) {
    const std::uint32_t whose = phrase.owners.front();
    const bool of_person = work_.actor(whose).kind == ActorKind::person;
    if (!of_person || serves_person(title)) {
      owner = whose;
    } else if (office_of_state(title)) {
      owner = governed_by(whose);
    }
  }
  if (!owner && !phrase.owner_noun.empty()) {
    owner = coreference_.context_body(phrase.head, phrase.owner_noun);
    // "the city's mayor", "the party's leader": nobody knows whose
    if (!owner && local_office(title).empty()) return;
  }
  if (!owner && (!told_without_owner(title) || of_unknown_name(phrase))) return;
  claim_office(work_, mention, person, title, owner, {phrase.range.first, phrase.role.last},
               phrase.former, confidence);
}

bool RoleResolver::one_of_them(const RolePhrase& phrase) {
  const auto& view = work_.view;
  const auto one = view.parent(phrase.head);
  if (!phrase.plural || phrase.noun == nullptr || phrase.noun->number != RoleNumber::person ||
      !one || view.key(*one) != "one" || view.case_of(phrase.head) != "of")
    return false;
  std::optional<std::uint32_t> holder;
  const auto above = view.parent(*one);
  if (above && view.token(*one).deprel == Deprel::appos) holder = person_mention(*above);
  if (view.child(*one, Deprel::cop)) {
    const auto subject = view.child(*one, Deprel::nsubj);
    if (subject && !denied(*one)) holder = person_mention(*subject);
  }
  if (above && view.case_of(*one) == "as" &&
      is_one_of(view.token(*above).lemma, {"serve", "work", "act"})) {
    const auto subject = view.child(*above, Deprel::nsubj);
    if (subject && !denied(*above)) holder = person_mention(*subject);
  }
  if (holder) claim(phrase, *holder, 0.85);
  return holder.has_value();
}

bool RoleResolver::named_behind(const RolePhrase& phrase) {
  const auto& view = work_.view;
  if (phrase.owners.empty() || phrase.role.last + 2 >= view.sentence_around(phrase.head).last)
    return false;
  // What the office is for ends where a person's name begins.
  for (std::uint32_t t = phrase.role.last + 1; t < phrase.range.last; ++t) {
    const text::Mention* name = work_.covering(t);
    if (name == nullptr || name->first != t || name->kind != MentionKind::name ||
        !person_mention(name->head) || work_.covering(t - 1) == nullptr)
      continue;
    const std::uint32_t mention = static_cast<std::uint32_t>(work_.at_head[name->head]);
    const std::uint32_t person = work_.document.mentions[mention].actors.front();
    RolePhrase office = phrase;
    office.range.last = t;
    office.words = title_text(work_, {phrase.role.first, t});
    claim(office, mention, 0.85);
    add(office, MentionKind::role, {person}, 0.88, "named beside it: " + work_.actor(person).name);
    return true;
  }
  return false;
}

bool RoleResolver::apposed(const RolePhrase& phrase) {
  if (one_of_them(phrase)) return true;
  if (phrase.plural || phrase.noun == nullptr || phrase.noun->number != RoleNumber::person)
    return false;
  if (named_behind(phrase)) return true;
  const auto& view = work_.view;
  const Deprel relation = view.token(phrase.head).deprel;
  // "A and B, secretary of state": said of the nearer.
  if (relation == Deprel::appos && phrase.range.first >= 2 &&
      view.form(phrase.range.first - 1) == ",") {
    const text::Mention* nearest = work_.covering(phrase.range.first - 2);
    const auto above = view.parent(phrase.head);
    if (nearest != nullptr && nearest->last == phrase.range.first - 1 && above &&
        nearest->head != *above && view.token(nearest->head).deprel == Deprel::conj &&
        view.governs(*above, nearest->head)) {
      if (const auto mention = person_mention(nearest->head)) {
        const std::uint32_t person = work_.document.mentions[*mention].actors.front();
        claim(phrase, *mention, 0.85);
        add(phrase, MentionKind::role, {person}, 0.85, "said of " + work_.actor(person).name);
        return true;
      }
    }
  }
  if (const auto above = view.parent(phrase.head)) {
    if (relation == Deprel::appos || relation == Deprel::parataxis || relation == Deprel::flat ||
        relation == Deprel::nmod_desc || relation == Deprel::list || relation == Deprel::dep) {
      if (const auto mention = person_mention(*above)) {
        const std::uint32_t person = work_.document.mentions[*mention].actors.front();
        claim(phrase, *mention, 0.88);
        add(phrase, MentionKind::role, {person}, 0.88, "said of " + work_.actor(person).name);
        return true;
      }
    }
    // The second of two titles: "president and commander-in-chief".
    if (relation == Deprel::conj && view.token(*above).deprel == Deprel::appos) {
      if (const auto top = view.parent(*above)) {
        if (const auto mention = person_mention(*top)) {
          RolePhrase own = phrase;
          if (own.owners.empty()) {
            if (const auto first = read_role_phrase(work_, *above)) own.owners = first->owners;
          }
          claim(own, *mention, 0.8);
          return true;
        }
      }
    }
  }
  // "the president of Zambia, Joseph Mulenga," wherever the tree hangs the name.
  const std::uint32_t after = phrase.range.last;
  if (!phrase.owners.empty() && after + 1 < view.sentence_around(phrase.head).last &&
      view.form(after) == ",") {
    for (std::uint32_t t = after + 1; t <= after + 2 && t < view.sentence_around(phrase.head).last;
         ++t) {
      const text::Mention* name = work_.mention_at(t);
      if (name == nullptr || name->first != after + 1 || view.token(t).deprel != Deprel::appos)
        continue;
      if (const auto mention = person_mention(t)) {
        const std::uint32_t person = work_.document.mentions[*mention].actors.front();
        claim(phrase, *mention, 0.85);
        add(phrase, MentionKind::role, {person}, 0.85,
            "named beside it: " + work_.actor(person).name);
        return true;
      }
    }
  }
  for (const std::uint32_t c : view.children(phrase.head)) {
    const Deprel below = view.token(c).deprel;
    if (below != Deprel::appos && below != Deprel::flat && below != Deprel::parataxis) continue;
    if (below == Deprel::parataxis && c < phrase.head) continue;
    if (const auto mention = person_mention(c)) {
      const std::uint32_t person = work_.document.mentions[*mention].actors.front();
      claim(phrase, *mention, 0.88);
      add(phrase, MentionKind::role, {person}, 0.88,
          "named beside it: " + work_.actor(person).name);
      return true;
    }
  }
  return false;
}

bool RoleResolver::second_of(const RolePhrase& phrase) {
  const auto& view = work_.view;
  const auto first = view.parent(phrase.head);
  if (!first || view.token(phrase.head).deprel != Deprel::conj || person_mention(*first) ||
      view.token(*first).upos != Upos::noun)
    return false;
  const auto noted =
      std::find_if(work_.document.positions.rbegin(), work_.document.positions.rend(),
                   [&](const text::PositionClaim& claim) {
                     const util::TextSpan word = view.token(*first).span;
                     return claim.span.begin <= word.begin && word.end <= claim.span.end;
                   });
  // what the tree hangs below an apposition is read there
  if (noted == work_.document.positions.rend() || view.token(*first).deprel == Deprel::appos)
    return false;
  RolePhrase own = phrase;
  const bool of_something =
      std::any_of(view.children(phrase.head).begin(), view.children(phrase.head).end(),
                  [&](std::uint32_t c) { return c > phrase.head && view.case_of(c) == "of"; });
  if (of_something && own.owners.empty()) return false;
  if (own.owners.empty() && noted->organisation && political_office(own.key))
    own.owners = {*noted->organisation};
  own.former = own.former || noted->former;
  claim(own, noted->holder, 0.8);
  return true;
}

bool RoleResolver::copular(const RolePhrase& phrase) {
  const auto& view = work_.view;
  const bool personal =
      phrase.noun != nullptr && phrase.noun->number == RoleNumber::person && !phrase.plural;
  if (personal && second_of(phrase)) return true;
  if (view.child(phrase.head, Deprel::cop)) {
    if (!personal) return country_noun(phrase.key) || alliance_noun(phrase.key);
    const auto subject = view.child(phrase.head, Deprel::nsubj);
    if (subject && !denied(phrase.head)) {
      if (const auto mention = person_mention(*subject)) claim(phrase, *mention, 0.85);
    }
    return true;
  }
  if (!personal) return false;
  const auto verb = view.parent(phrase.head);
  // "The new prime minister is Eva Kovac."
  if (verb && view.token(phrase.head).deprel == Deprel::nsubj && view.child(*verb, Deprel::cop)) {
    const auto mention = person_mention(*verb);
    if (!mention || denied(*verb)) return false;
    const std::uint32_t person = work_.document.mentions[*mention].actors.front();
    claim(phrase, *mention, 0.85);
    add(phrase, MentionKind::role, {person}, 0.85, "said to be " + work_.actor(person).name);
    return true;
  }
  if (!verb || view.token(*verb).upos != Upos::verb) return false;
  const std::string& lemma = view.token(*verb).lemma;
  const Deprel relation = view.token(phrase.head).deprel;
  const bool as = view.case_of(phrase.head) == "as";
  const bool becomes =
      is_one_of(lemma, {"become", "remain"}) &&
      (relation == Deprel::xcomp || relation == Deprel::obj || relation == Deprel::iobj);
  const bool made = is_one_of(lemma, {"elect", "appoint", "name", "nominate", "install",
                                      "inaugurate", "swear", "reelect", "re-elect", "reappoint",
                                      "confirm", "choose", "serve", "resign", "work"}) &&
                    (relation == Deprel::xcomp || relation == Deprel::obj || as);
  if (succeeded(phrase, *verb)) return true;
  if (!becomes && !made) return false;
  if (denied(*verb)) return true;
  RolePhrase told = phrase;
  told.former = told.former || lemma == "resign";
  std::optional<std::uint32_t> subject = view.child(*verb, Deprel::nsubj_pass);
  if (!subject && (becomes || lemma == "serve" || lemma == "resign" || lemma == "work"))
    subject = view.child(*verb, Deprel::nsubj);
  if (!subject && made) subject = view.child(*verb, Deprel::obj);
  if (!subject && view.token(*verb).deprel == Deprel::acl) subject = view.parent(*verb);
  if (!subject) {
    if (const auto above = view.parent(*verb); above && view.token(*verb).deprel == Deprel::conj) {
      subject = view.child(*above, Deprel::nsubj);
    }
  }
  if (subject && *subject != phrase.head) {
    if (const auto mention = person_mention(*subject); mention && lemma != "nominate")
      claim(told, *mention, 0.8);
  }
  return true;
}

bool RoleResolver::succeeded(const RolePhrase& phrase, std::uint32_t verb) {
  const auto& view = work_.view;
  const std::string& lemma = view.token(verb).lemma;
  if (view.case_of(phrase.head) != "as") return false;
  const bool follows = lemma == "succeed" || lemma == "replace";
  const bool leaves = is_one_of(lemma, {"step", "quit", "retire", "depart"});
  const bool enters = is_one_of(lemma, {"take", "assume", "return", "continue", "act"});
  if (!follows && !leaves && !enters) return false;
  if (denied(verb)) return true;
  auto next = view.child(verb, Deprel::nsubj);
  auto before = view.child(verb, Deprel::obj);
  if (const auto passive = view.child(verb, Deprel::nsubj_pass)) {
    before = passive;
    next = view.child(verb, Deprel::obl_agent);
  }
  // "X, who succeeded Y as ..."
  if (!next && view.token(verb).deprel == Deprel::acl_relcl) next = view.parent(verb);
  if (const auto mention = next ? person_mention(*next) : std::nullopt) {
    RolePhrase told = phrase;
    told.former = told.former || leaves;
    claim(told, *mention, 0.8);
  }
  if (const auto mention = follows && before ? person_mention(*before) : std::nullopt) {
    RolePhrase told = phrase;
    told.former = true;
    claim(told, *mention, 0.75);
  }
  return true;
}

namespace {

/// The body that the word names, itself or by a name beside it: "the European force, EUFOR".
std::optional<std::uint32_t> body_of(const Work& work, std::uint32_t token) {
  std::vector<std::uint32_t> words{token};
  for (const std::uint32_t c : work.view.children(token)) {
    const Deprel relation = work.view.token(c).deprel;
    if (relation == Deprel::appos || relation == Deprel::flat || relation == Deprel::nmod_desc)
      words.insert(words.begin(), c);
  }
  // "X, a militant group led by A"
  if (const auto above = work.view.parent(token);
      above && work.view.token(token).deprel == Deprel::appos)
    words.push_back(*above);
  for (const std::uint32_t word : words) {
    const auto actor = work.actor_at(word);
    if (!actor) continue;
    const ActorKind kind = work.actor(*actor).kind;
    if (kind == ActorKind::organisation || kind == ActorKind::armed_force) return actor;
  }
  return std::nullopt;
}

struct OfficeVerb {
  std::string_view verb;
  std::string_view preposition;  ///< empty: the body is the object
  std::string_view title;
};

constexpr std::array<OfficeVerb, 10> office_verbs{{{"chair", "", "chairperson"},
                                                   {"co-chair", "", "co-chair"},
                                                   {"command", "", "commander"},
                                                   {"co-found", "", "co-founder"},
                                                   {"direct", "", "director"},
                                                   {"found", "", "founder"},
                                                   {"head", "", "head"},
                                                   {"lead", "", "leader"},
                                                   {"preside", "over", "president"},
                                                   {"sit", "on", "member"}}};

}  // namespace

void RoleResolver::claim_by_verb(std::uint32_t verb) {
  const auto& view = work_.view;
  const text::Token& word = view.token(verb);
  const auto* office = std::find_if(office_verbs.begin(), office_verbs.end(),
                                    [&](const auto& each) { return each.verb == word.lemma; });
  if (word.upos != Upos::verb || office == office_verbs.end() || denied(verb)) return;
  std::optional<std::uint32_t> person = view.child(verb, Deprel::nsubj);
  std::optional<std::uint32_t> body = view.child(verb, Deprel::obj);
  if (!office->preposition.empty()) {
    body = view.child(verb, Deprel::obl);
    if (body && view.case_of(*body) != office->preposition) body.reset();
  } else if (word.deprel == Deprel::acl && !person && !body) {
    person = view.child(verb, Deprel::obl_agent);
    body = view.parent(verb);
  } else if (const auto passive = view.child(verb, Deprel::nsubj_pass)) {
    person = view.child(verb, Deprel::obl_agent);
    body = passive;
  } else if (const auto obl = view.child(verb, Deprel::obl)) {
    // "led the army into battle"
    if (!is_one_of(view.case_of(*obl), {"in", "since", "from", "until"})) return;
  }
  if (!person || !body) return;
  const auto whose = body_of(work_, *body);
  const auto holder = person_mention(*person);
  if (!whose || !holder) return;
  const text::Mention& who = work_.document.mentions[*holder];
  if (who.actors.size() != 1) return;
  claim_office(work_, *holder, who.actors.front(), std::string(office->title), *whose,
               {verb, verb + 1}, false, 0.75);
}

void RoleResolver::claim_by_term(std::uint32_t noun) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> terms{
      {{"chairmanship", "chairperson"},
       {"chancellorship", "chancellor"},
       {"governorship", "governor"},
       {"premiership", "prime minister"},
       {"presidency", "president"}}};
  const auto& view = work_.view;
  const auto* term = std::find_if(terms.begin(), terms.end(),
                                  [&](const auto& each) { return each.first == view.key(noun); });
  if (term == terms.end()) return;
  for (const std::uint32_t c : view.children(noun)) {
    const Deprel relation = view.token(c).deprel;
    const bool of = relation == Deprel::nmod && view.case_of(c) == "of";
    if (relation != Deprel::nmod_poss && relation != Deprel::compound && !of) continue;
    const auto holder = person_mention(c);
    if (!holder || work_.document.mentions[*holder].kind != MentionKind::name) continue;
    const text::Mention& who = work_.document.mentions[*holder];
    claim_office(work_, *holder, who.actors.front(), std::string(term->second), std::nullopt,
                 {noun, noun + 1}, view.case_of(noun) == "during", 0.8);
    return;
  }
}

bool RoleResolver::denied(std::uint32_t predicate) const {
  const auto& view = work_.view;
  for (const std::uint32_t c : view.children(predicate)) {
    const std::string& lemma = view.token(c).lemma;
    if (view.token(c).deprel == Deprel::aux &&
        is_one_of(lemma, {"may", "might", "could", "would", "will", "can", "should"}))
      return true;
    if (is_one_of(view.key(c), {"not", "nt", "never"})) return true;
    if (view.token(c).deprel == Deprel::mark && is_one_of(view.key(c), {"if", "to", "whether"}))
      return true;
  }
  return false;
}

}  // namespace entente::actors
