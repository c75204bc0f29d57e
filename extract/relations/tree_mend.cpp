#include "extract/relations/tree_mend.hpp"

#include <algorithm>
#include <cctype>
#include <span>
#include <unordered_map>
#include <utility>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/syntax.hpp"
#include "extract/relations/time_words.hpp"
#include "extract/relations/words.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Upos;

struct Edit {
  TokenId token = 0;
  TokenId head = 0;
  Deprel deprel = Deprel::dep;
};

bool is_and(const SentenceTree& tree, TokenId token) {
  const std::string& lemma = tree.lemma(token);
  return lemma == "and" || lemma == "&";
}

/// The leftmost token of the subtree.
TokenId left_edge(const SentenceTree& tree, TokenId token) {
  TokenId edge = token;
  while (true) {
    const auto children = tree.children(edge);
    if (children.empty() || children.front() >= edge) return edge;
    edge = children.front();
  }
}

TokenId right_edge(const SentenceTree& tree, TokenId token) {
  TokenId edge = token;
  while (true) {
    const auto children = tree.children(edge);
    if (children.empty() || children.back() <= edge) return edge;
    edge = children.back();
  }
}

std::vector<TokenId> subjects_of(const SentenceTree& tree, TokenId verb) {
  std::vector<TokenId> found;
  for (const TokenId child : tree.children(verb)) {
    if (tree.is(child, {Deprel::nsubj, Deprel::nsubj_pass})) found.push_back(child);
  }
  return found;
}

bool has_subject(const SentenceTree& tree, TokenId verb) {
  return tree
      .child(verb, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj, Deprel::csubj_pass,
                    Deprel::expl, Deprel::nsubj_outer})
      .has_value();
}

bool is_saying(const SentenceTree& tree, TokenId token) {
  return tree.is_verbal(token) &&
         Lexicon::built_in().verb_operator(tree.lemma(token)) == Operator::say;
}

/// "A and its allies raised": the second of two subjects, after "and".
void join_subjects(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb)) return;
  const auto subjects = subjects_of(tree, verb);
  for (std::size_t i = 1; i < subjects.size(); ++i) {
    const TokenId first = subjects[i - 1];
    const TokenId second = subjects[i];
    if (second > verb) continue;
    TokenId edge = left_edge(tree, second);
    const bool inside = is_and(tree, edge) && edge != second;
    if (!inside && (edge == tree.first() || !is_and(tree, --edge))) continue;
    if (edge <= first) continue;
    edits.push_back({second, first, Deprel::conj});
    edits.push_back({edge, second, Deprel::cc});
  }
}

/// "President A and Prime Minister B": what the parser takes for an apposition.
void join_names(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  if (!tree.is(token, {Deprel::appos}) || !tree.is_nominal(token)) return;
  const auto conjunction = tree.child(token, {Deprel::cc});
  const auto head = tree.head(token);
  if (conjunction && *conjunction < token && is_and(tree, *conjunction)) {
    edits.push_back({token, *head, Deprel::conj});
  }
}

/// "X, they said, planned to visit Y": X is the subject of what follows.
void undo_parenthesis(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb)) return;
  const auto subjects = subjects_of(tree, verb);
  if (subjects.size() != 2 || subjects[1] > verb) return;
  const TokenId own = left_edge(tree, subjects[1]);
  if (own == tree.first() || tree.form(own - 1) != ",") return;
  if (right_edge(tree, subjects[0]) + 2 < own) return;
  for (const TokenId child : tree.children(verb)) {
    if (child < verb || !tree.is_verbal(child) || has_subject(tree, child) ||
        !tree.is(child, {Deprel::ccomp, Deprel::advcl, Deprel::parataxis, Deprel::xcomp})) {
      continue;
    }
    const bool finite = tree.at(child).features.verb_form != text::VerbForm::infinitive &&
                        tree.at(child).features.verb_form != text::VerbForm::gerund;
    if (!finite && !tree.child(child, {Deprel::aux, Deprel::aux_pass})) continue;
    const bool passive = tree.child(child, {Deprel::aux_pass}).has_value();
    edits.push_back({subjects[0], child, passive ? Deprel::nsubj_pass : Deprel::nsubj});
    edits.push_back({child, verb, Deprel::ccomp});
    return;
  }
}

