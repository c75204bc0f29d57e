#include <algorithm>
#include <string>

#include "extract/relations/act.hpp"
#include "extract/relations/act_date.hpp"
#include "extract/relations/coding.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

/// A meeting of more than so many is an event that each takes part in, not a
/// meeting of every pair.
constexpr std::size_t most_in_pairs = 4;
constexpr std::size_t most_agents = 12;
constexpr std::size_t longest_phrase = 60;  // bytes

class TripleWriter {
 public:
  TripleWriter(const SentenceAnalysis& analysis, const Act& act, std::string_view extractor)
      : analysis_(analysis),
        act_(act),
        extractor_(extractor),
        date_(date_of(analysis, act)),
        contexts_(analysis, act) {}

  void write(std::vector<text::Triple>& triples) const {
    if (act_.symmetric && act_.targets.empty()) {
      if (act_.agents.size() > most_in_pairs) return;
      for (std::size_t i = 0; i < act_.agents.size(); ++i) {
        for (std::size_t j = i + 1; j < act_.agents.size(); ++j) {
          add(act_.agents[i], act_.agents[j], triples);
        }
      }
      return;
    }
    const std::size_t agents = std::min(act_.agents.size(), most_agents);
    const std::size_t targets = std::min(act_.targets.size(), most_agents);
    for (std::size_t i = 0; i < agents; ++i) {
      for (std::size_t j = 0; j < targets; ++j) add(act_.agents[i], act_.targets[j], triples);
    }
  }

 private:
  void add(const Party& subject, const Party& object, std::vector<text::Triple>& triples) const {
    if (subject.actor == object.actor || is_press_work(subject, object) ||
        is_own(subject, object) || share_words(subject, object) || are_one_side(subject, object) ||
        is_at_home(subject, object) || is_fought(object) || is_speaker(subject, object) ||
        leaves_in_private(subject) || is_nameless(subject, object)) {
      return;
    }
    text::Triple triple;
    triple.sentence = analysis_.sentence();
    triple.subject = subject.actor;
    triple.object = object.actor;
    triple.subject_span = subject.span;
    triple.object_span = object.span;
    triple.subject_reason = subject.reason;
    triple.object_reason = object.reason;
    triple.subject_footing = subject.footing;
    triple.object_footing = object.footing;
    triple.predicate_span = predicate_span();
    triple.type = act_.type;
    triple.mode = act_.mode;
    triple.contexts = contexts_.between(subject, object);
    triple.phrase = analysis_.document().text_of(triple.predicate_span);
    triple.lemma = act_.lemma;
    triple.polarity = act_.context.polarity;
    triple.modality = act_.context.modality;
    triple.symmetric = act_.symmetric;
    triple.attribution = attribution(subject);
    triple.polarity_reason = form(act_.context.negated_by);
    triple.modality_reason = form(act_.context.set_by);
    const auto own = date_of_target(analysis_, act_, object);
    const ActDate& date = own ? *own : date_;
    triple.date = date.date;
    triple.date_reason = date.reason;
    // "claimed responsibility for the attack": of the day of the attack
    const auto& told = subject.told_on ? subject.told_on : object.told_on;
    if (!triple.date && told && graph::quad_of(act_.type) == graph::Quad::material_conflict) {
      triple.date = told;
      triple.date_reason = "of the event told before";
    }
    triple.extractor = extractor_;
    triple.frame = act_.frame;
    triple.confidence = act_.confidence * subject.confidence * object.confidence;
    triples.push_back(std::move(triple));
  }

  /// Of two parties without a name one must hold power or arms: "police arrested 20 people".
  [[nodiscard]] bool is_nameless(const Party& subject, const Party& object) const {
    if (graph::is_static(act_.type)) return subject.unnamed || object.unnamed;
    const graph::Actor& who = analysis_.document().actors[subject.actor];
    if (subject.unnamed && is_work_of_bodies() && who.sector == "CVL") return true;
    // "the delegates arrived in Kenya"
    if (subject.unnamed && act_.type == graph::RelationClass::consult && who.country.empty()) {
      return true;
    }
    // "received a million tourists"
    const graph::Actor& whom = analysis_.document().actors[object.actor];
    if (object.unnamed && act_.type == graph::RelationClass::consult && whom.sector == "CVL") {
      return true;
    }
    // "received a reactor": things are visited, not received.
    if (object.unnamed && act_.lemma == "receive" &&
        (whom.kind == graph::ActorKind::entity || whom.kind == graph::ActorKind::place)) {
      return true;
    }
    if (!subject.unnamed || !object.unnamed) return false;
    static constexpr std::string_view powers[] = {"GOV", "MIL", "COP", "JUD", "LEG", "REB",
                                                  "UAF", "SPY", "PRM", "OPP", "PTY", "CRM"};
    const auto& actors = analysis_.document().actors;
    return std::none_of(std::begin(powers), std::end(powers), [&](std::string_view sector) {
      return actors[subject.actor].sector == sector || actors[object.actor].sector == sector;
    });
  }

