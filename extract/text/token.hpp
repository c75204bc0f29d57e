// One syntactic word of a sentence, by Universal Dependencies conventions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "util/text_span.hpp"

namespace entente::text {

using util::TextSpan;

enum class Upos : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x,
};

/// Universal Dependencies 2.16 relations of English, subtypes included.
enum class Deprel : std::uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp,
};

enum class EntityType : std::uint8_t { none, person, location, organisation, miscellaneous };

enum class Tense : std::uint8_t { none, past, present };
enum class VerbForm : std::uint8_t { none, finite, infinitive, participle, gerund };
enum class Number : std::uint8_t { none, singular, plural };
enum class Gender : std::uint8_t { none, masculine, feminine, neuter };
enum class Mood : std::uint8_t { none, indicative, imperative, subjunctive };

/// The morphological features that rules read.
struct Features {
  Tense tense = Tense::none;
  VerbForm verb_form = VerbForm::none;
  Mood mood = Mood::none;
  Number number = Number::none;
  Gender gender = Gender::none;
  std::uint8_t person = 0;  ///< 1, 2, 3; 0 if none
  bool passive = false;     ///< Voice=Pass
  bool possessive = false;  ///< Poss=Yes
};

/// A word. Its form is the document's text at `span`; the words of a multiword
/// token ("don't" = do + n't) divide the token's bytes among them.
struct Token {
  static constexpr std::int32_t no_head = -1;

  TextSpan span;
  std::string lemma;
  std::string feats;            ///< the whole UD FEATS column, "_" if none
  Features features;            ///< the same, parsed
  std::int32_t head = no_head;  ///< index into Document::tokens; no_head at the sentence's root
  Upos upos = Upos::x;
  Deprel deprel = Deprel::dep;
  EntityType entity = EntityType::none;
  bool entity_begins = false;       ///< B- of BIO
  bool multiword_begins = false;    ///< first word of a multiword token
  std::uint8_t multiword_size = 1;  ///< number of words of the multiword token that begins here
  bool space_after = true;
};

std::string_view name_of(Upos value);        ///< "VERB"
std::string_view name_of(Deprel value);      ///< "nsubj:pass"
std::string_view name_of(EntityType value);  ///< "PER", "LOC", "ORG", "MISC", "O"

}  // namespace entente::text
