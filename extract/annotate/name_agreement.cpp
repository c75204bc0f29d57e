#include "extract/annotate/name_agreement.hpp"

#include <unordered_map>

#include "extract/annotate/characters.hpp"

namespace entente::annotate {
namespace {

constexpr float share_of_all = 0.5F;  // measured: 0.25 and 0.75 find fewer names right

struct Sum {
  TagScores scores{};
  float count = 0;
};

bool is_capitalised(std::string_view form) {
  return !form.empty() && is_upper(decode(form, 0).value);
}

}  // namespace

void let_names_agree(std::span<const std::string_view> forms, std::span<TagScores> scores) {
  std::unordered_map<std::string_view, Sum> sums;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (!is_capitalised(forms[i])) continue;
    Sum& sum = sums[forms[i]];
    ++sum.count;
    for (std::size_t tag = 0; tag < entity_tag_count; ++tag) sum.scores[tag] += scores[i][tag];
  }
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto found = sums.find(forms[i]);
    if (found == sums.end() || found->second.count < 2) continue;
    const Sum& sum = found->second;
    for (std::size_t tag = 0; tag < entity_tag_count; ++tag) {
      scores[i][tag] += share_of_all * (sum.scores[tag] / sum.count - scores[i][tag]);
    }
  }
}

}  // namespace entente::annotate
