#include "extract/relations/frame_slots.hpp"

#include <algorithm>
#include <string>

#include "extract/relations/noun_place.hpp"
#include "extract/relations/slot_parties.hpp"
#include "extract/relations/surroundings.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::RelationClass;
using text::Deprel;

constexpr int deepest_attachment = 3;

bool in_frame(const Frame& frame, std::string_view name) {
  return std::any_of(frame.slots.begin(), frame.slots.end(),
                     [&](const FrameSlot& slot) { return names(slot, name); });
}

/// True if the word hangs below the other by phrases and participles alone: what a lower verb
/// does and to whom is its own. After a comma it may hang on anything.
bool hangs_below(const SentenceTree& tree, TokenId top, TokenId token) {
  if (const auto marker = tree.child(token, {Deprel::case_});
      marker && tree.form(*marker - 1) == ",") {
    return tree.governs(top, token);
  }
  for (auto at = token; at != top;) {
    // "convictions [related to B]"
    const bool told = tree.is(at, {Deprel::acl, Deprel::acl_relcl}) && tree.is_verbal(at);
    if (!told && !tree.is(at, {Deprel::nmod, Deprel::obl})) return false;
    const auto head = tree.head(at);
    if (!head) return false;
    at = *head;
  }
  return true;
}

/// "a timetable for [withdrawals from A]", "a threat to [use force against A]", "at a meeting of
/// [officials from A]": a phrase of that word's own. Not "two sets of sanctions [on A]".
bool keeps_phrase(const SentenceTree& tree, TokenId word, const std::string& preposition) {
  static constexpr std::string_view links[] = {"about", "for", "on", "over"};
  static constexpr std::string_view people[] = {"crowd", "diplomat", "individual", "title"};
  const bool person = preposition == "from" &&
                      std::any_of(std::begin(people), std::end(people), [&](std::string_view set) {
                        return Lexicon::built_in().in_set(set, tree.lemma(word));
                      });
  const bool topic = tree.is(word, {Deprel::nmod}) && is_listed(links, tree.preposition(word));
  const bool purpose =
      tree.is(word, {Deprel::acl}) && tree.marker(word) == "to" && preposition != "with";
  return person || ((topic || purpose) && wants(tree, word, preposition));
}

/// "returned a painting that was stolen in [Borduria] [to Syldavia]": the last phrase below the
/// object that nothing there wants and the slot does.
std::optional<TokenId> strayed_phrase(const SentenceTree& tree, TokenId object,
                                      const FrameSlot& slot) {
  static constexpr std::string_view of_parties[] = {"against", "from", "into", "to", "with"};
  std::optional<TokenId> found;
  for (TokenId token = object + 1; token < tree.last(); ++token) {
    if (!tree.is(token, {Deprel::nmod, Deprel::obl}) || !hangs_below(tree, object, token)) continue;
    const std::string preposition = tree.preposition(token);
    const bool fits = names(slot, preposition) && is_listed(of_parties, preposition);
    if (fits && !wants(tree, *tree.head(token), preposition)) found = token;
  }
  return found;
}

/// Of the phrases that a frame allows the first it lists is meant: "lifted the ban [on A] in
/// talks [in B]".
void prefer_first_named(const SentenceTree& tree, const Predication& predication,
                        const FrameSlot& slot, std::vector<TokenId>& found) {
  const Argument* object = argument(predication, "obj");
  if (object == nullptr || found.empty() || slot.filler != Filler::target) return;
  const auto rank = [&](TokenId phrase) {
    const auto at = std::find(slot.names.begin(), slot.names.end(), tree.preposition(phrase));
    return at - slot.names.begin();
  };
  std::optional<TokenId> best;
  for (const TokenId child : tree.children(object->token)) {
    if (!tree.is(child, {Deprel::nmod}) || !names(slot, tree.preposition(child))) continue;
    if (rank(child) < rank(best.value_or(found.front()))) best = child;
  }
  if (best) found = {*best};
}

bool is_attack(const SentenceTree& tree, TokenId noun) {
  const EventNoun* deed = event_noun(tree, noun).entry;
  return deed != nullptr && deed->type == RelationClass::assault;
}

