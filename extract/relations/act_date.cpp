#include "extract/relations/act_date.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "extract/relations/event_date.hpp"

namespace entente::relations {
namespace {

using graph::Quad;
using text::Deprel;

constexpr std::uint32_t news_sentences = 2;  ///< that tell the news itself

class ActDater {
 public:
  ActDater(const SentenceAnalysis& analysis, const Act& act)
      : analysis_(analysis), tree_(analysis.tree()), act_(act) {}

  [[nodiscard]] ActDate date() const {
    for (const TokenId word : dated_words()) {
      if (const auto told = time_at(word)) return *told;
    }
    const Predication* predication = analysis_.clauses().of(dated_words().front());
    if (predication == nullptr || act_.context.modality != graph::Modality::actual) return {};
    if (predication->kind == PredicationKind::noun) return date_of_occasion(*predication);
    if (const auto told = date_of_report(*predication)) return *told;
    if (const Predication* sending = sending_of(*predication)) {
      if (const auto told = time_at(sending->token)) return *told;
    }
    return is_the_news(*predication) ? date_of_news() : ActDate{};
  }

  /// The time that the clause gives for this word, which may be that it gives none.
  [[nodiscard]] std::optional<ActDate> time_at(TokenId word) const {
    const auto time = event_time(analysis_.document(), analysis_.times(), word,
                                 direction_of(analysis_.document(), word));
    if (!time) return std::nullopt;
    ActDate found;
    found.date = time->date;
    if (found.date) found.reason = analysis_.document().text_of(time->expression.span);
    return found;
  }

 private:
  /// Its verb is asked first.
  [[nodiscard]] std::vector<TokenId> dated_words() const {
    if (act_.told_by) return {*act_.told_by};
    std::vector<TokenId> words;
    for (const TokenId word : act_.words) {
      const auto kind = tree_.at(word).upos;
      if (kind != text::Upos::adp && kind != text::Upos::propn) words.push_back(word);
    }
    if (words.empty()) words.push_back(act_.words.front());
    // "welcomed the accord signed on Sunday" says so on some other day
    if (judges(tree_.lemma(words.front()))) words.resize(1);
    return words;
  }

  static bool judges(const std::string& verb) {
    static constexpr std::string_view verbs[] = {
        "applaud",   "back",   "blast",  "commend",  "condemn", "congratulate", "criticise",
        "criticize", "decry",  "defend", "denounce", "deny",    "deplore",      "dismiss",
        "endorse",   "hail",   "laud",   "oppose",   "praise",  "protest",      "regret",
        "reject",    "salute", "slam",   "support",  "thank",   "welcome"};
    return std::find(std::begin(verbs), std::end(verbs), verb) != std::end(verbs);
  }

  [[nodiscard]] ActDate date_of_news() const {
    if (!analysis_.news_date()) return {};
    return {analysis_.news_date(), "the article's own date"};
  }

  [[nodiscard]] const Predication* parent_of(const Predication& predication) const {
    return predication.parent ? &analysis_.clauses().predications()[*predication.parent] : nullptr;
  }

  /// What is reported with a date has it for its own: "said on Monday that A had seized".
  [[nodiscard]] std::optional<ActDate> date_of_report(const Predication& predication) const {
    const Predication* first = &predication;
    while (first->link == Link::conjunct && parent_of(*first) != nullptr) first = parent_of(*first);
    const Predication* speech = speech_of(analysis_.clauses(), *first);
    const Predication* parent = parent_of(*first);
    if (speech == nullptr && first->link == Link::complement && parent != nullptr &&
        operator_of(tree_, *parent) == Operator::say) {
      speech = parent;
    }
    if (speech == nullptr) return std::nullopt;
    const auto told = time_at(speech->token);
    return told && told->date ? told : std::nullopt;
  }

