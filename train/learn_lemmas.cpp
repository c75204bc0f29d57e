#include "train/learn_lemmas.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "extract/annotate/characters.hpp"
#include "extract/annotate/lemmatizer.hpp"

namespace entente::train {
namespace {

using annotate::LemmaRule;

std::u32string code_points(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = annotate::decode(text, at);
    result.push_back(c.value);
    at += c.size;
  }
  return result;
}

LemmaRule rule_for(const std::string& form, const std::string& lemma) {
  LemmaRule rule;
  rule.keep_case = annotate::lower(lemma) != lemma;
  const std::u32string from = code_points(rule.keep_case ? form : annotate::lower(form));
  const std::u32string to = code_points(lemma);
  std::size_t same = 0;
  while (same < from.size() && same < to.size() && from[same] == to[same]) ++same;
  rule.strip = static_cast<std::uint8_t>(std::min<std::size_t>(from.size() - same, 50));
  for (std::size_t i = same; i < to.size(); ++i) annotate::append_utf8(rule.add, to[i]);
  return rule;
}

struct Item {
  std::vector<std::uint64_t> keys;
  LemmaRule rule;
  int count = 0;
};

/// The rule that most words under a key follow; endings count words once,
/// whole forms as often as they occur.
std::map<std::uint64_t, LemmaRule> majority(const std::vector<Item>& items, std::size_t level) {
  std::map<std::uint64_t, std::map<LemmaRule, int>> counts;
  for (const Item& item : items) {
    counts[item.keys[level]][item.rule] += level < annotate::lemma_form_keys ? item.count : 1;
  }
  std::map<std::uint64_t, LemmaRule> result;
  for (const auto& [key, rules] : counts) {
    const auto best =
        std::max_element(rules.begin(), rules.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (level >= annotate::lemma_form_keys && best->second < 2) continue;
    result.emplace(key, best->first);
  }
  return result;
}

/// Finds slips of the treebanks: lemmas that are no known verb and would not give the form.
class VerbCheck {
 public:
  explicit VerbCheck(const std::vector<VerbForm>& verbs) {
    for (const VerbForm& verb : verbs) {
      lemma_of_.emplace(verb.form, verb.lemma);
      lemmas_.insert(verb.lemma);
    }
  }

  [[nodiscard]] std::string lemma(const Word& word) const {
    if (word.upos != text::Upos::verb || lemmas_.count(word.lemma) != 0) return word.lemma;
    const std::string form = annotate::lower(word.form);
    const auto known = lemma_of_.find(form);
    if (known == lemma_of_.end() || word.lemma.size() < 2) return word.lemma;
    for (const VerbForm& regular : regular_forms(word.lemma)) {
      if (regular.form == form) return word.lemma;
    }
    return known->second;
  }

 private:
  std::map<std::string, std::string> lemma_of_;
  std::set<std::string> lemmas_;
};

/// Rules for forms of verbs, whatever their features, where the treebanks do not say otherwise.
void add_verbs(const std::vector<VerbForm>& verbs, const std::vector<Item>& items,
               std::map<std::uint64_t, LemmaRule>& kept) {
  constexpr std::size_t level = annotate::lemma_form_keys - 1;  // form and tag
  const auto seen = majority(items, level);
  for (const VerbForm& verb : verbs) {
    const std::uint64_t key = annotate::lemma_keys(verb.form, text::Upos::verb, 0)[level];
    const LemmaRule rule = rule_for(verb.form, verb.lemma);
    const auto known = seen.find(key);
    if (known == seen.end() || known->second == rule) kept.emplace(key, rule);
  }
}

}  // namespace

void add_lemmas(annotate::ModelWriter& writer, const std::vector<Sentence>& sentences,
                const Vocabulary& vocabulary, const std::vector<VerbForm>& verbs) {
  const VerbCheck check(verbs);
  std::map<std::string, Item> by_word;
  for (const Sentence& sentence : sentences) {
    if (!sentence.parsed) continue;
    for (const Word& word : sentence.words) {
      const auto feats = vocabulary.feats_id(word.feats);
      if (feats < 0 || word.lemma == "_" || word.lemma.empty()) continue;
      const auto id = static_cast<std::uint16_t>(feats);
      Item& item = by_word[word.form + '\t' + std::to_string(static_cast<int>(word.upos)) + '\t' +
                           word.feats + '\t' + word.lemma];
      if (item.count++ == 0) {
        item.keys = annotate::lemma_keys(word.form, word.upos, id);
        item.rule = rule_for(word.form, check.lemma(word));
      }
    }
  }
  std::vector<Item> items;
  for (auto& [word, item] : by_word) items.push_back(std::move(item));
  std::map<std::uint64_t, LemmaRule> kept;
  for (std::size_t level = items.front().keys.size(); level-- > 0;) {
    const auto rules = majority(items, level);
    // What the less specific keys, already kept, say about each key's words.
    std::set<std::uint64_t> needed;
    for (const Item& item : items) {
      const auto rule = rules.find(item.keys[level]);
      if (rule == rules.end()) continue;
      const LemmaRule* known = nullptr;
      for (std::size_t less = level + 1; less < item.keys.size() && known == nullptr; ++less) {
        if (const auto found = kept.find(item.keys[less]); found != kept.end())
          known = &found->second;
      }
      if (known == nullptr || *known != rule->second) needed.insert(item.keys[level]);
    }
    for (const std::uint64_t key : needed) kept.emplace(key, rules.at(key));
  }
  add_verbs(verbs, items, kept);
  std::map<LemmaRule, std::uint32_t> numbers;
  std::vector<LemmaRule> list;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
  for (const auto& [key, rule] : kept) {
    const auto [found, fresh] = numbers.emplace(rule, static_cast<std::uint32_t>(list.size()));
    if (fresh) list.push_back(rule);
    entries.emplace_back(key, found->second);
  }
  annotate::add_lemma_rules(writer, list, entries);
  std::printf("%zu lemma rules under %zu keys\n", list.size(), entries.size());
}

}  // namespace entente::train
