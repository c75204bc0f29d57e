#include "extract/relations/direction.hpp"

#include <algorithm>
#include <string_view>

#include "extract/relations/clause_walk.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Document;
using text::Token;
using text::Upos;

/// Verbs whose complement lies ahead of them.
constexpr std::string_view looking_ahead[] = {
    "advise",    "agree",   "aim",      "appeal",  "arrange", "ask",    "authorise", "authorize",
    "call",      "command", "commit",   "compel",  "decide",  "demand", "direct",    "due",
    "encourage", "expect",  "go",       "hope",    "implore", "insist", "instruct",  "intend",
    "invite",    "mandate", "mean",     "need",    "oblige",  "offer",  "order",     "plan",
    "pledge",    "prepare", "press",    "promise", "propose", "ready",  "recommend", "refuse",
    "request",   "require", "schedule", "seek",    "set",     "slate",  "suggest",   "summon",
    "swear",     "tell",    "threaten", "urge",    "vow",     "want",   "warn"};

/// Modifiers that set their noun ahead.
constexpr std::string_view future_words[] = {
    "upcoming", "forthcoming", "planned",  "coming", "scheduled", "proposed", "future",
    "next",     "plan",        "schedule", "slate",  "set",       "due",      "expect"};

/// Verbs whose present passive tells of what is to come: "is scheduled for Monday".
constexpr std::string_view announcing[] = {"schedule", "slate", "set", "expect", "plan", "due"};

bool looks_past(const Document& document, std::uint32_t index) {
  const Token& token = token_at(document, index);
  if (token.features.tense == text::Tense::past) return true;
  if (token.upos != Upos::verb && token.upos != Upos::aux) return false;
  return document.form(token).ends_with("ed");
}

Direction direction_of_verb(const Document& document, std::uint32_t index, int depth);

/// A verb without a tense of its own takes it from the one it hangs on.
Direction inherited(const Document& document, std::uint32_t index, int depth) {
  const auto head = head_of(document, index);
  if (!head || depth > 8) return Direction::present;
  const std::uint32_t clause = clause_of(document, *head);
  if (is_listed(looking_ahead, token_at(document, clause).lemma) ||
      is_listed(looking_ahead, token_at(document, *head).lemma)) {
    return Direction::future;
  }
  return direction_of_verb(document, clause, depth + 1);
}

bool was_to(const Document& document, std::uint32_t index) {
  return has_child(document, index, [&](const Token& c) {
    const auto at = static_cast<std::uint32_t>(&c - document.tokens.data());
    return c.deprel == Deprel::mark && document.form(c) == "to" && at > 0 &&
           is_auxiliary(token_at(document, at - 1)) &&
           (document.form(token_at(document, at - 1)) == "was" ||
            document.form(token_at(document, at - 1)) == "were");
  });
}

Direction direction_of_verb(const Document& document, std::uint32_t index, int depth) {
  const auto child = [&](auto test) { return has_child(document, index, test); };
  if (child(is_auxiliary_of_future)) return Direction::future;
  // "was to meet on Friday": near the news, ahead of it or behind
  if (was_to(document, index)) return Direction::present;
  if (child([&](const Token& c) {
        return is_auxiliary(c) && (c.lemma == "have" || c.features.tense == text::Tense::past ||
                                   document.form(c) == "was" || document.form(c) == "were" ||
                                   document.form(c) == "did");
      })) {
    return Direction::past;
  }
  const Token& token = token_at(document, index);
  const bool to = child([&](const Token& c) {
    return c.deprel == Deprel::mark && c.upos == Upos::part && document.form(c) == "to";
  });
  const bool bare_auxiliary = child(is_auxiliary);
  // "is to be held on Monday", "is due to meet on Monday", whatever a parser hangs them on
  if (to && child([](const Token& c) {
        return ((c.deprel == Deprel::aux || c.deprel == Deprel::cop) && c.lemma == "be") ||
               c.lemma == "due" || c.lemma == "about";
      })) {
    return Direction::future;
  }
  if (to || (token.features.verb_form == text::VerbForm::gerund && !bare_auxiliary)) {
    return inherited(document, index, depth);
  }
  if (bare_auxiliary && is_listed(announcing, token.lemma)) return Direction::future;
  if (looks_past(document, index) && !bare_auxiliary) return Direction::past;
  const bool progressive = document.form(token).ends_with("ing");
  if (progressive) return bare_auxiliary ? Direction::future : inherited(document, index, depth);
  if (token.deprel == Deprel::conj && !bare_auxiliary && depth < 8) {
    if (const auto head = head_of(document, index)) {
      return direction_of_verb(document, *head, depth + 1);
    }
  }
  return Direction::present;
}

}  // namespace

Direction direction_of(const Document& document, std::uint32_t token) {
  const Token& act = token_at(document, token);
  const std::uint32_t clause = clause_of(document, token);
  if (clause != token || act.upos != Upos::verb) {
    const bool ahead = has_child(
        document, token, [](const Token& child) { return is_listed(future_words, child.lemma); });
    if (ahead) return Direction::future;
  }
  const auto [first, last] = sentence_bounds(document, token);
  const bool parsed = std::any_of(document.tokens.begin() + first, document.tokens.begin() + last,
                                  [](const Token& t) { return t.head >= 0; });
  if (!parsed) return Direction::past;
  return direction_of_verb(document, clause, 0);
}

}  // namespace entente::relations
