#include "extract/relations/frames.hpp"

#include <algorithm>

#include "extract/relations/noun_place.hpp"
#include "extract/relations/surroundings.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::ActorKind;
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
    if (!tree.is(at, {Deprel::nmod, Deprel::obl, Deprel::acl, Deprel::acl_relcl})) return false;
    const auto head = tree.head(at);
    if (!head) return false;
    at = *head;
  }
  return true;
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
    const bool fits = names(slot, preposition) &&
                      std::find(std::begin(of_parties), std::end(of_parties), preposition) !=
                          std::end(of_parties);
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
    // "arrived at the invitation of A": not where
    if (slot.filler == Filler::target && is_circumstance(tree, role.token)) continue;
    if (names(slot, role.slot) || all_sides || only_object) found.push_back(role.token);
    // "imposed sanctions, including bans, [on B]"
    // "vowed to negotiate with B": B is no party to the vow
    const bool clause = role.slot == "to_inf" || role.slot == "that";
    if (role.slot == "obj" || role.slot == "include" || role.slot == "including" ||
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
        // "sanctions [imposed on India]"
        if (tree.is(child, {Deprel::acl}) && !is_mediation(tree, child)) {
          next.push_back(child);
        }
        if (!tree.is(child, {Deprel::nmod, Deprel::obl}) || is_apart(tree, token)) continue;
        if (slot.filler == Filler::target && is_circumstance(tree, child)) continue;
        if (names(slot, tree.preposition(child))) found.push_back(child);
        if (tree.is(child, {Deprel::nmod})) next.push_back(child);
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
  const bool apart =
      std::find(std::begin(about), std::end(about), tree.lemma(token)) != std::end(about);
  for (const TokenId child : tree.children(token)) {
    if (!apart && tree.is(child, {Deprel::nmod}) && tree.preposition(child) == "of" &&
        tree.at(child).upos == text::Upos::noun && is_one_of(tree, child, slot.words)) {
      return true;
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
    if (open) match.targets = owners_of(match.words);
    prefer_owner_to_place(match);
    prefer_named_holder(match);
    if (takes_side(frame.type)) prefer_maker(match);
    prefer_doer(match);
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
      if (!match.mutual && slot.filler == Filler::target && names(slot, "obj") &&
          has_other_object()) {
        return std::nullopt;
      }
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
    return std::find(std::begin(mutual), std::end(mutual), tree_.lemma(object->token)) ==
               std::end(mutual) &&
           !is_time(tree_, object->token);
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
    return std::any_of(children.begin(), children.end(), [&](TokenId child) {
      return std::find(std::begin(words), std::end(words), tree_.lemma(child)) != std::end(words);
    });
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
        match.targets = owners_of({predication_.token});
        if (!match.targets.empty()) return true;
      }
      if (slot.filler != Filler::target || targets_ != Targets::deep) return false;
      // "called for B's release" is "called for the release of B"
      if (names(slot, "of") && match.named && !strikes_place(frame.type) &&
          !is_inquiry({*match.named})) {
        match.targets = owners_of({*match.named});
      }
      erase_subjects(match.targets);
      if (match.targets.empty() && leads_to_party(slot)) match.targets = around(frame);
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
        match.agents = acting(analysis_, collect(tokens, Reach::owner));
        return !match.agents.empty();
      case Filler::target:
        match.targets = collect(tokens, reach_of(frame.type, tokens.front()));
        if (frame.type == RelationClass::reject) prefer_accuser(tokens.front(), match.targets);
        if (match.targets.empty() && names(slot, "obj") && strikes_place(frame.type)) {
          match.targets = where(tokens.front(), targets_ == Targets::deep);
        }
        if (match.targets.empty() && frame.type == RelationClass::reject) {
          match.targets = accusers(tokens.front());
        }
        if (match.targets.empty() && targets_ != Targets::named && !is_topic(frame, slot, tokens)) {
          match.targets = unnamed_targets(frame.type, tokens);
        }
        // "denied any part in the attack on B" answers not B, "passed a bill to tax traders from B"
        // grants B nothing
        if (match.targets.empty() && targets_ == Targets::deep && predication_.lemma != "deny" &&
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

  /// "rejected the charge", told before: that of who has accused the one who answers.
  void prefer_accuser(TokenId charge, std::vector<Party>& targets) const {
    const EventNoun* noun = event_noun(tree_, charge).entry;
    if (noun == nullptr || noun->type != RelationClass::accuse || subjects_.empty() ||
        std::none_of(targets.begin(), targets.end(), [](const Party& party) {
          return party.footing == text::Footing::inferred && party.reason == told_before_reason;
        })) {
      return;
    }
    auto accusers = analysis_.finder().accusers_of(tree_, charge, subjects_.front());
    if (!accusers.empty()) targets = std::move(accusers);
  }

  /// "vetoed a bill on foreign agents" is about the bill.
  [[nodiscard]] bool is_topic(const Frame& frame, const FrameSlot& slot,
                              const std::vector<TokenId>& tokens) const {
    if (!names_object(frame) || !takes_side(frame.type) || names(slot, "obj")) return false;
    const std::string preposition = tree_.preposition(tokens.front());
    return preposition == "on" || preposition == "about" || preposition == "over";
  }

  /// "rejected Iran's offer to Iraq": one answers who made it.
  [[nodiscard]] static bool takes_side(RelationClass type) {
    return type == RelationClass::reject || type == RelationClass::agree ||
           type == RelationClass::support;
  }

  /// "the request", "the offer", "the charge": it has an author.
  [[nodiscard]] static bool is_word(RelationClass type) {
    return type == RelationClass::request || type == RelationClass::accuse ||
           type == RelationClass::agree || type == RelationClass::threaten;
  }

  /// "struck a rebel base in B", "wounded French soldiers in B", "froze A's assets in B": whom it
  /// befalls, wherever that was.
  void prefer_owner_to_place(FrameMatch& match) const {
    const bool forcible = match.frame->type == RelationClass::assault ||
                          match.frame->type == RelationClass::coerce ||
                          match.frame->type == RelationClass::sanction;
    if (!forcible || match.words.empty() || match.targets.empty()) return;
    const TokenId word = match.words.front();
    const bool located =
        std::all_of(match.targets.begin(), match.targets.end(),
                    [&](const Party& target) { return is_locative_slot(target.slot); });
    if (!located) return;
    // "ordered the closure of X's consulate in Y"
    if (match.named && match.named != word && match.frame->type == RelationClass::sanction) {
      if (auto mission = named_victims(*match.named, true); !mission.empty()) {
        match.targets = std::move(mission);
        return;
      }
    }
    const bool people = match.frame->type != RelationClass::sanction;
    if (auto named = named_victims(word, people); !named.empty()) {
      match.targets = std::move(named);
      return;
    }
    const auto& actors = analysis_.document().actors;
    const bool place =
        std::all_of(match.targets.begin(), match.targets.end(), [&](const Party& target) {
          const auto kind = actors[target.actor].kind;
          return kind == ActorKind::place || kind == ActorKind::country;
        });
    if (match.frame->type != RelationClass::assault || !place || !has_body(tree_, word)) return;
    auto owners = owners_of({word});
    std::erase_if(owners, [&](const Party& owner) {
      const auto kind = actors[owner.actor].kind;
      return kind != ActorKind::armed_force && kind != ActorKind::organisation &&
             kind != ActorKind::group;
    });
    if (!owners.empty()) match.targets = std::move(owners);
  }

  /// The parties with a name that the word itself is, or whose it is by a possessive.
  [[nodiscard]] std::vector<Party> named_victims(TokenId word, bool people) const {
    const auto& actors = analysis_.document().actors;
    auto found =
        people && tells_whose(word) ? analysis_.parties(word, Reach::direct) : std::vector<Party>{};
    if (const auto owner = tree_.child(word, {Deprel::nmod_poss}); owner && found.empty()) {
      found = analysis_.parties(*owner, Reach::direct);
    }
    erase_subjects(found);
    std::erase_if(found, [&](const Party& party) {
      return party.unnamed || actors[party.actor].kind == ActorKind::place;
    });
    return found;
  }

  /// "A accused B of spying, [a charge] B denies": that answers A.
  [[nodiscard]] std::vector<Party> accusers(TokenId charge) const {
    static constexpr std::string_view charges[] = {"accusation", "allegation", "assertion",
                                                   "charge",     "claim",      "suggestion"};
    if (predication_.link != Link::relative || tree_.head(predication_.token) != charge ||
        std::find(std::begin(charges), std::end(charges), tree_.lemma(charge)) ==
            std::end(charges)) {
      return {};
    }
    for (auto above = tree_.head(charge); above; above = tree_.head(*above)) {
      const Predication* charging = analysis_.clauses().of(*above);
      if (charging == nullptr || charging->kind != PredicationKind::verb) continue;
      const Operator op = operator_of(tree_, *charging);
      const auto plain = Lexicon::built_in().verb(charging->lemma);
      const bool blames = std::any_of(plain.begin(), plain.end(), [](const Frame& frame) {
        return frame.type == RelationClass::accuse;
      });
      if (op != Operator::accuse && op != Operator::say && !blames) continue;
      auto found = subject_parties(analysis_, *charging);
      erase_subjects(found);
      return found;
    }
    return {};
  }

  /// "greeted the premier of B, X": X, and no B.
  void prefer_named_holder(FrameMatch& match) const {
    const auto type = match.frame->type;
    if (match.words.empty() || match.targets.empty() ||
        (type != RelationClass::consult && type != RelationClass::accuse)) {
      return;
    }
    const bool office =
        std::all_of(match.targets.begin(), match.targets.end(), [&](const Party& target) {
          const std::string preposition = tree_.preposition(target.slot);
          return (preposition == "of" || preposition == "from") &&
                 tree_.head(target.slot) == match.words.front();
        });
    if (!office) return;
    auto named = analysis_.parties(match.words.front(), Reach::direct);
    std::erase_if(named, [&](const Party& party) {
      return party.unnamed || analysis_.document().actors[party.actor].kind != ActorKind::person;
    });
    erase_subjects(named);
    if (!named.empty()) match.targets = std::move(named);
  }

  /// "two French soldiers", not "two soldiers" of whom more was told elsewhere.
  [[nodiscard]] bool tells_whose(TokenId word) const {
    const text::Mention* mention = analysis_.finder().mention_at(word);
    if (mention == nullptr) return false;
    for (TokenId token = mention->first; token < mention->last; ++token) {
      const char initial = tree_.form(token).front();
      if (initial >= 'A' && initial <= 'Z') return true;
    }
    return false;
  }

  [[nodiscard]] bool is_locative_slot(TokenId phrase) const {
    const std::string preposition = tree_.preposition(phrase);
    return preposition == "in" || preposition == "at" || preposition == "near";
  }

  void prefer_maker(FrameMatch& match) const {
    const Argument* object = argument(predication_, "obj");
    if (object == nullptr || match.words.empty() || match.words.front() != object->token) return;
    const EventNoun* noun = event_noun(tree_, object->token).entry;
    // "recognised Kosovo's independence from Serbia" needs no event noun
    if (match.frame->type == RelationClass::support) {
      if (noun != nullptr) return;
      const auto owner = tree_.child(object->token, {Deprel::nmod_poss});
      if (!owner) return;
      auto owners = analysis_.parties(*owner, Reach::direct);
      erase_subjects(owners);
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
    const bool of_somebody = !owners_by("of", object->token).empty();
    for (const TokenId child : tree_.children(object->token)) {
      if (!tree_.is(child, {Deprel::nmod_poss, Deprel::amod, Deprel::compound})) continue;
      // "opposed the NATO membership of X"
      if (of_somebody && !tree_.is(child, {Deprel::nmod_poss})) continue;
      for (Party& party : analysis_.parties(child, Reach::direct)) makers.push_back(party);
    }
    erase_subjects(makers);
    if (!makers.empty()) match.targets = std::move(makers);
  }

  [[nodiscard]] std::vector<Party> owners_by(std::string_view preposition, TokenId noun) const {
    for (const TokenId child : tree_.children(noun)) {
      if (tree_.is(child, {Deprel::nmod}) && tree_.preposition(child) == preposition) {
        return analysis_.parties(child, Reach::direct);
      }
    }
    return {};
  }

  /// "condemned X's treatment of Y" blames X; without X, nobody.
  void prefer_doer(FrameMatch& match) const {
    if (match.frame->type != RelationClass::accuse || match.words.empty()) return;
    const TokenId deed = match.words.front();
    const auto owner = tree_.child(deed, {Deprel::nmod_poss});
    auto doers = owner ? analysis_.parties(*owner, Reach::direct) : std::vector<Party>{};
    erase_subjects(doers);
    if (!doers.empty()) {
      match.targets = std::move(doers);
    } else if (tree_.lemma(deed) == "treatment" || tree_.lemma(deed) == "handling") {
      const auto suffers = owners_by("of", deed);
      std::erase_if(match.targets, [&](const Party& target) {
        return std::any_of(suffers.begin(), suffers.end(),
                           [&](const Party& other) { return other.actor == target.actor; });
      });
    }
  }

  void erase_subjects(std::vector<Party>& parties) const {
    std::erase_if(parties, [&](const Party& party) {
      return std::any_of(subjects_.begin(), subjects_.end(),
                         [&](const Party& subject) { return subject.actor == party.actor; });
    });
  }

  [[nodiscard]] std::vector<Party> where(TokenId object, bool deep) const {
    return place_of(analysis_, predication_, object, subjects_, deep);
  }

  /// Whose inquiry it is inquires: "announced the ministry's investigation".
  [[nodiscard]] bool is_inquiry(const std::vector<TokenId>& words) const {
    return std::any_of(words.begin(), words.end(), [&](TokenId word) {
      return Lexicon::built_in().in_set("inquiry", tree_.lemma(word));
    });
  }

  /// Not "out", "off", "behind": what those say is part of the act.
  [[nodiscard]] static bool leads_to_party(const FrameSlot& slot) {
    static constexpr std::string_view prepositions[] = {
        "about", "across", "against", "at", "between", "for", "from", "in",
        "into",  "near",   "of",      "on", "over",    "to",  "with"};
    return std::any_of(std::begin(prepositions), std::end(prepositions),
                       [&](std::string_view preposition) { return names(slot, preposition); });
  }

  /// Whom an act concerns that its own slots leave open: whom the purpose names ("sent aid to
  /// help B recover"), or where it takes place ("declared a truce effective in B").
  [[nodiscard]] std::vector<Party> around(const Frame& frame) const {
    const Argument* object = argument(predication_, "obj");
    if (!names_object(frame) || object == nullptr) return {};
    if (frame.type == RelationClass::aid || frame.type == RelationClass::cooperate) {
      auto found = purpose_parties(analysis_, predication_, object->token, subjects_);
      if (!found.empty()) return found;
    }
    if (frame.type == RelationClass::sanction || frame.type == RelationClass::protest) {
      auto found = provokers();
      if (!found.empty()) return found;
    }
    // "enforced the A sanctions", "joined an A operation": whose act it is, not whom it strikes
    const bool deed = event_noun(tree_, object->token).entry != nullptr ||
                      Lexicon::built_in().in_set("hostility", tree_.lemma(object->token));
    const bool owned = deed && !analysis_.finder().owners(tree_, object->token).empty();
    auto found =
        happens_somewhere(frame.type) && !owned ? where(object->token, true) : std::vector<Party>{};
    if (!found.empty() || !reaches_deep(frame.type) || frame.type == RelationClass::agree ||
        frame.type == RelationClass::cooperate) {
      return found;
    }
    if (owned) return found;
    // "opened talks in Cairo" with whom?
    found = phrase_parties(analysis_, object->token);
    if (frame.type == RelationClass::consult) {
      std::erase_if(found, [&](const Party& party) {
        return analysis_.document().actors[party.actor].kind == ActorKind::place;
      });
    }
    return found;
  }

  /// "recalled its envoy over B's remarks", "in response to the raid by B": who gave cause.
  [[nodiscard]] std::vector<Party> provokers() const {
    static constexpr std::string_view causes[] = {"in_protest",  "in_reaction",    "in_reprisal",
                                                  "in_response", "in_retaliation", "over"};
    for (const Argument& role : predication_.arguments) {
      if (role.inherited ||
          std::find(std::begin(causes), std::end(causes), role.slot) == std::end(causes)) {
        continue;
      }
      std::vector<TokenId> deeds{role.token};
      if (role.slot != "over") {
        deeds.clear();
        for (const TokenId child : tree_.children(role.token)) {
          if (tree_.is(child, {Deprel::nmod, Deprel::obl})) deeds.push_back(child);
        }
      }
      auto found = collect(deeds, Reach::culprit);
      erase_subjects(found);
      std::erase_if(found, [&](const Party& party) {
        return !can_act(analysis_.document().actors[party.actor]);
      });
      if (!found.empty()) return found;
    }
    return {};
  }

  /// Nobody acts on himself: "opened its borders to refugees" is about the refugees.
  void drop_self(FrameMatch& match) const {
    if (match.agents.empty()) erase_subjects(match.targets);
  }

  /// A frame without a target slot strikes whose things its words name: "seized
  /// Kuwaiti boats".
  [[nodiscard]] std::vector<Party> owners_of(const std::vector<TokenId>& words) const {
    for (const TokenId word : words) {
      auto found = analysis_.finder().owners(tree_, word);
      if (!found.empty()) return found;
    }
    return {};
  }

  /// Who backs, rejects or resists an attack sides with or against the attacker.
  [[nodiscard]] Reach reach_of(RelationClass type, TokenId token) const {
    const EventNoun* noun = event_noun(tree_, token).entry;
    const bool hostile =
        noun != nullptr && graph::quad_of(noun->type) == graph::Quad::material_conflict;
    if (type == RelationClass::accuse) return Reach::culprit;
    // "denied any part in the poisoning of X" answers not X, but who blames one for it
    const bool denies = type == RelationClass::reject && predication_.lemma == "deny";
    // "denied the charge": of whom it was told before
    if (denies && noun != nullptr && noun->type == RelationClass::accuse) return Reach::culprit;
    if (takes_side(type) && noun != nullptr && is_word(noun->type)) return Reach::author;
    // "introduced a law on X" does nothing for X
    const bool law = type != RelationClass::threaten && noun == nullptr &&
                     Lexicon::built_in().in_set("law", tree_.lemma(token));
    if (law && target_reach(type) == Reach::agent_or_target) return Reach::owner;
    // "hailed the offensive": whose it was is told before
    const bool force =
        hostile || (noun == nullptr && Lexicon::built_in().in_set("hostility", tree_.lemma(token)));
    if (force && type == RelationClass::support && !tree_.child(token, {Deprel::nmod})) {
      return Reach::culprit;
    }
    return hostile || denies ? Reach::agent : target_reach(type);
  }

  [[nodiscard]] std::vector<Party> collect(const std::vector<TokenId>& tokens, Reach reach) const {
    std::vector<Party> found;
    for (const TokenId token : tokens) {
      for (Party& party : analysis_.parties(token, reach)) {
        const auto kind = analysis_.document().actors[party.actor].kind;
        if (kind != ActorKind::position) found.push_back(std::move(party));
      }
    }
    return found;
  }

  [[nodiscard]] std::vector<Party> unnamed_targets(RelationClass type,
                                                   const std::vector<TokenId>& tokens) const {
    const Argument* told = argument(predication_, "iobj");
    const bool two = argument(predication_, "obj") != nullptr;
    for (const TokenId token : tokens) {
      // "called China an assassin"; who is told or warned is told no more than he is named for
      if (told != nullptr && (two || type != RelationClass::request || token != told->token)) {
        return {};
      }
      // "broke the accord by an assault on B"
      if (tree_.preposition(token) == "by") continue;
      auto found = nameless_doers(analysis_, token, type);
      if (found.empty()) found = unnamed_parties(analysis_, token, type);
      if (!found.empty()) return found;
    }
    return {};
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
