#include "extract/relations/frames.hpp"

#include <algorithm>

#include "extract/relations/meant_parties.hpp"
#include "extract/relations/noun_place.hpp"
#include "extract/relations/surroundings.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::RelationClass;
using text::Deprel;

constexpr int deepest_attachment = 3;

bool names(const FrameSlot& slot, std::string_view name) {
  return std::find(slot.names.begin(), slot.names.end(), name) != slot.names.end();
}

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

/// The words that stand in a slot: the predication's own arguments, and what a
/// parser may have hung on another word of the frame ("imposed [sanctions on
/// Iran]", "entered into [an agreement with Iran]").
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
    // "On Tuesday A imposed sanctions": no party
    if (slot.filler == Filler::target && is_time(tree, role.token)) continue;
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
        const bool told_of =
            tree.is(child, {Deprel::acl_relcl}) && Lexicon::built_in().is_light(tree.lemma(child));
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

/// "each other", "one another"; "each other's cities".
bool is_each_other(const SentenceTree& tree, TokenId token) {
  if (const auto owner = tree.child(token, {Deprel::nmod_poss})) token = *owner;
  if (token + 1 >= tree.last()) return false;
  const std::string_view first = tree.form(token);
  const std::string_view second = tree.form(token + 1);
  return (first == "each" && second == "other") || (first == "one" && second == "another");
}

class FrameMatcher {
 public:
  FrameMatcher(const SentenceAnalysis& analysis, const Predication& predication, Targets targets)
      : analysis_(analysis),
        tree_(analysis.tree()),
        predication_(predication),
        targets_(targets),
        subjects_(subject_parties(analysis, predication)) {}

  std::optional<FrameMatch> match(const Frame& frame) const {
    if (leaves_predicate_open(frame) || blames_another(frame)) return std::nullopt;
    if (frame.symmetric && frame.slots.empty() && has_other_object()) return std::nullopt;
    FrameMatch match;
    match.frame = &frame;
    bool open = true;
    for (const FrameSlot& slot : frame.slots) {
      // "granted [the Portuguese government permission]": the recipient inside the object
      if (slot.filler == Filler::target && names(slot, "iobj") && slot.names.size() == 1 &&
          fillers(tree_, predication_, frame, slot).empty()) {
        continue;
      }
      if (!fill(frame, slot, match)) return std::nullopt;
      if (slot.filler == Filler::target) open = false;
    }
    if (frame.type == RelationClass::assault && is_work_stopped(match)) return std::nullopt;
    if (open) match.targets = owners_of(analysis_, match.words);
    prefer_meant(analysis_, predication_, subjects_, match);
    add_group(match);
    drop_self(match);
    if (match.targets.empty() && frame.needs_target) return std::nullopt;
    return match;
  }

  /// "Biden and Putin met": all sides of a symmetric act are its subject. Not "agreed that
  /// it was late". "A and B accused each other": of any other act, too.
  std::optional<FrameMatch> match_among_subjects(const Frame& frame) const {
    FrameMatch match;
    match.frame = &frame;
    match.mutual = subjects_.size() > 1 && strikes_each_other(frame);
    if (!match.mutual) {
      if (!frame.symmetric || argument(predication_, "that") != nullptr) return std::nullopt;
      // "was met with sanctions by A and B"
      const bool of_words =
          std::any_of(frame.slots.begin(), frame.slots.end(),
                      [](const FrameSlot& slot) { return slot.filler == Filler::words; });
      if (predication_.passive && !of_words) return std::nullopt;
      if (predication_.kind == PredicationKind::verb && !is_mutual_of_itself(frame) &&
          !is_said_mutual()) {
        return std::nullopt;
      }
    }
    if (!match.mutual && frame.slots.empty() && has_other_object()) return std::nullopt;
    for (const FrameSlot& slot : frame.slots) {
      if (slot.filler != Filler::target && !fill(frame, slot, match)) return std::nullopt;
      if (match.mutual || slot.filler != Filler::target) continue;
      if (names(slot, "obj") && has_other_object()) return std::nullopt;
      // "they held talks with the investors": not with each other
      if (names(slot, "with") && has_company(frame, slot)) return std::nullopt;
    }
    return match;
  }

 private:
  /// "A and B fought the insurgency": not each other, whoever that is.
  [[nodiscard]] bool has_other_object() const {
    const Argument* object = argument(predication_, "obj");
    if (predication_.kind != PredicationKind::verb || predication_.passive || object == nullptr) {
      return false;
    }
    // "fought each other", "met Tuesday"
    static constexpr std::string_view mutual[] = {"another", "each", "one", "other"};
    return !is_listed(mutual, tree_.lemma(object->token)) && !is_time(tree_, object->token);
  }