/// "said [the envoy] was summoned": no object of saying, but the subject of a clause
/// that has none.
void give_clause_subject(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb)) return;
  const auto object = tree.child(verb, {Deprel::iobj, Deprel::obj});
  const auto clause = tree.child(verb, {Deprel::ccomp});
  if (!object || !clause || *object < verb || *clause < *object || !tree.is_verbal(*clause) ||
      has_subject(tree, *clause) || tree.child(*clause, {Deprel::mark})) {
    return;
  }
  const auto auxiliary = tree.child(*clause, {Deprel::aux, Deprel::aux_pass});
  const bool finite = tree.at(*clause).features.verb_form == text::VerbForm::finite;
  if (!finite && !auxiliary) return;
  const bool passive = tree.child(*clause, {Deprel::aux_pass}).has_value();
  edits.push_back({*object, *clause, passive ? Deprel::nsubj_pass : Deprel::nsubj});
}

bool is_participle(const SentenceTree& tree, TokenId token) {
  return tree.is_verbal(token) && tree.form(token).ends_with("ing");
}

/// "A took the town, they said, killing ten": all but the saying is A's.
void give_back_to_clause(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!is_saying(tree, verb)) return;
  const auto clause = tree.child(verb, {Deprel::ccomp});
  if (!clause || !tree.is_verbal(*clause)) return;
  if (*clause > verb) {
    // "said it would free [20 prisoners]"
    const auto object = tree.child(verb, {Deprel::obj, Deprel::iobj});
    if (object && *object > *clause && !tree.child(*clause, {Deprel::obj, Deprel::xcomp})) {
      edits.push_back({*object, *clause, Deprel::obj});
    }
    return;
  }
  const auto subjects = subjects_of(tree, verb);
  if (subjects.size() == 2 && subjects[0] < *clause && subjects[1] > *clause &&
      !has_subject(tree, *clause)) {
    const bool passive = tree.child(*clause, {Deprel::aux_pass}).has_value();
    edits.push_back({subjects[0], *clause, passive ? Deprel::nsubj_pass : Deprel::nsubj});
  }
  for (const TokenId child : tree.children(verb)) {
    if (child > verb && tree.is(child, {Deprel::advcl}) && is_participle(tree, child) &&
        tree.marker(child).empty()) {
      edits.push_back({child, *clause, Deprel::advcl});
    }
  }
}

/// "A reduced tariffs", A taken for a part of "A tariffs" across the verb.
void uncross_compound(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  if (!tree.is(token, {Deprel::compound, Deprel::amod, Deprel::nmod}) || !tree.is_nominal(token)) {
    return;
  }
  const auto noun = tree.head(token);
  const auto verb = noun ? tree.head(*noun) : std::nullopt;
  if (!verb || !tree.is_verbal(*verb) || *verb < token || *verb > *noun ||
      has_subject(tree, *verb) || tree.child(token, {Deprel::case_}) ||
      !tree.is(*noun, {Deprel::obj, Deprel::obl, Deprel::iobj})) {
    return;
  }
  edits.push_back({token, *verb, Deprel::nsubj});
}

/// "said it would allow the envoys in": an "it" that allows stands for somebody.
void give_it_a_meaning(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  const auto verb = tree.head(token);
  if (!tree.is(token, {Deprel::expl}) || !verb || !tree.is_verbal(*verb) || token > *verb ||
      !tree.is(*verb, {Deprel::ccomp}) || !tree.child(*verb, {Deprel::obj, Deprel::iobj}) ||
      tree.child(*verb, {Deprel::aux_pass, Deprel::nsubj, Deprel::csubj})) {
    return;
  }
  const auto above = tree.head(*verb);
  if (above && is_saying(tree, *above)) edits.push_back({token, *verb, Deprel::nsubj});
}

