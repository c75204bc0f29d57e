#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/relations/act_steps.hpp"
#include "extract/relations/frames.hpp"
#include "extract/relations/slot_parties.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using graph::RelationClass;
using text::Deprel;

constexpr double content_confidence = 0.75;

class ContentCoder {
 public:
  ContentCoder(SentenceAnalysis& analysis, std::size_t index)
      : analysis_(analysis),
        tree_(analysis.tree()),
        index_(index),
        predication_(analysis.clauses().predications()[index]) {}

  [[nodiscard]] std::optional<Act> code() const {
    if (predication_.kind != PredicationKind::verb || predication_.passive) return std::nullopt;
    if (auto act = refused_until()) return act;
    if (auto act = given_up()) return act;
    if (auto act = threatened_unless()) return act;
    if (auto act = ended_after()) return act;
    return inquired_into();
  }

 private:
  /// "will not lift the blockade until B leaves": what is refused is refused to B.
  [[nodiscard]] std::optional<Act> refused_until() const {
    static constexpr std::string_view yielding[] = {
        "accept", "agree",  "allow",     "attend",    "call_off",  "disarm",  "drop",
        "ease",   "end",    "free",      "halt",      "hand_over", "join",    "lay_down",
        "leave",  "lift",   "meet",      "negotiate", "open",      "pay",     "pull_out",
        "ratify", "reopen", "recognise", "recognize", "release",   "restore", "resume",
        "return", "sign",   "stop",      "surrender", "talk",      "vacate",  "withdraw"};
    static constexpr std::string_view markers[] = {"before", "till", "unless", "until"};
    const Context& context = analysis_.context(index_);
    if (context.polarity != graph::Polarity::negated || !context.future ||
        !is_listed(yielding, predication_.lemma)) {
      return std::nullopt;
    }
    for (const TokenId child : tree_.children(predication_.token)) {
      if (!tree_.is(child, {Deprel::advcl}) || !is_listed(markers, tree_.marker(child))) continue;
      const auto who = who_must_act(child);
      if (!who) continue;
      auto act = towards(*who, RelationClass::reject, "");
      if (!act) continue;
      act->frame = predication_.lemma + " until the other side acts";
      act->context.polarity = graph::Polarity::affirmed;
      act->context.modality = graph::Modality::actual;
      return act;
    }
    return std::nullopt;
  }

  /// "until [B] leaves", "until it is satisfied that [B] leaves", "until [B] is removed"
  [[nodiscard]] std::optional<TokenId> who_must_act(TokenId clause) const {
    static constexpr std::string_view sure[] = {"assured",   "certain",   "confident",
                                                "convinced", "satisfied", "sure"};
    static constexpr std::string_view removed[] = {"dismiss", "fire",    "oust",
                                                   "remove",  "replace", "sack"};
    std::vector<TokenId> clauses{clause};
    for (const TokenId child : tree_.children(clause)) {
      if (tree_.is(child, {Deprel::conj})) clauses.push_back(child);
      if (is_listed(sure, tree_.form(clause)) && tree_.is(child, {Deprel::ccomp})) {
        clauses.push_back(child);
      }
    }
    for (auto at = clauses.rbegin(); at != clauses.rend(); ++at) {
      const Predication* condition = analysis_.clauses().of(*at);
      if (condition == nullptr) continue;
      const bool ousted = condition->passive && is_listed(removed, condition->lemma);
      const Argument* who = argument(*condition, ousted ? "obj" : "subj");
      if (who != nullptr && !who->inherited) return who->token;
    }
    return std::nullopt;
  }

  /// "called off the strike after B raised wages", "after an agreement with B"
  [[nodiscard]] std::optional<Act> ended_after() const {
    static constexpr std::string_view ending[] = {"abandon", "call_off", "cancel", "end",
                                                  "halt",    "stop",     "suspend"};
    static constexpr std::string_view protests[] = {"blockade", "boycott", "demonstration",
                                                    "protest",  "sit-in",  "stoppage",
                                                    "strike",   "vigil",   "walkout"};
    const Argument* protest = argument(predication_, "obj");
    if (protest == nullptr || !is_listed(ending, predication_.lemma) ||
        !is_listed(protests, tree_.lemma(protest->token))) {
      return std::nullopt;
    }
    std::optional<Act> act;
    std::vector<TokenId> below(tree_.children(predication_.token).begin(),
                               tree_.children(predication_.token).end());
    // "a strike that had halted trains after ...": hung on the clause between
    if (const auto told = tree_.child(protest->token, {Deprel::acl_relcl})) {
      below.insert(below.end(), tree_.children(*told).begin(), tree_.children(*told).end());
    }
    for (const TokenId child : below) {
      if (tree_.is(child, {Deprel::advcl}) && tree_.marker(child) == "after") {
        const auto who = who_must_act(child);
        if (who) act = towards(*who, RelationClass::retreat, "");
      } else if (tree_.is(child, {Deprel::obl}) && tree_.preposition(child) == "after" &&
                 event_noun(tree_, child).entry != nullptr) {
        act = towards(child, RelationClass::retreat, "", Reach::agent_or_target);
      }
      if (!act) continue;
      act->words.push_back(protest->token);
      act->frame = predication_.lemma + " a protest after the other side acted";
      return act;
    }
    return std::nullopt;
  }

