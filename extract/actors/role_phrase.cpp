#include "extract/actors/role_phrase.hpp"

#include <algorithm>

#include "extract/actors/name_key.hpp"
#include "extract/actors/titles.hpp"
#include "extract/actors/vocabulary.hpp"
#include "util/lower.hpp"

namespace entente::actors {
namespace {

using graph::ActorKind;

bool free_token(const Work& work, std::uint32_t t) { return work.hit_at[t] < 0; }

/// The longest role noun around the token that it heads and that no name overlaps.
std::optional<Range> role_around(const Work& work, std::uint32_t head, const Role** role) {
  const auto& view = work.view;
  const Range sentence = view.sentence_around(head);
  std::optional<Range> best;
  const auto try_range = [&](Range range) {
    if (view.key(range.first).empty()) return;
    const Role* found = work.index.role(view.key(range));
    if (found == nullptr || (best && best->size() >= range.size())) return;
    const std::uint32_t top = view.head_of(range);
    const bool halves = view.key(head) == "general" && range.last == head + 1 &&
                        view.parent(top) == view.parent(head);
    if (range.size() > 1 && top != head && !halves) return;
    best = range;
    *role = found;
  };
  std::uint32_t end_limit = head + 1;
  if (head + 1 < sentence.last &&
      (view.key(head + 1) == "of" || view.token(head + 1).upos == Upos::adj)) {
    end_limit = std::min(head + 5, sentence.last);
  }
  for (std::uint32_t last = head + 1; last <= end_limit; ++last) {
    if (!free_token(work, last - 1) || view.key(last - 1).empty()) {
      if (last > head + 1) break;
    }
    for (std::uint32_t first = head + 1; first-- > sentence.first && head - first <= 4;) {
      if (!free_token(work, first)) break;
      if (view.key(first).empty() && view.form(first) != "-") break;
      try_range({first, last});
    }
  }
  return best;
}

bool plural_form(const Work& work, std::uint32_t head, const Role* role) {
  const auto number = work.view.token(head).features.number;
  if (number == text::Number::plural) return true;
  if (number == text::Number::singular) return false;
  return role != nullptr && role->plural;
}

void add_owner(RolePhrase& phrase, const std::vector<std::uint32_t>& actors) {
  for (const std::uint32_t actor : actors) {
    if (std::find(phrase.owners.begin(), phrase.owners.end(), actor) == phrase.owners.end()) {
      phrase.owners.push_back(actor);
    }
  }
}

bool can_own(const Work& work, std::uint32_t actor) {
  const ActorKind kind = work.actor(actor).kind;
  return kind != ActorKind::position && kind != ActorKind::entity;
}

bool names_person(const Work& work, std::uint32_t token) {
  const text::Mention* mention = work.mention_at(token);
  return mention != nullptr && !mention->actors.empty() &&
         work.actor(mention->actors.front()).kind == ActorKind::person;
}

void with_conjuncts(const Work& work, std::uint32_t token, RolePhrase& phrase) {
  if (const text::Mention* mention = work.mention_at(token)) {
    std::vector<std::uint32_t> actors;
    for (const std::uint32_t actor : mention->actors) {
      if (can_own(work, actor)) actors.push_back(actor);
    }
    add_owner(phrase, actors);
  }
  for (const std::uint32_t c : work.view.children(token)) {
    if (work.view.token(c).deprel == Deprel::conj && c != phrase.head) {
      const text::Mention* mention = work.mention_at(c);
      // "members of Hamas, A and B": a person beside a body is no owner.
      if (mention != nullptr && !(names_person(work, c) && !names_person(work, token)))
        add_owner(phrase, mention->actors);
    }
  }
}

/// A name that a hyphen joins to what follows.
bool hyphen_after(const Work& work, std::uint32_t t) {
  return t + 1 < work.view.size() && work.view.form(t + 1) == "-";
}

/// A modifier of the head that is one hyphenated word: "U.S.-led".
bool inside_word(const Work& work, std::uint32_t t, std::uint32_t head) {
  const auto above = work.view.parent(t);
  const std::string_view form = work.view.form(t);
  const std::size_t dash = form.find('-');
  // "U.S.-led", "counter-ISIL"
  return above && *above == head && dash != std::string_view::npos && form.size() > 3 &&
         (capitalised(form) || capitalised(form.substr(dash + 1)));
}

/// "Sudan's U.N. envoy" is Sudan's.
void read_sender(Work& work, RolePhrase& phrase) {
  if (phrase.owners.size() != 1 || phrase.possessive_owner ||
      work.actor(phrase.owners.front()).kind != ActorKind::organisation)
    return;
  const std::string_view office = work.view.key(phrase.role.last - 1);
  if (office != "envoy" && office != "ambassador" && office != "representative") return;
  const auto sender = owner_before(work, phrase.range.first);
  if (!sender || sender->actors.size() != 1 ||
      work.actor(sender->actors.front()).kind != ActorKind::country)
    return;
  phrase.words += " to " + work.actor(phrase.owners.front()).name;
  phrase.owners = sender->actors;
  phrase.range.first = sender->begin;
}

/// "[A] and B's ministers", "[British] and EU negotiators", "[Thai], [Lao] and Cambodian troops":
/// they are of all of them.
void read_joined_before(Work& work, RolePhrase& phrase) {
  const auto& view = work.view;
  if (!phrase.plural || phrase.owners.empty() || phrase.key == "allies" ||
      phrase.key == "partners") {
    return;
  }
  const std::uint32_t edge = view.subtree(phrase.head).first;
  for (bool listed = phrase.owners.size() > 1; phrase.range.first >= edge + 2; listed = true) {
    std::uint32_t joint = phrase.range.first - 1;
    const bool comma = view.form(joint) == ",";
    if (comma ? !listed : view.key(joint) != "and" || listed) return;
    // "A, B, and C troops"
    if (!comma && joint >= edge + 2 && view.form(joint - 1) == ",") --joint;
    const auto other = owner_before(work, joint);
    if (!other || other->actors.size() != 1) return;
    const text::Mention* mention = work.mention_at(joint - 1);
    const bool adjective = mention != nullptr && mention->kind == text::MentionKind::adjective;
    const bool states = phrase.possessive_owner &&
                        work.actor(phrase.owners.front()).kind == ActorKind::country &&
                        work.actor(other->actors.front()).kind == ActorKind::country;
    if (!adjective && (!states || listed)) return;
    phrase.owners.insert(phrase.owners.begin(), other->actors.front());
    phrase.range.first = other->begin;
  }
}

void read_left(Work& work, RolePhrase& phrase) {
  const auto& view = work.view;
  const Range sentence = view.sentence_around(phrase.head);
  std::uint32_t t = phrase.role.first;
  std::uint32_t words_first = phrase.role.first;
  bool own_words = true;
  std::string lead;
  while (t > sentence.first) {
    const std::uint32_t before = t - 1;
    const std::string& key = view.key(before);
    const text::Token& token = view.token(before);
    if (token.upos != Upos::sconj &&
        (key == "the" || key == "this" || key == "that" || key == "these" || key == "those")) {
      phrase.definite = true;
      t = before;
      break;
    }
    if (key == "a" || key == "an" || key == "some" || key == "several" || key == "many" ||
        key == "another" || key == "any" || key == "other" || key == "no") {
      phrase.indefinite = true;
      t = before;
      if (key != "other") break;
      continue;
    }
    if (key == "two" || key == "both") {
      phrase.both = true;
      t = before;
      continue;
    }
    if (former_word(key)) {
      phrase.former = true;
      t = before;
      if (t > sentence.first && view.form(t - 1) == "-") --t;
      continue;
    }
    if (token.upos == Upos::pron && token.deprel == Deprel::nmod_poss) {
      if (phrase.owners.empty()) with_conjuncts(work, before, phrase);
      phrase.possessive_owner = true;
      phrase.definite = true;
      t = before;
      break;
    }
    if (phrase.owners.empty()) {
      if (const auto owner = owner_before(work, t)) {
        const bool clitic =
            t > sentence.first &&
            (view.key(t - 1) == "s" || view.form(t - 1) == "'" || view.form(t - 1) == "’");
        add_owner(phrase, owner->actors);
        phrase.possessive_owner = clitic;
        phrase.definite = phrase.definite || clitic;
        t = owner->begin;
        own_words = false;
        if (clitic) {
          if (t > sentence.first && view.key(t - 1) == "the") --t;
          break;
        }
        continue;
      }
    }
    if (phrase.owners.empty() && is_clitic(work, before) && before > sentence.first &&
        view.token(before - 1).upos == Upos::noun) {
      phrase.owner_noun = view.key(before - 1);
      phrase.definite = true;
      break;
    }
    if (!free_token(work, before) && !view.form(before).starts_with('-') &&
        !hyphen_after(work, before))
      break;
    // "counter-ISIL coalition", "U.S.-led forces" are named as they stand.
    const bool hyphened =
        !free_token(work, before) || view.form(before).find('-') != std::string_view::npos;
    if (hyphened && inside_word(work, before, phrase.head)) {
      words_first = before;
      phrase.compound = true;
      t = before;
      continue;
    }
    const auto above = view.parent(before);
    const bool inside = above && *above >= before && *above <= phrase.head && !key.empty();
    const bool modifier = token.upos == Upos::adj || token.upos == Upos::noun ||
                          token.upos == Upos::propn || token.upos == Upos::num ||
                          token.upos == Upos::adv ||
                          (token.upos == Upos::verb && token.deprel == Deprel::amod);
    if (inside && modifier) {
      const bool pair = before > sentence.first && !view.key(before - 1).empty() &&
                        capitalised(view.form(before - 1)) &&
                        region_adjective(view.key({before - 1, before + 1}));
      if (pair) {
        phrase.region = std::string(view.text({before - 1, before + 1}));
        t = before - 1;
        own_words = false;
        continue;
      }
      if (region_adjective(key) && capitalised(view.form(before))) {
        phrase.region = std::string(view.form(before));
        own_words = false;
      } else if (own_words && (token.deprel == Deprel::compound || title_modifier(key)) &&
                 (before == sentence.first || view.form(before - 1) != "-")) {
        words_first = before;
      } else if (own_words && before + 1 == words_first && token.upos == Upos::adj &&
                 work.index.role(view.key({before, before + 2})) != nullptr) {
        words_first = before;  // "civil society activists"
      } else if (!own_words && !phrase.owners.empty() && title_modifier(key) && key != "top" &&
                 key != "senior") {
        lead.insert(0, std::string(view.form(before)) + " ");  // "the chief U.S. negotiator"
      }
      t = before;
      continue;
    }
    // The same, cut at the hyphen.
    const bool number = before > sentence.first && view.token(before - 1).upos == Upos::num;
    if (view.form(before) == "-" && number) {
      t = before - 1;
      continue;
    }
    // "state-run media" are a kind of media.
    if (view.form(before) == "-" && before > sentence.first && free_token(work, before - 1) &&
        !capitalised(view.form(before - 1))) {
      t = before - 1;
      continue;
    }
    if (view.form(before) == "-" && before > sentence.first) {
      t = before - 1;
      while (t > sentence.first && work.hit_at[t] >= 0 && work.hit_at[t - 1] == work.hit_at[t]) --t;
      words_first = t;
      phrase.compound = true;
      own_words = false;
      continue;
    }
    if (view.form(before).starts_with('-') && view.form(before).size() > 1 &&
        before > sentence.first) {
      t = before - 1;
      words_first = t;
      phrase.compound = true;
      own_words = false;
      continue;
    }
    break;
  }
  phrase.range.first = t;
  phrase.words = util::lower(lead) + title_text(work, {words_first, phrase.role.last});
}

/// "the Democratic chairman of the Senate": the party does not own the office.
void drop_party(const Work& work, RolePhrase& phrase) {
  if (phrase.owners.size() != 1 || phrase.possessive_owner ||
      work.actor(phrase.owners.front()).sector != "PTY")
    return;
  for (const std::uint32_t c : work.view.children(phrase.head)) {
    if (c < phrase.role.last || work.view.token(c).deprel != Deprel::nmod ||
        work.view.case_of(c) != "of")
      continue;
    const text::Mention* mention = work.mention_at(c);
    if (mention != nullptr && !mention->actors.empty() && can_own(work, mention->actors.front()))
      phrase.owners.clear();
  }
}

void read_right(Work& work, RolePhrase& phrase) {
  const auto& view = work.view;
  for (const std::uint32_t c : view.children(phrase.head)) {
    if (c < phrase.role.last) continue;
    const Deprel relation = view.token(c).deprel;
    if (relation != Deprel::nmod && relation != Deprel::obl) continue;
    const std::string_view marker = view.case_of(c);
    if (marker.empty()) continue;
    const std::uint32_t first = view.subtree(c).first;
    // Only what follows at once belongs to the name.
    if (first > phrase.range.last + 1) continue;
    const bool place = marker == "in" || marker == "from" || marker == "at";
    if (marker == "of" || (place && phrase.owners.empty())) {
      const std::size_t before = phrase.owners.size();
      RolePhrase probe = phrase;
      probe.owners.clear();
      with_conjuncts(work, c, probe);
      if (probe.owners.empty()) continue;
      if (place) {
        const ActorKind kind = work.actor(probe.owners.front()).kind;
        if (phrase.noun == nullptr || (kind != ActorKind::country && kind != ActorKind::place))
          continue;
        if (phrase.noun->number == RoleNumber::person && !phrase.plural) continue;
      }
      if (before > 0 && marker == "of") continue;
      add_owner(phrase, probe.owners);
      phrase.link = std::string(marker);
      phrase.range.last = std::max(phrase.range.last, view.subtree(c).last);
      if (const text::Mention* mention = work.mention_at(c)) {
        phrase.range.last = std::max(phrase.role.last, mention->last);
        for (const std::uint32_t k : view.children(c)) {
          if (view.token(k).deprel == Deprel::conj && work.mention_at(k) != nullptr) {
            phrase.range.last = std::max(phrase.range.last, work.mention_at(k)->last);
          }
        }
      }
    } else if (marker == "to" || marker == "for" ||
               (marker == "on" && !weekday_or_month(view.key(c)))) {
      const text::Mention* mention = work.mention_at(c);
      const bool serves = phrase.key.starts_with("advis") || phrase.key.starts_with("aide") ||
                          phrase.key == "spokesman" || phrase.key == "spokeswoman" ||
                          phrase.key == "spokesperson";
      // "the Iraqi commander for the Harbour Command"
      const bool commands = phrase.key == "commander" && marker == "for" && mention != nullptr &&
                            mention->actors.size() == 1 &&
                            (work.actor(mention->actors.front()).kind == ActorKind::organisation ||
                             work.actor(mention->actors.front()).kind == ActorKind::armed_force);
      if (commands) {
        phrase.owners = mention->actors;
        phrase.link = std::string(marker);
        phrase.range.last = std::max(phrase.range.last, mention->last);
      } else if (serves && mention != nullptr && !mention->actors.empty() &&
                 phrase.owners.empty()) {
        with_conjuncts(work, c, phrase);
        phrase.link = std::string(marker);
        phrase.range.last = std::max(phrase.range.last, mention->last);
      } else if (phrase.noun != nullptr && phrase.noun->number == RoleNumber::person &&
                 title_word(phrase.key) && view.subtree(c).size() <= 9) {
        phrase.range.last = std::max(phrase.range.last, view.subtree(c).last);
        while (phrase.range.last > phrase.role.last + 1 && view.key(phrase.range.last - 1).empty())
          --phrase.range.last;
        const std::string tail = title_text(work, {first, phrase.range.last});
        phrase.words += " " + tail;
      }
    }
  }
}

/// "the government and people of Iraq": what follows the second owns the first too.
void read_shared(const Work& work, RolePhrase& phrase) {
  const auto& view = work.view;
  if (!phrase.owners.empty() || phrase.role.last >= view.size()) return;
  for (const std::uint32_t c : view.children(phrase.head)) {
    // At once, and without an article of its own: "the army and the police of Iraq" are two.
    const bool joined = view.token(c).deprel == Deprel::conj && c > phrase.head &&
                        view.key(phrase.role.last) == "and" && !capitalised(view.form(c)) &&
                        c <= phrase.role.last + 2 && !view.child(c, Deprel::det) &&
                        !view.child(c, Deprel::nmod_poss);
    if (!joined) continue;
    for (const std::uint32_t owner : view.children(c)) {
      if (view.token(owner).deprel != Deprel::nmod || view.case_of(owner) != "of") continue;
      with_conjuncts(work, owner, phrase);
      if (!phrase.owners.empty()) phrase.link = "of";
    }
  }
}

}  // namespace

std::optional<RolePhrase> read_role_phrase(Work& work, std::uint32_t head) {
  const auto& view = work.view;
  RolePhrase phrase;
  phrase.head = head;
  const Role* role = nullptr;
  if (const auto range = role_around(work, head, &role)) {
    phrase.role = *range;
    phrase.noun = role;
    // "European allies", "former president": rows of the tables that hold a modifier.
    while (phrase.role.size() > 1 && phrase.role.first < head) {
      const std::string& first = view.key(phrase.role.first);
      const bool region = region_adjective(first) && first != "foreign" &&
                          first != "international" && capitalised(view.form(phrase.role.first));
      if (!region && !former_word(first)) break;
      ++phrase.role.first;
    }
  } else {
    const std::string& key = view.key(head);
    if (!country_noun(key) && !alliance_noun(key) && !government_noun(key) &&
        key != "counterpart" && key != "counterparts" && key != "sides" && key != "side" &&
        key != "leaders") {
      return std::nullopt;
    }
    phrase.role = {head, head + 1};
  }
  phrase.key = view.key(phrase.role);
  phrase.range = phrase.role;
  phrase.plural = plural_form(work, head, role);
  read_left(work, phrase);
  read_joined_before(work, phrase);
  read_sender(work, phrase);
  drop_party(work, phrase);
  read_right(work, phrase);
  read_shared(work, phrase);
  return phrase;
}

}  // namespace entente::actors
