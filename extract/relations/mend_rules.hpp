// The rules that mend_trees() applies, each to one word of a sentence.
#pragma once

#include <span>
#include <vector>

#include "extract/relations/syntax.hpp"

namespace entente::relations {

/// Hangs a word elsewhere.
struct Edit {
  TokenId token = 0;
  TokenId head = 0;
  text::Deprel deprel = text::Deprel::dep;
};

/// Looks at one token of the tree and adds what to mend.
using MendRule = void (*)(const SentenceTree&, TokenId, std::vector<Edit>&);

/// Who is the subject of which verb.
std::span<const MendRule> subject_rules();

/// Adjectives and participles beside a noun: what they say of it or of another. Come right before
/// the attachments.
std::span<const MendRule> modifier_rules();

/// What else hangs on which word: objects, clauses, phrases.
std::span<const MendRule> attachment_rules();

/// Particles, prepositions, names, examples and remarks: on which noun or verb they hang. Come
/// right after the attachments.
std::span<const MendRule> phrase_rules();

/// Clauses, questions and what participles take: to which noun or verb they belong. Come last.
std::span<const MendRule> clause_rules();

/// Parts of speech that the words around tell: "would [free] 300 prisoners", "welcomed the EU
/// [move]". Comes before the rules.
void mend_tags(text::Document& document, const text::Sentence& sentence);

/// The leftmost and the rightmost token of the subtree.
TokenId left_edge(const SentenceTree& tree, TokenId token);
TokenId right_edge(const SentenceTree& tree, TokenId token);
bool has_subject(const SentenceTree& tree, TokenId verb);
std::vector<TokenId> subjects_of(const SentenceTree& tree, TokenId verb);
bool is_and(const SentenceTree& tree, TokenId token);
/// A verb of saying by the lexicon.
bool is_saying(const SentenceTree& tree, TokenId token);

}  // namespace entente::relations