  /// "the gains that girls contribute" are no aid to anybody.
  [[nodiscard]] bool is_work_of_bodies() const {
    return act_.type == graph::RelationClass::aid || act_.type == graph::RelationClass::cooperate ||
           act_.type == graph::RelationClass::mobilize ||
           act_.type == graph::RelationClass::sanction || act_.type == graph::RelationClass::agree;
  }

  /// "Ruritanian troops were withdrawn": of the words of one party no second one is made.
  [[nodiscard]] bool share_words(const Party& subject, const Party& object) const {
    return graph::is_event(act_.type) && !(subject.plural_mention && object.plural_mention) &&
           stands_there(subject) && stands_there(object) && subject.span.begin < object.span.end &&
           object.span.begin < subject.span.end;
  }

  /// Not a pronoun that the words of its evidence only explain: "[B's] critics say he lied".
  [[nodiscard]] bool stands_there(const Party& party) const {
    const text::Token& word = analysis_.tree().at(party.slot);
    return word.upos != text::Upos::pron || word.deprel != text::Deprel::nsubj ||
           (party.span.begin <= word.span.begin && word.span.end <= party.span.end);
  }

  /// A state and its own army do not fight each other, nor does it leave its own state.
  [[nodiscard]] bool are_one_side(const Party& subject, const Party& object) const {
    if (graph::quad_of(act_.type) != graph::Quad::material_conflict &&
        act_.type != graph::RelationClass::retreat) {
      return false;
    }
    const graph::Actor& one = analysis_.document().actors[subject.actor];
    const graph::Actor& other = analysis_.document().actors[object.actor];
    const auto is_state = [](const graph::Actor& actor) {
      return actor.kind == graph::ActorKind::country;
    };
    const auto is_army = [](const graph::Actor& actor) {
      return actor.kind == graph::ActorKind::armed_force && actor.sector == "MIL";
    };
    return one.country == other.country &&
           ((is_state(one) && is_army(other)) || (is_army(one) && is_state(other)));
  }

  /// "A premier ruled out reform in his country's future": nobody else is concerned. Force,
  /// restraint, praise and blame at home have somebody to bear them.
  [[nodiscard]] bool is_at_home(const Party& subject, const Party& object) const {
    using graph::RelationClass;
    if (graph::is_static(act_.type)) return false;
    switch (act_.type) {
      case RelationClass::assault:
      case RelationClass::coerce:
      case RelationClass::support:
      case RelationClass::accuse:
      case RelationClass::mobilize:
      case RelationClass::protest:
        return false;
      default:
        break;
    }
    const graph::Actor& who = analysis_.document().actors[subject.actor];
    const graph::Actor& whom = analysis_.document().actors[object.actor];
    // "officials of the African Union urged the African Union"; not rebels named for their state
    if (!is_opposed(who) &&
        (who.name.starts_with(whom.name + " ") || who.name.ends_with(" of " + whom.name))) {
      return true;
    }
    if (object.distance == 0) return false;
    return whom.kind == graph::ActorKind::country && who.country == whom.country &&
           who.kind != graph::ActorKind::country &&
           (who.sector == "GOV" || who.sector == "MIL" || who.sector == "COP");
  }

  /// "the Revolutionary Armed Forces of X", "the Communist Party of X", "the mayor of X": no part
  /// of X's government.
  [[nodiscard]] static bool is_opposed(const graph::Actor& actor) {
    return actor.name.starts_with("mayor of ") || actor.sector == "REB" || actor.sector == "UAF" ||
           actor.sector == "PTY" || actor.sector == "OPP";
  }

