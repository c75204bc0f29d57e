#include "extract/relations/tree_mend.hpp"

#include <algorithm>
#include <unordered_map>

#include "extract/relations/mend_rules.hpp"

namespace entente::relations {
namespace {

using text::Deprel;
using text::Upos;

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

bool lies_in(const text::Mention& mention, TokenId token) {
  return token >= mention.first && token < mention.last;
}

/// The words of the mention that hang on words outside; none if one of them is the root.
std::vector<TokenId> hung_outside(const SentenceTree& tree, const text::Mention& mention) {
  std::vector<TokenId> found;
  for (TokenId token = mention.first; token < mention.last; ++token) {
    const auto head = tree.head(token);
    if (!head || tree.is_verbal(token)) return {};
    if (!lies_in(mention, *head) && tree.at(token).upos != Upos::punct) found.push_back(token);
  }
  return found;
}

/// "[then] President X": an adverb that a parser hangs on the verb is not what the words are
/// about.
void name_by_noun(const SentenceTree& tree, text::Mention& mention) {
  const Upos kind = tree.at(mention.head).upos;
  if (kind != Upos::adv && kind != Upos::adp && kind != Upos::det) return;
  for (TokenId token = mention.first; token < mention.last; ++token) {
    const auto head = tree.head(token);
    if (tree.is_nominal(token) && head && !lies_in(mention, *head)) {
      mention.head = token;
      return;
    }
  }
}

/// "met [US Secretary of State] [John Kerry]", two arguments to a parser: the leftmost says what
/// the whole is in the sentence.
void join_mention(const SentenceTree& tree, const text::Mention& mention,
                  std::vector<Edit>& edits) {
  if (mention.kind == text::MentionKind::pronoun || mention.actors.empty()) return;
  const auto outside = hung_outside(tree, mention);
  const TokenId head = mention.head;
  if (outside.empty() || (outside.size() == 1 && outside.front() == head)) return;
  // "[US] [military] trains": "US" taken for a part of the object
  const auto part = std::find_if(outside.begin(), outside.end(), [&](TokenId token) {
    return tree.is(token,
                   {Deprel::nsubj, Deprel::nsubj_pass, Deprel::obj, Deprel::iobj, Deprel::obl,
                    Deprel::obl_agent, Deprel::nmod, Deprel::conj, Deprel::appos});
  });
  if (part == outside.end()) return;
  const TokenId first = *part;
  if (first != head) edits.push_back({head, *tree.head(first), tree.at(first).deprel});
  for (const TokenId token : outside) {
    if (token != head) edits.push_back({token, head, Deprel::compound});
    for (const TokenId child : tree.children(token)) {
      const bool own = lies_in(mention, child);
      if (token == head && own && tree.is(child, {Deprel::case_})) {
        edits.push_back({child, head, Deprel::dep});  // the "of" of the title
      } else if (token != head && !own) {
        edits.push_back({child, head, tree.at(child).deprel});
      }
    }
  }
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

void apply(std::span<const MendRule> rules, const SentenceTree& tree, std::vector<Edit>& edits) {
  for (const MendRule rule : rules) {
    for (TokenId token = tree.first(); token < tree.last(); ++token) rule(tree, token, edits);
  }
}

}  // namespace

void mend_trees(text::Document& document) {
  std::unordered_map<TokenId, std::uint32_t> actor_at;
  for (const text::Mention& named : document.mentions) {
    if (named.actors.size() == 1) actor_at.emplace(named.head, named.actors.front());
  }
  auto mention = document.mentions.begin();
  for (const text::Sentence& sentence : document.sentences) {
    mend_tags(document, sentence);
    std::vector<Edit> edits;
    const SentenceTree tree(document, sentence);
    apply(subject_rules(), tree, edits);
    apply(modifier_rules(), tree, edits);
    apply(attachment_rules(), tree, edits);
    apply(phrase_rules(), tree, edits);
    apply(clause_rules(), tree, edits);
    for (TokenId token = sentence.first; token < sentence.last; ++token) {
      join_states(tree, document, actor_at, token, edits);
    }
    for (; mention != document.mentions.end() && mention->first < sentence.last; ++mention) {
      name_by_noun(tree, *mention);
      join_mention(tree, *mention, edits);
      free_conjuncts(tree, *mention, edits);
    }
    carry_out(edits, document);
  }
}

}  // namespace entente::relations
