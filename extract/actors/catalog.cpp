#include "extract/actors/catalog.hpp"

#include <algorithm>

#include "extract/actors/actor_index.hpp"
#include "extract/actors/name_key.hpp"
#include "util/tsv.hpp"

namespace entente::actors {
namespace {

CatalogRow row_of(const Entry& entry) {
  CatalogRow row;
  row.id = entry.id;
  row.name = entry.name;
  row.kind = graph::name_of(entry.kind);
  row.country = entry.country;
  row.sector = entry.sector;
  return row;
}

bool holds(const Entry& entry, const std::string& key, std::string_view word) {
  if (entry.id.find(word) != std::string_view::npos) return true;
  if (name_key(entry.name).find(key) != std::string::npos) return true;
  for (const std::string_view alias : util::split(entry.aliases, '|')) {
    if (name_key(alias).find(key) != std::string::npos) return true;
  }
  return false;
}

std::string office_text(const ActorIndex& index, const Position& position) {
  std::string text =
      std::string(position.title) + " of " + std::string(index.entry(position.organisation).name);
  if (position.from) text += ", from " + position.from->iso();
  if (position.to) {
    text += ", to " + position.to->iso();
  } else if (position.ended) {
    text += ", ended";
  }
  return text;
}

}  // namespace

std::vector<CatalogRow> search(const ActorTables& tables, std::string_view word) {
  const std::string key = name_key(word);
  std::vector<CatalogRow> rows;
  for (const Entry& entry : tables.impl().entries()) {
    if (word.empty() || holds(entry, key, word)) rows.push_back(row_of(entry));
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return rows;
}

std::vector<CatalogActor> show(const ActorTables& tables, std::string_view name) {
  const auto& index = tables.impl();
  std::vector<std::uint32_t> found;
  if (const auto entry = index.by_id(name)) {
    found.push_back(*entry);
  } else {
    for (const Alias& alias : index.find(name_key(name))) {
      if (alias.use == AliasUse::sound ||
          std::find(found.begin(), found.end(), alias.entry) != found.end())
        continue;
      found.push_back(alias.entry);
    }
  }
  std::vector<CatalogActor> actors;
  for (const std::uint32_t each : found) {
    CatalogActor actor;
    actor.row = row_of(index.entry(each));
    for (const std::string_view alias : util::split(index.entry(each).aliases, '|'))
      actor.names.emplace_back(alias);
    for (const Position& position : index.positions_of(each))
      actor.offices.push_back(office_text(index, position));
    actors.push_back(std::move(actor));
  }
  return actors;
}

}  // namespace entente::actors