  /// "supports the campaign against B", "backed the war on B": B is not supported.
  [[nodiscard]] bool is_fought(const Party& object) const {
    // Not "dropped the charges against B", "agreed to end the war on B".
    if (act_.type != graph::RelationClass::support && act_.type != graph::RelationClass::aid &&
        act_.type != graph::RelationClass::cooperate) {
      return false;
    }
    // "opposed sanctions on B"
    if (act_.frame.find("@sanction/@hostility against/on:TARGET") != std::string::npos)
      return false;
    const SentenceTree& tree = analysis_.tree();
    for (TokenId token = tree.first(); token < tree.last(); ++token) {
      const text::Mention* mention = analysis_.finder().mention_at(token);
      if (mention == nullptr || mention->span != object.span) continue;
      while (tree.is(token, {text::Deprel::conj}) && tree.head(token)) token = *tree.head(token);
      const std::string preposition = tree.preposition(token);
      if (preposition == "against") return true;
      const auto head = tree.head(token);
      const EventNoun* deed = head ? event_noun(tree, *head).entry : nullptr;
      return preposition == "on" && deed != nullptr &&
             graph::quad_of(deed->type) == graph::Quad::material_conflict;
    }
    return false;
  }

  /// A state that leaves an organisation breaks with it; a person only goes elsewhere, unless
  /// it is others that he withdraws.
  [[nodiscard]] bool leaves_in_private(const Party& subject) const {
    const Predication* leaving = analysis_.clauses().of(act_.words.front());
    if (leaving != nullptr && leaving->lemma == "withdraw" && argument(*leaving, "obj"))
      return false;
    const graph::Actor& who = analysis_.document().actors[subject.actor];
    return act_.type == graph::RelationClass::sanction && act_.mode == "withdraw" &&
           who.kind == graph::ActorKind::person && who.sector != "GOV";
  }

  /// "We support them", says X: "them" is not X, who speaks as "we".
  [[nodiscard]] bool is_speaker(const Party& subject, const Party& object) const {
    const auto& document = analysis_.document();
    const std::string_view who = document.text_of(subject.span);
    const std::string_view whom = document.text_of(object.span);
    const bool first_person =
        who == "We" || who == "we" || who == "I" || who == "Our" || who == "our";
    const bool third_person = whom == "them" || whom == "him" || whom == "her" || whom == "they";
    return first_person && third_person &&
           std::any_of(act_.context.speakers.begin(), act_.context.speakers.end(),
                       [&](const Party& speaker) { return speaker.actor == object.actor; });
  }

  /// "told the BBC", "spoke with Reuters": how news is gathered is no news.
  [[nodiscard]] bool is_press_work(const Party& subject, const Party& object) const {
    if (act_.type != graph::RelationClass::consult) return false;
    const auto& actors = analysis_.document().actors;
    return is_press(actors[subject.actor]) || is_press(actors[object.actor]);
  }

