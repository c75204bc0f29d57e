#include "extract/relations/recodings.hpp"

#include <string>

#include "extract/relations/lexicon.hpp"
#include "extract/relations/lexicon_data.hpp"
#include "util/error.hpp"
#include "util/tsv.hpp"

namespace entente::relations {
namespace {

constexpr std::string_view table_name = "recodings.tsv";

[[noreturn]] void reject(const util::TsvRow& row, std::string_view what, std::string_view text) {
  throw InputError(std::string(table_name), row.line(),
                   "unknown " + std::string(what) + " \"" + std::string(text) + "\"");
}

ActCode code_of(const util::TsvRow& row, std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto type = graph::relation_class(text.substr(0, slash));
  if (!type) reject(row, "class", text);
  return {*type, slash == std::string_view::npos ? "" : text.substr(slash + 1)};
}

WordCondition condition_of(const util::TsvRow& row, std::string_view text) {
  WordCondition condition;
  condition.wanted = !text.starts_with('!');
  if (!condition.wanted) text.remove_prefix(1);
  const std::size_t colon = text.find(':');
  condition.slots = util::split(text.substr(0, colon), '/');
  if (colon == std::string_view::npos || text.substr(colon + 1) == "*") return condition;
  condition.words = util::split(text.substr(colon + 1), '/');
  for (const std::string_view word : condition.words) {
    const bool is_frame = condition.slots.front() == "frame";
    if (!is_frame && word.starts_with('@') && !Lexicon::built_in().has_set(word)) {
      reject(row, "noun set", word);
    }
  }
  return condition;
}

std::vector<Recoding> read() {
  std::vector<Recoding> found;
  util::read_tsv(lexicon_file(table_name), std::string(table_name), [&](const util::TsvRow& row) {
    Recoding recoding;
    for (const std::string_view code : util::split(row["class"], '|')) {
      recoding.from.push_back(code_of(row, code));
    }
    recoding.verbs = util::split(row["verbs"], '|');
    recoding.agents = row["agents"];
    recoding.targets = row["targets"];
    for (const std::string_view condition : util::split(row["where"], ' ')) {
      recoding.where.push_back(condition_of(row, condition));
    }
    if (row["becomes"] != "nobody") recoding.to = code_of(row, row["becomes"]);
    found.push_back(std::move(recoding));
  });
  return found;
}

}  // namespace

std::span<const Recoding> recodings() {
  static const std::vector<Recoding> table = read();
  return table;
}

}  // namespace entente::relations
