#include "extract/relations/coding.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/relations/lexicon_data.hpp"
#include "extract/relations/syntax.hpp"
#include "util/lower.hpp"
#include "util/tsv.hpp"

namespace entente::relations {
namespace {

using text::Deprel;

/// contexts.tsv. Immutable, shared by all threads.
class ContextWords {
 public:
  static const ContextWords& built_in() {
    static const ContextWords words;
    return words;
  }

  [[nodiscard]] ContextSet of_word(const std::string& lemma) const { return find(words_, lemma); }
  [[nodiscard]] ContextSet of_mode(graph::RelationClass type, const std::string& mode) const {
    if (mode.empty()) return {};
    return find(modes_, std::string(graph::name_of(type)) + "/" + mode);
  }
  [[nodiscard]] ContextSet of_sector(const std::string& sector) const {
    return sector.empty() ? ContextSet{} : find(sectors_, sector);
  }

  [[nodiscard]] std::string names(const ContextSet& contexts) const {
    std::string joined;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!contexts[i]) continue;
      if (!joined.empty()) joined += ',';
      joined += names_[i];
    }
    return joined;
  }

 private:
  using Table = std::unordered_map<std::string, ContextSet>;

  ContextWords() {
    util::read_tsv(lexicon_file("contexts.tsv"), "contexts.tsv", [this](const util::TsvRow& row) {
      add(words_, row["words"]);
      add(modes_, row["modes"]);
      add(sectors_, row["sectors"]);
      names_.emplace_back(row["context"]);
    });
  }

  void add(Table& table, std::string_view keys) const {
    for (const std::string_view key : util::split(keys, '|')) {
      table[std::string(key)].set(names_.size());
    }
  }

  static ContextSet find(const Table& table, const std::string& key) {
    const auto found = table.find(key);
    return found == table.end() ? ContextSet{} : found->second;
  }

  std::vector<std::string> names_;
  Table words_, modes_, sectors_;
};

/// Longest first: "tear gas" is no gas.
void read_words(const SentenceTree& tree, const std::vector<TokenId>& tokens, ContextSet& found) {
  constexpr std::size_t longest = 4;
  const ContextWords& table = ContextWords::built_in();
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t used = 1;
    for (std::size_t length = std::min(longest, tokens.size() - i); length > 0; --length) {
      if (tokens[i + length - 1] != tokens[i] + length - 1) continue;
      std::string words = util::lower(tree.lemma(tokens[i]));
      for (std::size_t k = 1; k < length; ++k)
        words += "_" + util::lower(tree.lemma(tokens[i + k]));
      const ContextSet contexts = table.of_word(words);
      if (contexts.none()) continue;
      found |= contexts;
      used = length;
      break;
    }
    i += used;
  }
}

/// The words that the act governs, save those of another act beside or around it.
void collect(const SentenceTree& tree, std::vector<TokenId> stack, std::vector<TokenId>& tokens) {
  while (!stack.empty()) {
    const TokenId token = stack.back();
    stack.pop_back();
    tokens.push_back(token);
    for (const TokenId child : tree.children(token)) {
      if (tree.is(child, {Deprel::parataxis, Deprel::acl_relcl, Deprel::punct})) continue;
      if (tree.is(child, {Deprel::conj}) && tree.is_verbal(child)) continue;
      stack.push_back(child);
    }
  }
}

}  // namespace

ContextCoder::ContextCoder(const SentenceAnalysis& analysis, const Act& act)
    : document_(analysis.document()) {
  if (!graph::is_event(act.type)) return;
  of_act_ = ContextWords::built_in().of_mode(act.type, act.mode);
  std::vector<TokenId> tokens;
  collect(analysis.tree(), act.words, tokens);
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  read_words(analysis.tree(), tokens, of_act_);
  is_event_ = true;
}

std::string ContextCoder::between(const Party& subject, const Party& object) const {
  if (!is_event_) return {};
  const ContextWords& table = ContextWords::built_in();
  ContextSet found = of_act_;
  for (const std::uint32_t actor : {subject.actor, object.actor}) {
    const graph::Actor& who = document_.actors[actor];
    found |= table.of_sector(who.sector) | table.of_sector(who.sector2);
  }
  return table.names(found);
}

}  // namespace entente::relations