  /// By sector, or by a name such as "the Evening Post" or "Metronews".
  [[nodiscard]] static bool is_press(const graph::Actor& actor) {
    static constexpr std::string_view endings[] = {
        "news", "News", "Times", "Post", "Radio", "Newspaper", "TV", "Television", "Tribune"};
    if (actor.sector == "JRN") return true;
    return actor.kind != graph::ActorKind::person &&
           std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return actor.name.ends_with(ending); });
  }

  /// "put its army on alert", "evacuated their diplomats": one's own people are no
  /// counterpart unless harmed.
  [[nodiscard]] bool is_own(const Party& subject, const Party& object) const {
    if (is_own_body(subject, object)) return true;
    // "accused his deputy, X, of a plot": at odds with his own
    const graph::Actor& whom = analysis_.document().actors[object.actor];
    const bool at_odds =
        act_.type == graph::RelationClass::accuse || act_.type == graph::RelationClass::reject ||
        act_.type == graph::RelationClass::sanction || act_.type == graph::RelationClass::threaten;
    if (at_odds && whom.kind == graph::ActorKind::person && !object.unnamed &&
        object.distance == 0) {
      return false;
    }
    if (act_.type == graph::RelationClass::coerce || act_.type == graph::RelationClass::assault ||
        graph::is_static(act_.type)) {
      return false;
    }
    const SentenceTree& tree = analysis_.tree();
    for (TokenId token = tree.first(); token < tree.last(); ++token) {
      const text::Mention* mention = analysis_.finder().mention_at(token);
      if (mention == nullptr || mention->span != object.span) continue;
      if (is_pronoun_of(token, subject)) return true;
      const auto owner = tree.child(token, {text::Deprel::nmod_poss});
      if (owner && is_pronoun_of(*owner, subject)) return !is_other_side(token);
    }
    return false;
  }

  /// "hit her head", "raised his hand": no harm done to another.
  [[nodiscard]] bool is_own_body(const Party& subject, const Party& object) const {
    static constexpr std::string_view parts[] = {"arm",  "back", "face", "finger", "foot",
                                                 "hand", "head", "knee", "leg",    "neck"};
    const SentenceTree& tree = analysis_.tree();
    if (std::find(std::begin(parts), std::end(parts), tree.lemma(object.slot)) == std::end(parts)) {
      return false;
    }
    const auto owner = tree.child(object.slot, {text::Deprel::nmod_poss});
    return owner && is_pronoun_of(*owner, subject);
  }

  /// "his Ruritanian counterpart", "its neighbours", "his counterpart, X" are nobody's own.
  [[nodiscard]] bool is_other_side(TokenId noun) const {
    const auto title = analysis_.tree().child(noun, {text::Deprel::nmod_desc});
    if (title && is_other_side(*title)) return true;
    static constexpr std::string_view nouns[] = {
        "adversary", "ally",      "colleague", "counterpart", "enemy",  "foe",  "host", "guest",
        "neighbor",  "neighbour", "opponent",  "partner",     "patron", "peer", "rival"};
    return std::find(std::begin(nouns), std::end(nouns), analysis_.tree().lemma(noun)) !=
           std::end(nouns);
  }

  /// "its", "their": a possessive that stands for the subject, alone or among others.
  [[nodiscard]] bool is_pronoun_of(TokenId token, const Party& subject) const {
    const text::Mention* mention = analysis_.finder().mention_at(token);
    return mention != nullptr && mention->kind == text::MentionKind::pronoun &&
           analysis_.tree().is(token, {text::Deprel::nmod_poss}) &&
           std::find(mention->actors.begin(), mention->actors.end(), subject.actor) !=
               mention->actors.end();
  }

  /// From the first to the last predicate word, or the verb alone if far apart.
  [[nodiscard]] util::TextSpan predicate_span() const {
    const SentenceTree& tree = analysis_.tree();
    util::TextSpan span = tree.at(act_.words.front()).span;
    for (const TokenId word : act_.words) {
      const util::TextSpan next = tree.at(word).span;
      const util::TextSpan joined{std::min(span.begin, next.begin), std::max(span.end, next.end)};
      if (joined.size() <= longest_phrase) span = joined;
    }
    return span;
  }

  [[nodiscard]] std::string form(const std::optional<TokenId>& word) const {
    return word ? std::string(analysis_.tree().form(*word)) : std::string{};
  }

  /// Who says so. What one does in words needs no witness, but for one's deeds, and for what one
  /// has not done, one's own word stands: "Iran says it has freed him", "denied arming them".
  [[nodiscard]] std::optional<std::uint32_t> attribution(const Party& subject) const {
    const std::vector<Party>& speakers = act_.context.speakers;
    if (speakers.empty()) return std::nullopt;
    const bool own = std::any_of(speakers.begin(), speakers.end(), [&](const Party& speaker) {
      return speaker.actor == subject.actor;
    });
    if (!own) return speakers.front().actor;
    return is_deed_or_denied() ? std::optional(subject.actor) : std::nullopt;
  }

  [[nodiscard]] bool is_deed_or_denied() const {
    if (act_.context.polarity == graph::Polarity::negated) return true;
    const graph::Quad quad = graph::quad_of(act_.type);
    return act_.context.modality == graph::Modality::actual &&
           (quad == graph::Quad::material_conflict || quad == graph::Quad::material_cooperation);
  }

  const SentenceAnalysis& analysis_;
  const Act& act_;
  std::string_view extractor_;
  ActDate date_;
  ContextCoder contexts_;
};

}  // namespace

void add_triples(const SentenceAnalysis& analysis, const Act& act, std::string_view extractor,
                 std::vector<text::Triple>& triples) {
  TripleWriter(analysis, act, extractor).write(triples);
}

}  // namespace entente::relations