  /// "Talked after a meeting with B": the meeting is of the day of the talk.
  [[nodiscard]] ActDate date_of_occasion(const Predication& noun) const {
    static constexpr std::string_view near[] = {"after", "at", "during", "following", "in"};
    const Predication* verb = parent_of(noun);
    if (act_.type != graph::RelationClass::consult || verb == nullptr ||
        verb->kind != PredicationKind::verb || !tree_.is(noun.token, {Deprel::obl})) {
      return {};
    }
    const std::string preposition = tree_.preposition(noun.token);
    if (std::find(std::begin(near), std::end(near), preposition) == std::end(near)) return {};
    // "after a meeting in May" was asked for its own time already
    if (const auto told = time_at(verb->token)) return *told;
    const Context& context = analysis_.context(*analysis_.clauses().index_of(verb->token));
    const bool told_now = stands_alone(*verb) && context.modality == graph::Modality::actual;
    return told_now ? date_of_news() : ActDate{};
  }

  /// Of the main clause or told beside it: "to thank them", "praising them". What lies before
  /// or after the news is not it: "after A met B".
  [[nodiscard]] bool stands_alone(const Predication& predication) const {
    static constexpr std::string_view beside[] = {"", "as", "by", "in", "to", "while"};
    const Predication* first = &predication;
    while (first->link == Link::conjunct && parent_of(*first) != nullptr) first = parent_of(*first);
    // what "and" joins to a complement is often told by itself
    return first->link == Link::root || first->link == Link::conjunct ||
           (first->link == Link::complement && first != &predication) ||
           (first->link == Link::adverbial &&
            std::find(std::begin(beside), std::end(beside), first->marker) != std::end(beside));
  }

  /// Somebody else reports it, so that it may lie behind the report.
  [[nodiscard]] bool is_told_by_another() const {
    const auto& speakers = act_.context.speakers;
    return !speakers.empty() &&
           std::none_of(act_.agents.begin(), act_.agents.end(), [&](const Party& agent) {
             return is_first_person(agent) ||
                    std::any_of(speakers.begin(), speakers.end(),
                                [&](const Party& speaker) { return speaks_for(speaker, agent); });
           });
  }

  /// "We warn them", whoever is meant.
  [[nodiscard]] bool is_first_person(const Party& agent) const {
    const std::string_view word = tree_.form(agent.slot);
    return word == "We" || word == "we" || word == "I";
  }

  /// Himself, or a minister of his state.
  [[nodiscard]] bool speaks_for(const Party& speaker, const Party& agent) const {
    const auto& actors = analysis_.document().actors;
    const graph::Actor& who = actors[speaker.actor];
    const graph::Actor& whom = actors[agent.actor];
    return speaker.actor == agent.actor ||
           ((whom.kind == graph::ActorKind::country || whom.sector == "GOV") &&
            who.country == whom.country && who.sector == "GOV");
  }

  /// What has been said by now, told after the opening, was said some day before.
  [[nodiscard]] bool lies_behind(const Predication& predication) const {
    if (analysis_.sentence() < news_sentences) return false;
    const auto& children = tree_.children(predication.token);
    return std::any_of(children.begin(), children.end(), [&](TokenId child) {
      const std::string_view word = tree_.form(child);
      return tree_.is(child, {Deprel::aux}) &&
             (word == "has" || word == "have" || word == "'ve" || word == "had");
    });
  }

  /// "a message", "signed a document"; not "sued under a law".
  [[nodiscard]] bool is_sent(TokenId letter) const {
    const Lexicon& lexicon = Lexicon::built_in();
    const std::string& word = tree_.lemma(letter);
    return lexicon.in_set("statement", word) ||
           (tree_.is(letter, {Deprel::obj}) && (word == "document" || lexicon.in_set("law", word)));
  }

  /// "posted a message blaming X": says so when he posts it.
  [[nodiscard]] const Predication* sending_of(const Predication& predication) const {
    if (!tree_.is(predication.token, {Deprel::acl}) || predication.kind != PredicationKind::verb ||
        !tree_.form(predication.token).ends_with("ing")) {
      return nullptr;
    }
    const auto letter = tree_.head(predication.token);
    const auto verb = letter ? tree_.head(*letter) : std::nullopt;
    const Predication* sending = verb ? analysis_.clauses().of(*verb) : nullptr;
    const bool sent = sending != nullptr && sending->kind == PredicationKind::verb &&
                      is_sent(*letter) && stands_alone(*sending);
    return sent ? sending : nullptr;
  }

