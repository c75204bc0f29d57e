#include "extract/relations/told_events.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/relations/act.hpp"
#include "extract/relations/analysis.hpp"
#include "extract/relations/slot_parties.hpp"
#include "extract/relations/words.hpp"
#include "util/lower.hpp"

namespace entente::relations {
namespace {

using graph::Quad;
using graph::RelationClass;
using text::Deprel;

constexpr std::uint32_t furthest_event = 6;   // sentences back, for "the attack"
constexpr std::uint32_t furthest_action = 1;  // for "the move"
constexpr std::uint32_t furthest_talks = 2;   // for "the talks"
constexpr std::uint32_t furthest_paper = 4;   // for "the report"
constexpr std::uint32_t furthest_word = 3;    // for "the request"

/// Only what one side does to another has a doer to be named again.
bool is_one_sided(RelationClass type) {
  const Quad quad = graph::quad_of(type);
  return quad == Quad::material_conflict || type == RelationClass::retreat ||
         type == RelationClass::concede;
}

bool is_mutual(const text::Triple& triple) {
  return triple.symmetric &&
         (triple.type == RelationClass::consult || triple.type == RelationClass::agree ||
          triple.type == RelationClass::support);
}

/// What is answered: "the request", "the offer", "the ultimatum".
bool is_answered(RelationClass type) {
  return type == RelationClass::request || type == RelationClass::agree ||
         type == RelationClass::threaten;
}

/// "the move", "this step": whatever was done last.
bool is_any_action(const std::string& noun) {
  static constexpr std::string_view nouns[] = {"act",     "action", "decision", "gesture",
                                               "measure", "move",   "step"};
  return is_listed(nouns, noun);
}

/// "the verdict": what a court did last.
bool is_verdict(const std::string& noun) {
  static constexpr std::string_view nouns[] = {"conviction", "judgement", "judgment",
                                               "ruling",     "sentence",  "verdict"};
  return is_listed(nouns, noun);
}

/// What is called a move or a step: somebody does something, and more than say it.
bool is_deed(RelationClass type) {
  switch (type) {
    case RelationClass::accuse:
    case RelationClass::consult:
    case RelationClass::other:
    case RelationClass::request:
    case RelationClass::statement:
    case RelationClass::threaten:
      return false;
    default:
      return !graph::is_static(type);
  }
}

/// "the claim", "the remarks": what was said last. A claim may be turned down and looked into, for
/// a remark one is blamed.
bool is_any_word(const std::string& noun, Reach reach) {
  static constexpr std::string_view claims[] = {"assertion", "claim", "suggestion"};
  static constexpr std::string_view remarks[] = {"comment", "criticism", "remark", "statement"};
  return (reach == Reach::author && is_listed(claims, noun)) ||
         ((reach == Reach::author || reach == Reach::culprit) && is_listed(remarks, noun));
}

/// "the operation", "the violence": a use of force.
bool is_any_force(const std::string& noun) {
  static constexpr std::string_view nouns[] = {"campaign",  "crime",    "hostility", "incursion",
                                               "operation", "violence", "violation"};
  return is_listed(nouns, noun);
}

/// A seizure is no arrest and a resignation no withdrawal; how one was attacked may be told anyhow.
bool is_of_kind(const ToldEvent& event, const EventNoun& entry) {
  return event.type == RelationClass::assault || event.mode.empty() || entry.mode.empty() ||
         event.mode == entry.mode;
}

bool is_definite(const SentenceTree& tree, TokenId noun) {
  const auto determiner = tree.child(noun, {Deprel::det});
  if (!determiner) return false;
  const std::string& lemma = tree.lemma(*determiner);
  return lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" ||
         lemma == "those";
}

bool is_name(const SentenceTree& tree, TokenId token) {
  return tree.at(token).upos == text::Upos::propn && !is_time(tree, token);
}

/// A name, or a word with one before it: "U.S.-led", "Mr. X".
bool holds_name(const SentenceTree& tree, TokenId token) {
  const auto& children = tree.children(token);
  return is_name(tree, token) || std::any_of(children.begin(), children.end(), [&](TokenId child) {
           return child < token && is_name(tree, child);
         });
}

/// "the U.S.-led war", "the killing of a farmer", "the raid in [X]": words of its own tell which
/// it is; "the attack on the mosque" may be the one told before.
bool tells_which(const SentenceTree& tree, TokenId noun) {
  static constexpr std::string_view places[] = {"at", "in"};
  static constexpr std::string_view victims[] = {"against", "of", "on"};
  return std::any_of(tree.children(noun).begin(), tree.children(noun).end(), [&](TokenId child) {
    const bool named = holds_name(tree, child);
    if (child < noun) return named && tree.is(child, {Deprel::amod, Deprel::compound});
    const std::string link = tree.is(child, {Deprel::nmod}) ? tree.preposition(child) : "";
    return (named && is_listed(places, link)) ||
           ((named || !is_definite(tree, child)) && is_listed(victims, link) &&
            !is_time(tree, child));
  });
}

void add(std::uint32_t actor, std::vector<std::uint32_t>& actors) {
  if (std::find(actors.begin(), actors.end(), actor) == actors.end()) actors.push_back(actor);
}

std::vector<std::uint32_t> actors_of(const std::vector<Party>& parties) {
  std::vector<std::uint32_t> found;
  for (const Party& party : parties) add(party.actor, found);
  return found;
}

/// What speaks for those who wrote it.
bool is_paper(const std::string& noun) {
  static constexpr std::string_view nouns[] = {"communique", "document", "dossier", "proposal",
                                               "report",     "study",    "survey"};
  const Lexicon& lexicon = Lexicon::built_in();
  return is_listed(nouns, noun) || lexicon.in_set("statement", noun) || lexicon.in_set("law", noun);
}

/// "the findings", "the text" of whatever paper.
bool is_what_papers_say(const std::string& noun) {
  static constexpr std::string_view nouns[] = {"conclusion", "document", "finding",
                                               "findings",   "paper",    "text"};
  return is_listed(nouns, noun);
}

/// "issued a statement", "passed a resolution".
bool brings_out(const std::string& verb) {
  static constexpr std::string_view verbs[] = {
      "adopt",   "approve", "circulate", "draft",   "file",    "introduce", "issue",
      "make",    "pass",    "present",   "produce", "propose", "publish",   "put_out",
      "release", "send",    "submit",    "table",   "unveil",  "write"};
  return is_listed(verbs, verb);
}

/// "oil fields were hit by missiles": whom it struck is known, who did it is not.
std::optional<ToldEvent> stroke_by_nobody(const SentenceAnalysis& analysis, std::size_t index) {
  const Predication& struck = analysis.clauses().predications()[index];
  if (struck.kind != PredicationKind::verb || !struck.passive) return std::nullopt;
  if (analysis.context(index).polarity == graph::Polarity::negated) return std::nullopt;
  const Argument* object = argument(struck, "obj");
  if (object == nullptr) return std::nullopt;
  for (const Frame& frame : Lexicon::built_in().verb(struck.lemma)) {
    if (!is_one_sided(frame.type) || frame.slots.size() != 1 ||
        frame.slots.front().filler != Filler::target) {
      continue;
    }
    ToldEvent event{frame.type, std::string(frame.mode), false, analysis.sentence(), {}, {}, {}};
    event.targets = actors_of(analysis.parties(object->token, Reach::owner));
    if (event.targets.empty()) {
      event.targets = actors_of(analysis.finder().unnamed(analysis.tree(), object->token));
    }
    if (event.targets.empty()) return std::nullopt;
    return event;
  }
  return std::nullopt;
}

/// Who says something of the world in this sentence, the last of them.
std::optional<ToldEvent> word_of_speaker(const SentenceAnalysis& analysis) {
  const auto& all = analysis.clauses().predications();
  for (auto content = all.rbegin(); content != all.rend(); ++content) {
    const Predication* speech = speech_of(analysis.clauses(), *content);
    if (speech == nullptr && content->link == Link::complement && content->parent &&
        operator_of(analysis.tree(), all[*content->parent]) == Operator::say) {
      speech = &all[*content->parent];
    }
    if (speech == nullptr) continue;
    ToldEvent event{RelationClass::statement, {}, false, analysis.sentence(), {}, {}, {}};
    auto speakers = subject_parties(analysis, *speech);
    // the media pass on what others say
    std::erase_if(speakers, [&](const Party& party) {
      return analysis.document().actors[party.actor].sector == "JRN";
    });
    event.agents = actors_of(speakers);
    if (!event.agents.empty()) return event;
  }
  return std::nullopt;
}

}  // namespace

bool takes_up_deed(const SentenceTree& tree, TokenId noun) {
  return is_definite(tree, noun) &&
         (is_any_action(tree.lemma(noun)) || is_verdict(tree.lemma(noun)));
}

void ToldEvents::note(const SentenceAnalysis& analysis, const std::vector<text::Triple>& triples) {
  next_sentence_ = analysis.sentence() + 1;
  note_papers(analysis);
  if (auto word = word_of_speaker(analysis)) events_.push_back(std::move(*word));
  const auto& predications = analysis.clauses().predications();
  for (std::size_t i = 0; i < predications.size(); ++i) {
    if (auto event = stroke_by_nobody(analysis, i)) events_.push_back(std::move(*event));
    if (predications[i].kind != PredicationKind::noun) continue;
    const EventNounUse use = event_noun(analysis.tree(), predications[i].token);
    if (use.entry == nullptr || !is_one_sided(use.entry->type)) continue;
    ToldEvent event{
        use.entry->type, std::string(use.entry->mode), false, analysis.sentence(), {}, {}, {}};
    event.targets = actors_of(nominal_targets(analysis, i));
    if (!event.targets.empty()) events_.push_back(std::move(event));
  }
  for (const text::Triple& triple : triples) {
    const bool mutual = is_mutual(triple);
    if (triple.polarity == graph::Polarity::negated) continue;
    const bool kept = mutual || is_one_sided(triple.type) || is_answered(triple.type) ||
                      is_deed(triple.type) || triple.type == RelationClass::accuse ||
                      triple.mode == "visit";
    if (!kept || (!is_one_sided(triple.type) && triple.modality == graph::Modality::demanded)) {
      continue;
    }
    const auto same = std::find_if(events_.begin(), events_.end(), [&](const ToldEvent& event) {
      return event.sentence == triple.sentence && event.type == triple.type &&
             (triple.type == RelationClass::assault || event.mode == triple.mode) &&
             event.mutual == mutual;
    });
    ToldEvent& event = same != events_.end()
                           ? *same
                           : events_.emplace_back(ToldEvent{
                                 triple.type, triple.mode, mutual, triple.sentence, {}, {}, {}});
    add(triple.subject, event.agents);
    add(triple.object, event.targets);
    if (!event.date) event.date = triple.date;
    event.by_court =
        event.by_court || analysis.document().actors[triple.subject].sector.starts_with("JUD");
  }
}

const ToldEvent* ToldEvents::antecedent(const SentenceTree& tree, TokenId noun, Reach reach) const {
  if (!is_definite(tree, noun)) return nullptr;
  const EventNoun* entry = event_noun(tree, noun).entry;
  if (reach == Reach::sides) {
    if (entry == nullptr || !entry->symmetric) return nullptr;
    const auto latest = std::find_if(events_.rbegin(), events_.rend(),
                                     [](const ToldEvent& event) { return event.mutual; });
    const bool near =
        latest != events_.rend() && latest->sentence + furthest_talks >= next_sentence_;
    return near ? &*latest : nullptr;
  }
  if (tells_which(tree, noun)) return nullptr;
  if (is_any_word(tree.lemma(noun), reach)) return last_word();
  if (reach == Reach::author) return word_told(entry);
  if (is_any_action(tree.lemma(noun))) return last_deed(tree, noun);
  const bool verdict = is_verdict(tree.lemma(noun));
  const bool force = is_any_force(tree.lemma(noun));
  const bool charge = entry != nullptr && entry->type == RelationClass::accuse;
  const bool visit = entry != nullptr && entry->mode == "visit" && reach != Reach::victim;
  if (!verdict && !force && !charge && !visit && (entry == nullptr || !is_one_sided(entry->type))) {
    return nullptr;
  }
  for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
    if (event->sentence + furthest_event < next_sentence_) break;
    const auto& sought = reach == Reach::victim ? event->targets : event->agents;
    if (sought.empty() || event->mutual || is_answered(event->type) ||
        event->type == RelationClass::statement) {
      continue;
    }
    if (verdict && event->by_court) return &*event;
    if (verdict || charge != (event->type == RelationClass::accuse)) continue;
    if (event->type != (force ? RelationClass::assault : entry->type)) continue;
    if (force || charge || is_of_kind(*event, *entry)) return &*event;
  }
  return nullptr;
}

