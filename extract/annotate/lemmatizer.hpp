// Lemmas from forms, tags and features, by rules learnt from the treebanks.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/annotate/hash_table.hpp"
#include "extract/annotate/model_file.hpp"
#include "extract/text/token.hpp"

namespace entente::annotate {

/// How a lemma is made of a form: cut `strip` code points off its end, add `add`.
struct LemmaRule {
  bool keep_case = false;  ///< else the form is put in lower case first
  std::uint8_t strip = 0;
  std::string add;

  auto operator<=>(const LemmaRule&) const = default;
};

/// The keys under which a word's rule may stand, the most specific first: the
/// form with everything known about it, then less and less, then its endings.
std::vector<std::uint64_t> lemma_keys(std::string_view form, text::Upos upos, std::uint16_t feats);
/// The number of keys at the front of lemma_keys() that are about the whole form.
inline constexpr std::size_t lemma_form_keys = 3;

std::string apply_rule(const LemmaRule& rule, std::string_view form);

class Lemmatizer {
 public:
  explicit Lemmatizer(const ModelFile& file);
  [[nodiscard]] std::string lemma(std::string_view form, text::Upos upos,
                                  std::uint16_t feats) const;

 private:
  HashTable table_;
  std::vector<LemmaRule> rules_;
};

/// Adds the sections that Lemmatizer reads.
void add_lemma_rules(ModelWriter& writer, std::span<const LemmaRule> rules,
                     std::span<const std::pair<std::uint64_t, std::uint32_t>> entries);

}  // namespace entente::annotate
