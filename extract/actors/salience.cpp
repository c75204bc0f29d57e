#include "extract/actors/salience.hpp"

#include "extract/actors/vocabulary.hpp"

namespace entente::actors {

using graph::ActorKind;

bool is_speech(std::string_view lemma) {
  return is_one_of(
      lemma,
      {"say",         "tell",     "add",       "state",     "announce",  "declare",  "claim",
       "write",       "tweet",    "stress",    "note",      "warn",      "explain",  "insist",
       "argue",       "continue", "ask",       "reply",     "respond",   "comment",  "remark",
       "affirm",      "assert",   "emphasize", "emphasise", "quote",     "conclude", "report",
       "acknowledge", "admit",    "vow",       "urge",      "reiterate", "point",    "observe",
       "testify",     "opine",    "quip",      "caution",   "complain",  "allege",   "contend",
       "maintain",    "recall",   "predict",   "suggest",   "lament",    "joke",     "confirm",
       "pledge",      "promise",  "deny",      "recount",   "boast",     "concede",  "clarify",
       "elaborate",   "hint",     "post"});
}

bool is_time_noun(std::string_view key) {
  return is_one_of(key, {"year", "month", "week", "day", "time", "hour", "morning", "night",
                         "decade", "moment", "statement", "way"});
}

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass ||
         relation == Deprel::nsubj_outer;
}

double weight_of(Deprel relation) {
  switch (relation) {
    case Deprel::nsubj:
    case Deprel::nsubj_outer:
      return 0.35;
    case Deprel::nsubj_pass:
      return 0.3;
    case Deprel::obj:
    case Deprel::iobj:
      return 0.12;
    case Deprel::nmod_poss:
      return 0.08;
    case Deprel::obl_agent:
      return 0.12;
    case Deprel::obl:
      return 0.03;
    case Deprel::conj:
      return 0.05;
    case Deprel::compound:
    case Deprel::amod:
      return -0.2;
    default:
      return 0.0;
  }
}

bool is_deed(std::string_view lemma) {
  return is_speech(lemma) ||
         is_one_of(lemma, {"want",    "plan",      "agree",     "refuse",  "demand",    "seek",
                           "deny",    "reject",    "condemn",   "support", "accuse",    "sign",
                           "attack",  "invade",    "launch",    "deploy",  "withdraw",  "impose",
                           "hope",    "intend",    "believe",   "decide",  "promise",   "offer",
                           "pledge",  "threaten",  "welcome",   "call",    "criticize", "criticise",
                           "blame",   "recognize", "recognise", "expel",   "arrest",    "seize",
                           "suspend", "ban",       "send",      "order",   "oppose",    "back",
                           "try",     "consider",  "expect",    "urge",    "request",   "propose",
                           "join",    "host",      "negotiate", "ratify",  "adopt",     "approve",
                           "resume",  "lift",      "cut",       "commit"});
}

bool is_property(std::string_view key) {
  return is_one_of(
      key, {"troops",    "forces",     "allies",       "ally",        "government", "army",
            "military",  "president",  "neighbor",     "neighbour",   "neighbors",  "neighbours",
            "borders",   "border",     "territory",    "sovereignty", "citizens",   "people",
            "nationals", "ambassador", "embassy",      "parliament",  "soldiers",   "navy",
            "members",   "members",    "leaders",      "leader",      "officials",  "minister",
            "economy",   "capital",    "independence", "airspace",    "exports",    "fighters",
            "militants", "diplomats"});
}

bool is_attitude(std::string_view key) {
  return is_one_of(key,
                   {"ready",    "prepared", "willing",   "unwilling",   "concerned", "confident",
                    "aware",    "open",     "committed", "determined",  "opposed",   "able",
                    "unable",   "keen",     "eager",     "reluctant",   "satisfied", "disappointed",
                    "entitled", "hopeful",  "wary",      "responsible", "bound",     "isolated"});
}

bool is_aimed(std::string_view lemma) {
  return is_one_of(lemma,
                   {"attack",    "accuse",    "condemn",   "invade",   "urge",      "ask",
                    "recognize", "recognise", "support",   "threaten", "blame",     "fund",
                    "arm",       "criticize", "criticise", "warn",     "help",      "force",
                    "pressure",  "sanction",  "isolate",   "back",     "fight",     "defeat",
                    "tell",      "admit",     "expel",     "suspend",  "designate", "outlaw",
                    "punish",    "represent", "govern",    "rule",     "join",      "provoke"});
}

bool is_body(ActorKind kind) {
  return kind == ActorKind::country || kind == ActorKind::organisation ||
         kind == ActorKind::armed_force || kind == ActorKind::company;
}

}  // namespace entente::actors
