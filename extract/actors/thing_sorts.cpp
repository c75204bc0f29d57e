#include "extract/actors/thing_sorts.hpp"

#include <map>
#include <string>
#include <unordered_map>

#include "embedded/things.hpp"
#include "util/error.hpp"
#include "util/tsv.hpp"

namespace entente::actors {
namespace {

Sort sort_named(std::string_view name, const std::string& file, std::size_t line) {
  static const std::map<std::string_view, Sort> sorts{
      {"people", Sort::people}, {"many", Sort::many}, {"matter", Sort::matter},
      {"paper", Sort::paper},   {"law", Sort::law},   {"goods", Sort::goods},
      {"site", Sort::site}};
  const auto found = sorts.find(name);
  if (found == sorts.end()) throw InputError(file, line, "unknown sort " + std::string(name));
  return found->second;
}

const std::unordered_map<std::string_view, Sort>& things() {
  static const auto table = [] {
    std::unordered_map<std::string_view, Sort> rows;
    for (const auto& file : embedded::things()) {
      const std::string path(file.path);
      util::read_tsv(file.content, path, [&](const util::TsvRow& row) {
        rows[row["noun"]] = sort_named(row["sort"], path, row.line());
      });
    }
    return rows;
  }();
  return table;
}

}  // namespace

std::optional<Sort> sort_of(std::string_view noun) {
  const auto found = things().find(noun);
  return found == things().end() ? std::nullopt : std::optional(found->second);
}

}  // namespace entente::actors