bool is_jail(const std::string& noun) { return Lexicon::built_in().in_set("custody", noun); }

}  // namespace

bool names(const FrameSlot& slot, std::string_view name) {
  return std::find(slot.names.begin(), slot.names.end(), name) != slot.names.end();
}

bool wants(const SentenceTree& tree, TokenId word, std::string_view preposition) {
  if (tree.is_verbal(word)) {
    const auto frames = Lexicon::built_in().verb(tree.lemma(word));
    return std::any_of(frames.begin(), frames.end(),
                       [&](const Frame& frame) { return in_frame(frame, preposition); });
  }
  const EventNoun* noun = event_noun(tree, word).entry;
  if (noun == nullptr) return false;
  const auto& own = noun->target_prepositions;
  return std::find(own.begin(), own.end(), preposition) != own.end();
}

std::vector<TokenId> fillers(const SentenceTree& tree, const Predication& predication,
                             const Frame& frame, const FrameSlot& slot) {
  std::vector<TokenId> found;
  std::vector<TokenId> level;
  for (const Argument& role : predication.arguments) {
    // "an accord was signed between A and B"
    const bool all_sides = frame.symmetric && role.slot == "between" && names(slot, "with");
    // a parser that sees a complement may take the only object for the indirect one
    const bool only_object = role.slot == "iobj" && names(slot, "obj") &&
                             argument(predication, "obj") == nullptr && !predication.passive;
    if (is_setting(tree, predication, role, frame.type)) continue;
    // "On Tuesday A imposed sanctions": no party; "eased curfew hours [in B]" has one below
    if (slot.filler == Filler::target && role.slot != "obj" && is_time(tree, role.token)) continue;
    // "freed ten men from a jail": where they were
    const bool from_jail = role.slot == "from" && is_jail(tree.lemma(role.token));
    if (slot.filler == Filler::target && from_jail) continue;
    // "arrived at the invitation of A": not where
    if (slot.filler == Filler::target && is_circumstance(tree, role.token)) continue;
    if (names(slot, role.slot) || all_sides || only_object) found.push_back(role.token);
    // "imposed sanctions, including bans, [on B]", "sent arms alongside food [to B]", "paid it as a
    // compensation [to B]"
    // "vowed to negotiate with B": B is no party to the vow
    const bool clause = role.slot == "to_inf" || role.slot == "that";
    static constexpr std::string_view added[] = {"alongside", "include", "including"};
    const bool named_so = role.slot == "as" && happens_somewhere(frame.type);
    if (role.slot == "obj" || is_listed(added, role.slot) || named_so ||
        (role.slot != "subj" && !clause && in_frame(frame, role.slot))) {
      level.push_back(role.token);
    }
  }
  prefer_first_named(tree, predication, slot, found);
  if (found.empty() && names(slot, "to_inf") &&
      operator_of(tree, predication) == Operator::demand) {
    for (const TokenId child : tree.children(predication.token)) {
      if (tree.is(child, {Deprel::advcl}) && tree.marker(child) == "to") found.push_back(child);
    }
  }
  // nearest first: "filed a suit in a court of X against Y"
  for (int depth = 0; depth < deepest_attachment && found.empty(); ++depth) {
    std::vector<TokenId> next;
    for (const TokenId token : level) {
      for (const TokenId child : tree.children(token)) {
        // "sanctions [imposed on India]", "the embargo it [has imposed on India]"
        const auto doer = tree.child(child, {Deprel::nsubj});
        const bool told_of = tree.is(child, {Deprel::acl_relcl}) &&
                             Lexicon::built_in().is_light(tree.lemma(child)) &&
                             !(doer && tree.lemma(*doer) == "that");
        if (told_of || (tree.is(child, {Deprel::acl}) && tree.is_verbal(child) &&
                        !is_mediation(tree, child) && !is_suspicion(tree, child))) {
          next.push_back(child);
        }
        // "gave up a policy of isolating [B]"
        if (slot.filler == Filler::target && frame.type != RelationClass::reject &&
            tree.is(child, {Deprel::acl}) && tree.form(child).ends_with("ing") &&
            names(slot, tree.marker(child))) {
          if (const auto object = tree.child(child, {Deprel::obj})) found.push_back(*object);
        }
        // "approval for [B] to deliver food"
        if (const auto marker = tree.child(child, {Deprel::mark});
            marker && tree.is(child, {Deprel::acl, Deprel::advcl}) && names(slot, "for") &&
            tree.lemma(*marker) == "for") {
          if (const auto who = tree.child(child, {Deprel::nsubj})) found.push_back(*who);
        }
        if (!tree.is(child, {Deprel::nmod, Deprel::obl}) || is_apart(tree, token)) continue;
        if (slot.filler == Filler::target && is_circumstance(tree, child)) continue;
        const std::string preposition = tree.preposition(child);
        const bool kept = depth > 0 && keeps_phrase(tree, token, preposition);
        if (names(slot, preposition) && !kept) found.push_back(child);
        // "held three suspects in an attack [on the convoy of B]": whom they are said to have
        // struck
        const bool their_deed = frame.type == RelationClass::coerce && is_attack(tree, child);
        if (tree.is(child, {Deprel::nmod}) && !their_deed) next.push_back(child);
      }
      // "relieved his deputy, B, [of his duties]"
      if (const auto name = tree.child(token, {Deprel::appos}); name && *name == token + 1) {
        next.push_back(*name);
      }
    }
    level = std::move(next);
  }
  if (found.empty() && slot.filler == Filler::target) {
    for (const Argument& role : predication.arguments) {
      // "shared intelligence on suspects [with B]"
      const bool about = role.slot == "on" || role.slot == "about" || role.slot == "of";
      if ((role.slot != "obj" && !about) || role.inherited) continue;
      if (const auto strayed = strayed_phrase(tree, role.token, slot)) found.push_back(*strayed);
    }
  }
  return found;
}

