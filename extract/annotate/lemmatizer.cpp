#include "extract/annotate/lemmatizer.hpp"

#include "extract/annotate/characters.hpp"
#include "extract/annotate/features.hpp"

namespace entente::annotate {
namespace {

constexpr std::size_t longest_ending = 5;

std::uint64_t key(std::string_view part, int level, bool capital, text::Upos upos, int feats) {
  const std::uint64_t seed = ((static_cast<std::uint64_t>(level) * 2 + (capital ? 1 : 0)) * 32 +
                              static_cast<std::uint64_t>(upos)) *
                                 4096 +
                             static_cast<std::uint64_t>(feats + 1);
  return hash_bytes(part, seed);
}

/// Byte position of the code point that is `count` from the end.
std::size_t from_end(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  while (count > 0 && at > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) --count;
  }
  return at;
}

}  // namespace

std::vector<std::uint64_t> lemma_keys(std::string_view form, text::Upos upos, std::uint16_t feats) {
  const std::string low = lower(form);
  const bool capital = !form.empty() && is_upper(decode(form, 0).value);
  std::vector<std::uint64_t> keys{key(low, 10, capital, upos, feats),
                                  key(low, 11, false, upos, feats), key(low, 12, false, upos, -1)};
  for (std::size_t length = longest_ending + 1; length-- > 0;) {
    const std::string_view ending = std::string_view(low).substr(from_end(low, length));
    keys.push_back(key(ending, static_cast<int>(length), capital, upos, feats));
  }
  keys.push_back(key({}, 0, capital, upos, -1));
  return keys;
}

std::string apply_rule(const LemmaRule& rule, std::string_view form) {
  std::string base = rule.keep_case ? std::string(form) : lower(form);
  base.resize(from_end(base, rule.strip));
  base += rule.add;
  return base.empty() ? std::string(form) : base;
}

Lemmatizer::Lemmatizer(const ModelFile& file) {
  const auto texts = file.section<char>("lemma.rules");
  std::string_view rest(texts.data(), texts.size());
  // Each rule: casing, cut, added text up to a line feed.
  while (rest.size() >= 3) {
    const std::size_t end = rest.find('\n', 2);
    if (end == std::string_view::npos) break;
    rules_.push_back({rest[0] == 'K', static_cast<std::uint8_t>(rest[1] - 'A'),
                      std::string(rest.substr(2, end - 2))});
    rest.remove_prefix(end + 1);
  }
  table_ = HashTable(file, "lemma", rules_.size());
}

std::string Lemmatizer::lemma(std::string_view form, text::Upos upos, std::uint16_t feats) const {
  for (const std::uint64_t key : lemma_keys(form, upos, feats)) {
    if (const auto rule = table_.find(key)) return apply_rule(rules_[*rule], form);
  }
  return upos == text::Upos::propn ? std::string(form) : lower(form);
}

void add_lemma_rules(ModelWriter& writer, std::span<const LemmaRule> rules,
                     std::span<const std::pair<std::uint64_t, std::uint32_t>> entries) {
  std::string texts;
  for (const LemmaRule& rule : rules) {
    texts.push_back(rule.keep_case ? 'K' : 'L');
    texts.push_back(static_cast<char>('A' + rule.strip));
    texts += rule.add + '\n';
  }
  writer.add<char>("lemma.rules", texts);
  add_hash_table(writer, "lemma", entries);
}

}  // namespace entente::annotate