  /// Somebody stands in the slot, whether or not we know him.
  [[nodiscard]] bool has_company(const Frame& frame, const FrameSlot& slot) const {
    const auto tokens = fillers(tree_, predication_, frame, slot);
    return std::any_of(tokens.begin(), tokens.end(), [&](TokenId token) {
      return tree_.preposition(token) == "with" && !is_each_other(tree_, token) &&
             tree_.is_nominal(token) && !is_thing(token);
    });
  }

  /// "met with success"
  [[nodiscard]] bool is_thing(TokenId token) const {
    return tree_.at(token).upos == text::Upos::noun && !has_body(tree_, token);
  }

  /// "called him a liar" is no call: what is said of the object must be in the frame, unless
  /// the frame knows the object ("declared a truce effective").
  [[nodiscard]] bool leaves_predicate_open(const Frame& frame) const {
    return argument(predication_, "pred") != nullptr && !names_object(frame) &&
           std::none_of(frame.slots.begin(), frame.slots.end(),
                        [](const FrameSlot& slot) { return names(slot, "pred"); });
  }

  /// "blamed the violence on saboteurs" does not blame the violence.
  [[nodiscard]] bool blames_another(const Frame& frame) const {
    const bool on = argument(predication_, "on") != nullptr;
    return on && (predication_.lemma == "blame" || predication_.lemma == "pin") &&
           std::any_of(frame.slots.begin(), frame.slots.end(), [](const FrameSlot& slot) {
             return slot.filler == Filler::target && names(slot, "obj");
           });
  }

  [[nodiscard]] static bool names_object(const Frame& frame) {
    return std::any_of(frame.slots.begin(), frame.slots.end(), [](const FrameSlot& slot) {
      return slot.filler == Filler::words && names(slot, "obj");
    });
  }

  /// "A and B met", "A and B held talks". "A and B worked" does not say with whom.
  [[nodiscard]] static bool is_mutual_of_itself(const Frame& frame) {
    return !frame.needs_target ||
           std::any_of(frame.slots.begin(), frame.slots.end(),
                       [](const FrameSlot& slot) { return slot.filler == Filler::words; });
  }

  /// "worked together", "trained with each other"
  [[nodiscard]] bool is_said_mutual() const {
    static constexpr std::string_view words[] = {"another",  "each",  "jointly",
                                                 "mutually", "other", "together"};
    const auto& children = tree_.children(predication_.token);
    return std::any_of(children.begin(), children.end(),
                       [&](TokenId child) { return is_listed(words, tree_.lemma(child)); });
  }

  /// "began a hunger strike against B", "the drivers' strike": no strike of arms.
  [[nodiscard]] bool is_work_stopped(const FrameMatch& match) const {
    return std::any_of(match.words.begin(), match.words.end(), [&](TokenId word) {
      const EventNoun* noun = event_noun(tree_, word).entry;
      return noun != nullptr && noun->type == RelationClass::protest;
    });
  }

  [[nodiscard]] bool strikes_each_other(const Frame& frame) const {
    return std::any_of(frame.slots.begin(), frame.slots.end(), [&](const FrameSlot& slot) {
      if (slot.filler != Filler::target) return false;
      const auto tokens = fillers(tree_, predication_, frame, slot);
      return std::any_of(tokens.begin(), tokens.end(),
                         [&](TokenId token) { return is_each_other(tree_, token); });
    });
  }

