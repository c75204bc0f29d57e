#include "extract/relations/frames.hpp"

#include <algorithm>

#include "extract/relations/frame_slots.hpp"
#include "extract/relations/meant_parties.hpp"
#include "extract/relations/surroundings.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::RelationClass;
using text::Deprel;

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
        if (graph::quad_of(frame.type) == graph::Quad::verbal_conflict &&
            targets_ != Targets::deep) {
          prefer_people_to_place(tokens.front(), frame.type, match.targets);
        }
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

  /// "an answer from a Kigali magistrate": his, not the town's.
  void prefer_people_to_place(TokenId noun, RelationClass type, std::vector<Party>& found) const {
    const auto& actors = analysis_.document().actors;
    const bool bare =
        !found.empty() && std::all_of(found.begin(), found.end(), [&](const Party& at) {
          return at.distance > 0 && actors[at.actor].kind == graph::ActorKind::place;
        });
    if (!bare) return;
    auto people = acting(analysis_, unnamed_parties(analysis_, noun, type));
    std::erase_if(people, [&](const Party& one) { return actors[one.actor].sector == "GOV"; });
    if (!people.empty()) found = std::move(people);
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