/// "The seizure of a tanker [by B] rattled": no subject has a preposition.
void free_from_verb(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb)) return;
  const auto subjects = subjects_of(tree, verb);
  for (std::size_t i = 1; i < subjects.size(); ++i) {
    if (subjects[i] > verb || !tree.child(subjects[i], {Deprel::case_})) continue;
    if (tree.preposition(subjects[i]) == "'s") continue;
    edits.push_back({subjects[i], subjects[0], Deprel::nmod});
  }
}

/// "left Mali, and B soon left C": what stands between "and" and its verb is the
/// verb's subject, no conjunct of what stands before.
void give_conjunct_subject(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!tree.is_verbal(verb) || !tree.is(verb, {Deprel::conj}) || has_subject(tree, verb)) return;
  const auto conjunction = tree.child(verb, {Deprel::cc});
  if (!conjunction || *conjunction > verb) return;
  for (TokenId token = *conjunction + 1; token < verb; ++token) {
    const auto head = tree.head(token);
    if (!tree.is(token, {Deprel::conj}) || !tree.is_nominal(token) || !head ||
        *head > *conjunction || tree.child(token, {Deprel::cc, Deprel::case_})) {
      continue;
    }
    const bool passive = tree.child(verb, {Deprel::aux_pass}).has_value();
    edits.push_back({token, verb, passive ? Deprel::nsubj_pass : Deprel::nsubj});
    return;
  }
}

/// "accused B [of shelling]": the complement of the verb, not of its object.
void free_complement(const SentenceTree& tree, TokenId clause, std::vector<Edit>& edits) {
  if (!tree.is(clause, {Deprel::acl}) || !tree.is_verbal(clause)) return;
  const std::string marker = tree.marker(clause);
  // "urged the army [to free X]": the army should. Not "demanded a vote to free X".
  if (marker == "to" && tree.head(clause) && tree.is(*tree.head(clause), {Deprel::obj})) {
    const TokenId asked = *tree.head(clause);
    const auto asking = tree.head(asked);
    const Lexicon& lexicon = Lexicon::built_in();
    if (asking && lexicon.verb_operator(tree.lemma(*asking)) == Operator::demand &&
        tree.lemma(*asking) != "demand" && tree.lemma(*asking) != "seek" &&
        lexicon.noun_operator(tree.lemma(asked)) == Operator::none &&
        event_noun(tree, asked).entry == nullptr) {
      edits.push_back({clause, *asking, Deprel::xcomp});
    }
    return;
  }
  if (marker != "of" && marker != "from" && marker != "for" && marker != "into") return;
  const auto object = tree.head(clause);
  if (!object || !tree.is(*object, {Deprel::obj, Deprel::iobj})) return;
  if (tree.at(*object).upos == Upos::noun && marker != "from") return;  // "a plan for leaving"
  const auto verb = tree.head(*object);
  if (!verb || Lexicon::built_in().verb_operator(tree.lemma(*verb)) == Operator::none) return;
  edits.push_back({clause, *verb, Deprel::advcl});
}

/// "..., India said": who stands between a comma and a verb of saying says it.
void give_speaker(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  if (!is_saying(tree, verb) || has_subject(tree, verb) || verb <= tree.first() + 1) return;
  if (tree.child(verb, {Deprel::aux, Deprel::aux_pass, Deprel::mark})) return;
  TokenId name = verb - 1;
  while (tree.is(name, {Deprel::flat})) name = *tree.head(name);
  if (name >= verb || !tree.is(name, {Deprel::appos, Deprel::conj, Deprel::obl, Deprel::obj}) ||
      tree.at(name).upos != Upos::propn || tree.child(name, {Deprel::case_})) {
    return;
  }
  const TokenId edge = left_edge(tree, name);
  if (edge == tree.first() || tree.form(edge - 1) != ",") return;
  edits.push_back({name, verb, Deprel::nsubj});
}