  bool fill(const Frame& frame, const FrameSlot& slot, FrameMatch& match) const {
    const auto tokens = fillers(tree_, predication_, frame, slot);
    if (tokens.empty()) {
      // "is in [Ruritanian] custody"
      if (slot.filler == Filler::target && names(slot, "owner")) {
        match.targets = owners_of(analysis_, {&predication_.token, 1});
        if (!match.targets.empty()) return true;
      }
      if (slot.filler != Filler::target || targets_ != Targets::deep) return false;
      // "called for B's release" is "called for the release of B"
      if (names(slot, "of") && match.named && !strikes_place(frame.type) &&
          !is_inquiry(*match.named)) {
        match.targets = owners_of(analysis_, {&*match.named, 1});
      }
      erase_subjects(match.targets, subjects_);
      if (match.targets.empty() && leads_to_party(slot) && names_object(frame)) {
        match.targets = parties_around(analysis_, predication_, frame.type, subjects_);
      }
      return !match.targets.empty();
    }
    switch (slot.filler) {
      case Filler::any:
        return true;
      case Filler::words: {
        const auto word = std::find_if(tokens.begin(), tokens.end(),
                                       [&](TokenId token) { return has_word(tree_, token, slot); });
        if (word == tokens.end()) return false;
        if (names(slot, "obj")) match.words.push_back(*word);
        match.named = *word;
        return true;
      }
      case Filler::agent:
        match.agents = acting(analysis_, filling_parties(analysis_, tokens, Reach::owner));
        return !match.agents.empty();
      case Filler::target:
        match.targets = filling_parties(analysis_, tokens,
                                        reach_of(tree_, predication_, frame.type, tokens.front()));
        if (frame.type == RelationClass::reject) {
          prefer_accuser(analysis_, tokens.front(), subjects_, match.targets);
        }
        if (match.targets.empty() && names(slot, "obj") && strikes_place(frame.type)) {
          match.targets = place_of(analysis_, predication_, tokens.front(), subjects_,
                                   targets_ == Targets::deep);
        }
        if (match.targets.empty() && frame.type == RelationClass::reject) {
          match.targets = accusers(analysis_, predication_, tokens.front(), subjects_);
        }
        if (match.targets.empty() && targets_ != Targets::named && !is_topic(frame, slot, tokens)) {
          match.targets = unnamed_targets(analysis_, predication_, frame.type, tokens);
        }
        // "denied any part in the attack on B" answers not B, "passed a bill to tax traders from B"
        // grants B nothing
        // "met the criteria of B", "received permission from B": whom one meets stands there
        const bool met = frame.type == RelationClass::consult && !names_object(frame);
        if (match.targets.empty() && targets_ == Targets::deep && !met &&
            predication_.lemma != "deny" &&
            !Lexicon::built_in().in_set("law", tree_.lemma(tokens.front()))) {
          match.targets = deep_parties(analysis_, tokens.front(), frame.type);
        }
        for (const TokenId token : tokens) {
          if (const auto child = tree_.child(token, {Deprel::case_}); child && !names(slot, "obj"))
            match.words.push_back(*child);
        }
        if (!names(slot, "subj")) drop_self(match);
        return !match.targets.empty() || !frame.needs_target;
    }
    return false;
  }

  /// "vetoed a bill on foreign agents" is about the bill.
  [[nodiscard]] bool is_topic(const Frame& frame, const FrameSlot& slot,
                              const std::vector<TokenId>& tokens) const {
    if (!names_object(frame) || !takes_side(frame.type) || names(slot, "obj")) return false;
    const std::string preposition = tree_.preposition(tokens.front());
    return preposition == "on" || preposition == "about" || preposition == "over";
  }

  /// Whose inquiry it is inquires: "announced the ministry's investigation".
  [[nodiscard]] bool is_inquiry(TokenId word) const {
    return Lexicon::built_in().in_set("inquiry", tree_.lemma(word));
  }

  /// "freed 20 prisoners, including A": the others, too.
  void add_group(FrameMatch& match) const {
    if (match.targets.empty() || targets_ != Targets::named) return;
    std::vector<TokenId> nouns;
    if (const Argument* object = argument(predication_, "obj")) nouns.push_back(object->token);
    for (const Party& target : match.targets) nouns.push_back(tree_.first_conjunct(target.slot));
    for (const TokenId noun : nouns) {
      for (Party& party : group_around(analysis_, noun, match.frame->type)) {
        if (!contains(match.targets, party.actor)) match.targets.push_back(std::move(party));
      }
    }
  }

  /// Not "out", "off", "behind": what those say is part of the act.
  [[nodiscard]] static bool leads_to_party(const FrameSlot& slot) {
    static constexpr std::string_view prepositions[] = {
        "about", "across", "against", "at", "between", "for", "from", "in",
        "into",  "near",   "of",      "on", "over",    "to",  "with"};
    return std::any_of(std::begin(prepositions), std::end(prepositions),
                       [&](std::string_view preposition) { return names(slot, preposition); });
  }

  /// Nobody acts on himself: "opened its borders to refugees" is about the refugees.
  void drop_self(FrameMatch& match) const {
    if (match.agents.empty()) erase_subjects(match.targets, subjects_);
  }

  const SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  const Predication& predication_;
  Targets targets_;
  std::vector<Party> subjects_;
};

}  // namespace

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

std::optional<FrameMatch> match_frame(const SentenceAnalysis& analysis,
                                      const Predication& predication, std::span<const Frame> frames,
                                      Targets targets) {
  const FrameMatcher matcher(analysis, predication, targets);
  // "A and B traded fire": a frame of the verb alone comes last
  // "signed a treaty" alone tells of two who sign; of one, it tells what is signed
  std::optional<FrameMatch> targetless;
  for (const Frame& frame : frames) {
    if (frame.slots.empty()) continue;
    auto match = matcher.match(frame);
    if (!match) continue;
    if (!match->targets.empty() || targets == Targets::named) return match;
    if (!targetless) targetless = std::move(match);
  }
  if (targetless) return targetless;
  for (const Frame& frame : frames) {
    if (auto match = matcher.match_among_subjects(frame)) return match;
  }
  for (const Frame& frame : frames) {
    if (!frame.slots.empty()) continue;
    if (auto match = matcher.match(frame)) return match;
  }
  return std::nullopt;
}

}  // namespace entente::relations