bool has_word(const SentenceTree& tree, TokenId token, const FrameSlot& slot) {
  if (is_one_of(tree, token, slot.words)) return true;
  // "a battery of missiles", "dozens of diplomats"; not "a shortage of gas"
  static constexpr std::string_view about[] = {
      "absence", "cost",    "danger",   "idea",     "issue", "lack",     "matter", "need",
      "price",   "problem", "prospect", "question", "risk",  "shortage", "topic"};
  const bool apart = is_listed(about, tree.lemma(token));
  for (const TokenId child : tree.children(token)) {
    if (!apart && tree.is(child, {Deprel::nmod}) && tree.preposition(child) == "of" &&
        tree.at(child).upos == text::Upos::noun && is_one_of(tree, child, slot.words)) {
      return true;
    }
  }
  // "called it a [terrorist] state", "declared it [unfair]"
  if (names(slot, "pred")) {
    for (const TokenId child : tree.children(token)) {
      const bool of_kind = tree.is(child, {Deprel::amod, Deprel::compound});
      if (of_kind && is_one_of(tree, child, slot.words)) return true;
    }
  }
  // "aid deliveries", "arms shipments"
  if (Lexicon::built_in().in_set("bearer", tree.lemma(token))) {
    for (const TokenId child : tree.children(token)) {
      const bool load = tree.is(child, {Deprel::compound, Deprel::amod});
      if (load && is_one_of(tree, child, slot.words)) return true;
    }
  }
  const auto conjuncts = tree.conjuncts(token);
  return std::any_of(conjuncts.begin(), conjuncts.end(),
                     [&](TokenId conjunct) { return is_one_of(tree, conjunct, slot.words); });
}

bool is_each_other(const SentenceTree& tree, TokenId token) {
  if (const auto owner = tree.child(token, {Deprel::nmod_poss})) token = *owner;
  if (token + 1 >= tree.last()) return false;
  const std::string_view first = tree.form(token);
  const std::string_view second = tree.form(token + 1);
  return (first == "each" && second == "other") || (first == "one" && second == "another");
}

}  // namespace entente::relations