/// "Putin, the Kremlin said, will visit": nobody is spoken to.
void give_vocative_a_verb(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  const auto verb = tree.head(token);
  if (!verb || !tree.is(token, {Deprel::vocative}) || !tree.is_verbal(*verb) || token > *verb ||
      has_subject(tree, *verb) || tree.at(token).upos != Upos::propn) {
    return;
  }
  const bool passive = tree.child(*verb, {Deprel::aux_pass}).has_value();
  if (tree.at(*verb).features.verb_form != text::VerbForm::finite &&
      !tree.child(*verb, {Deprel::aux, Deprel::aux_pass})) {
    return;
  }
  edits.push_back({token, *verb, passive ? Deprel::nsubj_pass : Deprel::nsubj});
}

/// "pressed for X to leave": X is who should leave.
void give_infinitive_subject(const SentenceTree& tree, TokenId verb, std::vector<Edit>& edits) {
  constexpr TokenId longest = 6;  // words of X
  if (!tree.is_verbal(verb) || has_subject(tree, verb) || tree.marker(verb) != "to") return;
  const auto marker = tree.child(verb, {Deprel::mark});
  if (*marker < tree.first() + 3) return;
  TokenId name = *marker - 1;
  while (tree.head(name) && *tree.head(name) < *marker && *tree.head(name) + longest > name &&
         tree.is(name, {Deprel::flat, Deprel::compound, Deprel::amod, Deprel::nmod})) {
    name = *tree.head(name);
  }
  const auto governor = tree.head(name);
  if (!governor || !tree.is_verbal(*governor) || *governor == verb || *governor > name ||
      tree.at(name).upos != Upos::propn || !tree.is(name, {Deprel::obl, Deprel::obj})) {
    return;
  }
  TokenId edge = left_edge(tree, name);
  if (tree.form(edge) != "for") {
    if (edge == tree.first() || tree.form(edge - 1) != "for") return;
    --edge;
  }
  if (Lexicon::built_in().verb_operator(tree.lemma(*governor)) != Operator::demand) return;
  edits.push_back({edge, verb, Deprel::mark});
  edits.push_back({name, verb, Deprel::nsubj});
  edits.push_back({verb, *governor, Deprel::ccomp});
}