const ToldEvent* ToldEvents::last_deed(const SentenceTree& tree, TokenId noun) const {
  // "the decision to leave" tells what was decided itself
  const auto& children = tree.children(noun);
  if (std::any_of(children.begin(), children.end(), [&](TokenId child) {
        return child > noun &&
               tree.is(child, {Deprel::acl, Deprel::acl_relcl, Deprel::ccomp, Deprel::nmod});
      })) {
    return nullptr;
  }
  // What a sentence tells first is what the next one calls so.
  const ToldEvent* found = nullptr;
  for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
    if (event->sentence + furthest_action < next_sentence_) break;
    if (found != nullptr && event->sentence != found->sentence) break;
    if (!event->agents.empty() && !event->mutual && is_deed(event->type)) found = &*event;
  }
  return found;
}

const ToldEvent* ToldEvents::word_told(const EventNoun* entry) const {
  if (entry == nullptr || (!is_answered(entry->type) && entry->type != RelationClass::accuse)) {
    return nullptr;
  }
  if (entry->symmetric) return nullptr;  // "the accord" is nobody's word
  for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
    if (event->sentence + furthest_word < next_sentence_) break;
    if (event->type == entry->type && !event->mutual && !event->agents.empty()) return &*event;
  }
  return nullptr;
}

