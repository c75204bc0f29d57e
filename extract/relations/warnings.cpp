#include <algorithm>
#include <string_view>

#include "extract/relations/act.hpp"
#include "extract/relations/extractors.hpp"
#include "extract/relations/frames.hpp"
#include "extract/relations/slot_parties.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::RelationClass;

constexpr double warning_confidence = 0.65;

/// Who says what will befall another threatens him with it.
class WarningReader {
 public:
  WarningReader(const SentenceAnalysis& analysis, std::vector<text::Triple>& triples)
      : analysis_(analysis), triples_(triples) {}

  void read() {
    const auto& all = analysis_.clauses().predications();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].kind == PredicationKind::noun ||
          analysis_.context(i).modality == graph::Modality::actual) {
        continue;
      }
      const Predication* speech = speech_over(all[i]);
      if (speech == nullptr || argument(*speech, "obj") || argument(*speech, "iobj")) continue;
      if (speech->lemma == "warn") {
        warn_of_answer(*speech, all[i]);
        warn_of_deed(*speech, all[i]);
      }
      tell_of_consequences(*speech, all[i], i);
    }
  }

 private:
  [[nodiscard]] const Predication* speech_over(const Predication& content) const {
    if (const Predication* speech = speech_of(analysis_.clauses(), content)) return speech;
    if (content.link != Link::complement || !content.parent) return nullptr;
    return &analysis_.clauses().predications()[*content.parent];
  }

  /// "warned that an attack by X would be answered": that warns X.
  void warn_of_answer(const Predication& warning, const Predication& content) {
    if (!content.surface_subject) return;
    const EventNoun* deed = event_noun(analysis_.tree(), *content.surface_subject).entry;
    if (deed == nullptr || graph::quad_of(deed->type) != graph::Quad::material_conflict) return;
    // "X's execution" befalls X
    const auto& of_whom = deed->target_prepositions;
    if (analysis_.tree().child(*content.surface_subject, {text::Deprel::nmod_poss}) &&
        std::find(of_whom.begin(), of_whom.end(), "of") != of_whom.end() &&
        nominal_targets(analysis_, *analysis_.clauses().index_of(*content.surface_subject))
            .empty()) {
      return;
    }
    add(warning, analysis_.finder().owners(analysis_.tree(), *content.surface_subject), "warn of");
  }

  /// "warned that X would be arrested": by whoever warns.
  void warn_of_deed(const Predication& warning, const Predication& deed) {
    const Argument* struck = argument(deed, "obj");
    if (!deed.passive || struck == nullptr || argument(deed, "subj") || !harms(deed.lemma)) return;
    add(warning, analysis_.parties(struck->token, Reach::direct), "warn of what befalls");
  }

  /// "warned that X would regret it", "said X will pay a heavy price".
  void tell_of_consequences(const Predication& speech, const Predication& content,
                            std::size_t index) {
    static constexpr std::string_view bearing[] = {"bear", "face", "feel", "incur",  "meet",
                                                   "pay",  "reap", "rue",  "regret", "suffer"};
    static constexpr std::string_view consequences[] = {
        "consequence", "isolation", "penalty",     "price",       "punishment", "repercussion",
        "reprisal",    "response",  "retaliation", "retribution", "revenge",    "wrath"};
    const bool warns = speech.lemma == "warn" || speech.lemma == "threaten";
    if ((!warns && operator_of(analysis_.tree(), speech) != Operator::say) || content.passive ||
        !is_listed(bearing, content.lemma) ||
        analysis_.context(index).polarity == graph::Polarity::negated) {
      return;
    }
    const Argument* what = argument(content, "obj");
    const Argument* who = argument(content, "subj");
    const bool grave =
        what != nullptr && is_listed(consequences, analysis_.tree().lemma(what->token));
    if (who == nullptr || !(grave || (warns && what != nullptr))) return;
    add(speech, analysis_.parties(who->token, Reach::direct), "warn of what befalls");
  }

  void add(const Predication& speech, const std::vector<Party>& warned, const char* lemma) {
    for (const Party& speaker : subject_parties(analysis_, speech)) {
      // the media only report
      if (analysis_.document().actors[speaker.actor].sector == "JRN") continue;
      for (const Party& whom : warned) {
        if (whom.actor == speaker.actor) continue;
        Act act;
        act.type = RelationClass::threaten;
        act.agents = {speaker};
        act.targets = {whom};
        act.words = {speech.token};
        act.lemma = lemma;
        act.frame = "warning";
        act.confidence = warning_confidence;
        add_triples(analysis_, act, "warnings", triples_);
      }
    }
  }

  const SentenceAnalysis& analysis_;
  std::vector<text::Triple>& triples_;
};

}  // namespace

void extract_warnings(SentenceAnalysis& analysis, std::vector<text::Triple>& triples) {
  WarningReader(analysis, triples).read();
}

}  // namespace entente::relations