bool is_listed(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "blamed neighbouring Y", "fought against occupying troops": the participle describes, it
/// does nothing.
void describe_by_participle(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  static constexpr std::string_view beside[] = {"neighbor", "neighbour", "neighboring",
                                                "neighbouring"};
  static constexpr std::string_view hostile[] = {"advance", "invade", "occupy",
                                                 "retreat", "rule",   "war"};
  static constexpr std::string_view against[] = {"against", "between", "with"};
  if (!tree.form(token).ends_with("ing") || !tree.is_verbal(token) || token + 1 >= tree.last()) {
    return;
  }
  if (!is_listed(beside, tree.lemma(token)) &&
      !(is_listed(hostile, tree.lemma(token)) && is_listed(against, tree.marker(token)))) {
    return;
  }
  TokenId noun = token + 1;
  while (tree.head(noun) && *tree.head(noun) > noun && *tree.head(noun) != token) {
    noun = *tree.head(noun);
  }
  const auto governor = tree.head(token);
  if (!tree.is_nominal(noun) || !governor) return;
  for (const TokenId child : tree.children(token)) {
    if (tree.is(child, {Deprel::mark})) {
      edits.push_back({child, noun, Deprel::case_});
    } else if (child == noun && tree.is(token, {Deprel::advcl})) {
      edits.push_back({child, *governor, Deprel::obl});
    } else {
      edits.push_back({child, *governor, tree.at(child).deprel});
    }
  }
  edits.push_back({token, noun, Deprel::amod});
}

/// "the men responsible for killing X", "the trial of X, accused of spying": who did it
/// stands right before, whatever verb governs the sentence.
void give_culprit(const SentenceTree& tree, TokenId clause, std::vector<Edit>& edits) {
  static constexpr std::string_view charged[] = {"accuse",   "arrest",  "charge", "convict",
                                                 "detain",   "indict",  "jail",   "kill",
                                                 "sentence", "suspect", "want"};
  if (!tree.is(clause, {Deprel::advcl}) || !tree.is_verbal(clause) || has_subject(tree, clause)) {
    return;
  }
  TokenId edge = left_edge(tree, clause);
  const bool comma = tree.form(edge) == "," && edge + 1 == clause;
  if (edge < tree.first() + 2) return;
  TokenId noun = --edge;
  if (!comma && tree.lemma(noun) == "responsible" && tree.is(noun, {Deprel::amod, Deprel::acl})) {
    noun = *tree.head(noun);
  } else if ((comma || (tree.form(noun) == "," && edge + 1 == clause)) &&
             is_listed(charged, tree.lemma(clause)) &&
             tree.at(clause).features.verb_form == text::VerbForm::participle &&
             !tree.child(clause, {Deprel::aux, Deprel::aux_pass, Deprel::obj})) {
    if (!comma) --noun;
    while (tree.is(noun, {Deprel::flat, Deprel::appos})) noun = *tree.head(noun);
  } else {
    return;
  }
  if (!tree.is_nominal(noun) || noun >= clause) return;
  edits.push_back({clause, noun, Deprel::acl});
}

/// "asked X, who is backed by Y, to resign": the infinitive is what was asked.
void free_demand(const SentenceTree& tree, TokenId clause, std::vector<Edit>& edits) {
  if (!tree.is(clause, {Deprel::advcl, Deprel::xcomp}) || tree.marker(clause) != "to") return;
  const auto relative = tree.head(clause);
  if (!relative || !tree.is(*relative, {Deprel::acl_relcl})) return;
  const TokenId edge = left_edge(tree, clause);
  if (edge == tree.first() || (tree.form(edge) != "," && tree.form(edge - 1) != ",")) return;
  const TokenId object = *tree.head(*relative);
  const auto verb = tree.head(object);
  if (!verb || !tree.is_verbal(*verb) || !tree.is(object, {Deprel::obj, Deprel::iobj}) ||
      Lexicon::built_in().verb_operator(tree.lemma(*verb)) != Operator::demand) {
    return;
  }
  edits.push_back({clause, *verb, Deprel::xcomp});
}

bool is_time_noun(const std::string& lemma) {
  static constexpr std::string_view nouns[] = {"century", "day",    "decade", "hour",  "month",
                                               "night",   "summer", "time",   "week",  "weekend",
                                               "winter",  "year",   "autumn", "spring"};
  return std::find(std::begin(nouns), std::end(nouns), lemma) != std::end(nouns) ||
         month_of(lemma) || weekday_of(lemma);
}

/// "held talks [last year [with B]]": no time has a "with".
void free_from_time(const SentenceTree& tree, TokenId token, std::vector<Edit>& edits) {
  if (!tree.is(token, {Deprel::nmod})) return;
  const std::string preposition = tree.preposition(token);
  if (preposition != "with" && preposition != "against") return;
  auto head = tree.head(token);
  if (!head) return;
  std::string lower = tree.lemma(*head);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  if (!is_time_noun(lower)) return;
  head = tree.head(*head);
  if (!head) return;
  edits.push_back({token, *head, tree.is_verbal(*head) ? Deprel::obl : Deprel::nmod});
}

/// "the Republic of A, B and C": conjuncts of a word inside a name are the name's.
void free_conjuncts(const SentenceTree& tree, const text::Mention& mention,
                    std::vector<Edit>& edits) {
  if (mention.kind != text::MentionKind::name || mention.actors.size() != 1) return;
  const TokenId head = mention.head;
  for (TokenId token = head + 1; token < tree.last(); ++token) {
    if (tree.at(token).span.begin >= mention.span.end) break;
    for (const TokenId child : tree.children(token)) {
      if (tree.is(child, {Deprel::conj}) && tree.at(child).span.begin >= mention.span.end &&
          tree.at(child).upos == Upos::propn) {
        edits.push_back({child, head, Deprel::conj});
      }
    }
  }
}

/// "A, B and C", three states: the second is no apposition.
void join_states(const SentenceTree& tree, const text::Document& document,
                 const std::unordered_map<TokenId, std::uint32_t>& actor_at, TokenId token,
                 std::vector<Edit>& edits) {
  const auto is_state = [&](TokenId at) {
    const auto found = actor_at.find(at);
    return found != actor_at.end() &&
           document.actors[found->second].kind == graph::ActorKind::country;
  };
  if (!tree.is(token, {Deprel::appos}) || !is_state(token) || !is_state(*tree.head(token))) return;
  if (actor_at.at(token) == actor_at.at(*tree.head(token))) return;
  const auto conjunct = tree.child(token, {Deprel::conj});
  if (!conjunct || !tree.child(*conjunct, {Deprel::cc})) return;
  edits.push_back({token, *tree.head(token), Deprel::conj});
}

/// True if the token hangs, directly or not, on `ancestor`.
bool hangs_on(const text::Document& document, TokenId token, TokenId ancestor) {
  for (std::int32_t at = static_cast<std::int32_t>(token); at != text::Token::no_head;
       at = document.tokens[static_cast<TokenId>(at)].head) {
    if (static_cast<TokenId>(at) == ancestor) return true;
  }
  return false;
}

void carry_out(const std::vector<Edit>& edits, text::Document& document) {
  for (const Edit& edit : edits) {
    text::Token& token = document.tokens[edit.token];
    if (token.head == text::Token::no_head || hangs_on(document, edit.head, edit.token)) continue;
    token.head = static_cast<std::int32_t>(edit.head);
    token.deprel = edit.deprel;
  }
}

}  // namespace