  /// "flew to visit", "came to meet"
  [[nodiscard]] bool continues_motion(const Predication& predication) const {
    static constexpr std::string_view motions[] = {"arrive", "come", "fly",   "go",
                                                   "head",   "sail", "travel"};
    const Predication* parent = parent_of(predication);
    return parent != nullptr && predication.marker == "to" && stands_alone(*parent) &&
           std::find(std::begin(motions), std::end(motions), parent->lemma) != std::end(motions);
  }

  /// "We condemn it," they said; "I want to thank you," he said.
  [[nodiscard]] bool is_said_now(const Predication& predication) const {
    const Predication* at = &predication;
    while ((at->link == Link::complement || at->link == Link::conjunct) &&
           parent_of(*at) != nullptr) {
      const bool beside = at->link == Link::conjunct;
      at = parent_of(*at);
      if (beside) continue;
      if (operator_of(tree_, *at) == Operator::say) return stands_alone(*at);
    }
    return false;
  }

  /// "A supports B", "A accuses B": of no day; but "A condemns B" says so now.
  [[nodiscard]] bool lasts(const Predication& predication) const {
    static constexpr std::string_view now[] = {
        "announce", "applaud", "apologise", "apologize", "appeal",       "ask",       "call",
        "commend",  "condemn", "condole",   "confirm",   "congratulate", "declare",   "demand",
        "denounce", "deplore", "express",   "extend",    "hail",         "invite",    "offer",
        "praise",   "pledge",  "promise",   "reaffirm",  "regret",       "reiterate", "renew",
        "reject",   "request", "salute",    "thank",     "urge",         "warn",      "welcome"};
    // "we stand with them", in a statement
    if (std::any_of(act_.agents.begin(), act_.agents.end(),
                    [&](const Party& agent) { return is_first_person(agent); })) {
      return false;
    }
    // "is investigating them"
    if (predication.lemma == "investigate" && tree_.form(predication.token).ends_with("ing") &&
        tree_.child(predication.token, {Deprel::aux}).has_value()) {
      return true;
    }
    return direction_of(analysis_.document(), predication.token) == Direction::present &&
           std::find(std::begin(now), std::end(now), predication.lemma) == std::end(now);
  }

  /// What someone says or does in words, told by a main clause in the article's own
  /// voice or in his own, happened when the article says its news did.
  [[nodiscard]] bool is_the_news(const Predication& predication) const {
    const Quad quad = graph::quad_of(act_.type);
    const bool in_words = quad == Quad::verbal_cooperation || quad == Quad::verbal_conflict;
    if (!in_words || is_told_by_another() || lies_behind(predication)) return false;
    // "They must free the prisoners", in a statement or a quotation
    if (act_.frame == "report" && !act_.told_by) return true;
    if (is_said_now(predication)) return predication.kind != PredicationKind::noun;
    return predication.kind == PredicationKind::verb && !lasts(predication) &&
           (stands_alone(predication) || continues_motion(predication) ||
            sending_of(predication) != nullptr);
  }

  const SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  const Act& act_;
};

}  // namespace

ActDate date_of(const SentenceAnalysis& analysis, const Act& act) {
  return graph::is_static(act.type) ? ActDate{} : ActDater(analysis, act).date();
}

std::optional<ActDate> date_of_target(const SentenceAnalysis& analysis, const Act& act,
                                      const Party& target) {
  if (graph::is_static(act.type) || target.distance > 0 ||
      !analysis.tree().is(target.slot, {Deprel::conj})) {
    return std::nullopt;
  }
  // whatever a parser hangs it on, it follows the name
  for (const TimeExpression& expression : analysis.times()) {
    const bool follows = expression.first > target.slot && expression.first <= target.slot + 2;
    if (!follows || !expression.date) continue;
    TimeExpression own = expression;
    resolve(own, analysis.document().date, direction_of(analysis.document(), act.words.front()));
    if (own.date) return ActDate{own.date, std::string(analysis.document().text_of(own.span))};
  }
  return std::nullopt;
}

}  // namespace entente::relations