const ToldEvent* ToldEvents::last_word() const {
  for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
    if (event->sentence + furthest_talks < next_sentence_) break;
    const bool word =
        event->type == RelationClass::statement || event->type == RelationClass::accuse;
    if (word && !event->agents.empty()) return &*event;
  }
  return nullptr;
}

void ToldEvents::note_papers(const SentenceAnalysis& analysis) {
  const SentenceTree& tree = analysis.tree();
  for (TokenId noun = tree.first(); noun < tree.last(); ++noun) {
    // "Resolution 1701 ... The Resolution"
    const bool noun_like =
        tree.at(noun).upos == text::Upos::noun || tree.at(noun).upos == text::Upos::propn;
    const std::string word = util::lower(tree.lemma(noun));
    if (!noun_like || !is_paper(word)) continue;
    auto issuers = acting(analysis, analysis.finder().owners(tree, noun));
    const auto verb = tree.head(noun);
    const Predication* issuing = verb ? analysis.clauses().of(*verb) : nullptr;
    if (issuers.empty() && issuing != nullptr && brings_out(issuing->lemma)) {
      const Argument* object = argument(*issuing, "obj");
      if (object != nullptr && object->token == noun) issuers = subject_parties(analysis, *issuing);
    }
    if (issuers.empty()) continue;
    papers_.push_back({word, analysis.sentence(), actors_of(issuers)});
  }
}

std::vector<std::uint32_t> ToldEvents::issuers_of(const SentenceTree& tree, TokenId noun) const {
  if (tree.at(noun).upos == text::Upos::pron || !is_definite(tree, noun)) return {};
  const std::string word = util::lower(tree.lemma(noun));
  for (auto paper = papers_.rbegin(); paper != papers_.rend(); ++paper) {
    if (paper->sentence + furthest_paper < next_sentence_) break;
    if (paper->noun == word || is_what_papers_say(word)) {
      return paper->issuers;
    }
  }
  return {};
}

std::vector<std::uint32_t> ToldEvents::accusers_of(std::uint32_t actor) const {
  for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
    if (event->sentence + furthest_event < next_sentence_) break;
    const bool accused =
        std::find(event->targets.begin(), event->targets.end(), actor) != event->targets.end();
    if (event->type == RelationClass::accuse && accused) return event->agents;
  }
  return {};
}

}  // namespace entente::relations