void mend_trees(text::Document& document) {
  using Rule = void (*)(const SentenceTree&, TokenId, std::vector<Edit>&);
  static constexpr Rule rules[] = {&join_names,
                                   &undo_parenthesis,
                                   &join_subjects,
                                   &give_clause_subject,
                                   &free_from_time,
                                   &free_from_verb,
                                   &give_conjunct_subject,
                                   &free_complement,
                                   &give_speaker,
                                   &give_infinitive_subject,
                                   &give_vocative_a_verb,
                                   &describe_by_participle,
                                   &give_culprit,
                                   &free_demand,
                                   &give_back_to_clause,
                                   &uncross_compound,
                                   &give_it_a_meaning};
  std::unordered_map<TokenId, std::uint32_t> actor_at;
  for (const text::Mention& named : document.mentions) {
    if (named.actors.size() == 1) actor_at.emplace(named.head, named.actors.front());
  }
  auto mention = document.mentions.begin();
  for (const text::Sentence& sentence : document.sentences) {
    std::vector<Edit> edits;
    const SentenceTree tree(document, sentence);
    for (const Rule rule : rules) {
      for (TokenId token = sentence.first; token < sentence.last; ++token) {
        rule(tree, token, edits);
      }
    }
    for (TokenId token = sentence.first; token < sentence.last; ++token) {
      join_states(tree, document, actor_at, token, edits);
    }
    for (; mention != document.mentions.end() && mention->first < sentence.last; ++mention) {
      free_conjuncts(tree, *mention, edits);
    }
    carry_out(edits, document);
  }
}

}  // namespace entente::relations