  /// "threatened to cut supplies unless B paid": B is threatened.
  [[nodiscard]] std::optional<Act> threatened_unless() const {
    static constexpr std::string_view markers[] = {"if", "unless", "until"};
    if (operator_of(tree_, predication_) != Operator::threaten) return std::nullopt;
    for (const Predication& condition : analysis_.clauses().predications()) {
      const Argument* who = argument(condition, "subj");
      if (who == nullptr || who->inherited || !is_listed(markers, condition.marker) ||
          condition.token == predication_.token ||
          !tree_.governs(predication_.token, condition.token)) {
        continue;
      }
      auto act = towards(who->token, RelationClass::threaten, "");
      if (!act) continue;
      act->frame = predication_.lemma + " if the other side acts";
      return act;
    }
    return std::nullopt;
  }

  /// "dropped its demand that B leave"
  [[nodiscard]] std::optional<Act> given_up() const {
    static constexpr std::string_view dropping[] = {"abandon", "drop",  "give_up", "renounce",
                                                    "retract", "waive", "withdraw"};
    const Argument* claim = argument(predication_, "obj");
    if (claim == nullptr || !is_listed(dropping, predication_.lemma) ||
        !Lexicon::built_in().in_set("demand", tree_.lemma(claim->token))) {
      return std::nullopt;
    }
    for (const TokenId clause : tree_.children(claim->token)) {
      const Predication* wish = analysis_.clauses().of(clause);
      if (wish == nullptr || tree_.marker(clause) != "that") continue;
      const Argument* who = argument(*wish, "subj");
      if (who == nullptr || who->inherited) continue;
      auto act = towards(who->token, RelationClass::concede, "");
      if (!act) continue;
      act->words.push_back(claim->token);
      if (const auto told = analysis_.clauses().index_of(claim->token)) analysis_.mark_told(*told);
      act->frame = predication_.lemma + " a demand";
      return act;
    }
    return std::nullopt;
  }

  /// "opened an inquiry into whether B was bribed", "is investigating claims that B was": B.
  [[nodiscard]] std::optional<Act> inquired_into() const {
    static constexpr std::string_view inquiring[] = {"examine", "investigate", "look", "probe"};
    const Lexicon& lexicon = Lexicon::built_in();
    std::vector<TokenId> words{predication_.token};
    bool inquires = is_listed(inquiring, predication_.lemma);
    for (const Argument& role : predication_.arguments) {
      if (role.inherited || (role.slot != "obj" && role.slot != "into")) continue;
      words.push_back(role.token);
      inquires |= role.slot == "obj" && lexicon.in_set("inquiry", tree_.lemma(role.token));
      for (const TokenId child : tree_.children(role.token)) {
        if (tree_.is(child, {Deprel::nmod})) words.push_back(child);
      }
    }
    if (!inquires) return std::nullopt;
    for (const TokenId word : words) {
      for (const TokenId clause : tree_.children(word)) {
        if (!is_question(word, clause)) continue;
        const Predication* content = analysis_.clauses().of(clause);
        if (content == nullptr) continue;
        const Argument* who = argument(*content, content->passive ? "obj" : "subj");
        if (who == nullptr || who->inherited) continue;
        if (auto act = towards(who->token, RelationClass::accuse, "investigate")) {
          act->frame = predication_.lemma + " whether";
          return act;
        }
      }
    }
    return std::nullopt;
  }

  /// "into whether ...", "how ...", "claims that ..."
  [[nodiscard]] bool is_question(TokenId above, TokenId clause) const {
    static constexpr std::string_view questions[] = {"how", "if", "whether", "why"};
    static constexpr std::string_view reports[] = {"accusation", "allegation", "charge",   "claim",
                                                   "complaint",  "report",     "suspicion"};
    if (!tree_.is(clause, {Deprel::acl, Deprel::acl_relcl, Deprel::advcl, Deprel::ccomp})) {
      return false;
    }
    if (is_listed(reports, tree_.lemma(above))) return tree_.marker(clause) == "that";
    const auto asks = [&](TokenId word) { return is_listed(questions, tree_.form(word)); };
    const auto& children = tree_.children(clause);
    const bool asked = std::any_of(children.begin(), children.end(), [&](TokenId child) {
      return child < clause && tree_.children(child).empty() && asks(child);
    });
    // "into [how] B obtained": hung on the verb above
    const TokenId first = children.empty() ? clause : std::min(clause, children.front());
    return asked || (first + 1 < clause && tree_.form(first) == "into" && asks(first + 1));
  }

  [[nodiscard]] std::optional<Act> towards(TokenId whom, RelationClass type, std::string_view mode,
                                           Reach reach = Reach::owner) const {
    Act act = new_act(analysis_, index_, content_confidence);
    act.type = type;
    act.mode = mode;
    act.agents = subject_parties(analysis_, predication_);
    if (act.agents.empty()) {
      for (const Argument& role : predication_.arguments) {
        if (role.slot != "subj") continue;
        act.agents = acting(analysis_, analysis_.finder().unnamed(tree_, role.token));
      }
    }
    act.targets = target_parties(analysis_, whom, reach, type, Targets::any);
    drop_agents_from_targets(act);
    if (act.agents.empty() || act.targets.empty()) return std::nullopt;
    return act;
  }

  SentenceAnalysis& analysis_;
  const SentenceTree& tree_;
  std::size_t index_;
  const Predication& predication_;
};

}  // namespace

std::optional<Act> content_act(SentenceAnalysis& analysis, std::size_t predication) {
  return ContentCoder(analysis, predication).code();
}

}  // namespace entente::relations
