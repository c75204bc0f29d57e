#include "store/partners.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/quad.hpp"
#include "store/cell_row.hpp"
#include "util/date.hpp"

namespace entente::store {
namespace {

using RowId = std::int64_t;

std::string side(const std::string& own, const std::string& other, const Selected& selected) {
  return "SELECT r." + other +
         ", r.class, r.date, r.confidence, r.id FROM relations AS r WHERE r." + own + " = ? AND " +
         selected.condition();
}

void add(const Statement& row, Partner& partner) {
  partner.actor = row.integer(0);
  ++partner.relations;
  partner.weight += row.real(3);
  const auto type = graph::relation_class(row.text(1)).value_or(graph::RelationClass::other);
  partner.cooperation += graph::is_cooperation(graph::quad_of(type)) ? 1 : 0;
  partner.conflict += graph::is_conflict(graph::quad_of(type)) ? 1 : 0;
  const auto date = graph::pack(util::Date::parse(row.text(2)));
  if (date == 0) return;
  if (partner.first == 0 || date < partner.first) partner.first = date;
  partner.last = std::max(partner.last, date);
}

/// Leaves the first `limit` by number of relations and those level with the last of them.
void cut(std::vector<Partner>& all, std::int64_t limit) {
  if (limit < 0 || all.size() <= static_cast<std::size_t>(limit)) return;
  if (limit == 0) return all.clear();
  const auto more = [](const Partner& one, const Partner& other) {
    return one.relations > other.relations;
  };
  const auto edge = all.begin() + limit - 1;
  std::nth_element(all.begin(), edge, all.end(), more);
  const auto least = edge->relations;
  std::erase_if(all, [&](const Partner& partner) { return partner.relations < least; });
}

struct NamedPartner {
  Partner partner;
  std::string name, kind, country, key;
};

std::vector<NamedPartner> named(const Connection& connection, const std::vector<Partner>& all) {
  Statement actor(connection,
                  "SELECT name, kind, coalesce(country, ''), key FROM actors WHERE id = ?");
  std::vector<NamedPartner> found;
  for (const auto& partner : all) {
    actor.bind(1, partner.actor);
    if (actor.step()) {
      const auto text = [&](int column) { return std::string(actor.text(column)); };
      found.push_back({partner, text(0), text(1), text(2), text(3)});
    }
    actor.reset();
  }
  std::sort(found.begin(), found.end(), [](const auto& one, const auto& other) {
    return std::tuple(other.partner.relations, std::tie(one.name, one.key)) <
           std::tuple(one.partner.relations, std::tie(other.name, other.key));
  });
  return found;
}

std::string iso(graph::PackedDate date) {
  const auto unpacked = graph::unpack(date);
  return unpacked ? unpacked->iso() : std::string{};
}

}  // namespace

PartnerReader::PartnerReader(const Connection& connection, const Selected& selected)
    : selected_(selected),
      outgoing_(connection, side("subject", "object", selected)),
      incoming_(connection, side("object", "subject", selected)) {
  selected.bind(outgoing_, 2);
  selected.bind(incoming_, 2);
}

std::vector<Partner> PartnerReader::of(RowId actor) {
  std::unordered_map<RowId, Partner> found;
  for (auto* rows : {&outgoing_, &incoming_}) {
    rows->bind(1, actor);
    while (rows->step()) {
      const RowId other = rows->integer(0);
      if (other != actor && selected_.lists(rows->integer(4))) add(*rows, found[other]);
    }
    rows->reset();
  }
  std::vector<Partner> all;
  all.reserve(found.size());
  for (const auto& [other, partner] : found) all.push_back(partner);
  return all;
}

void list_partners(const Connection& connection, const Selected& selected, RowId actor,
                   std::int64_t limit, const QuerySink& sink) {
  constexpr std::array<std::string_view, 9> columns{"name",       "kind",        "country",
                                                    "relations",  "cooperation", "conflict",
                                                    "first_date", "last_date",   "key"};
  sink.columns(columns);
  auto all = PartnerReader(connection, selected).of(actor);
  cut(all, limit);
  auto rows = named(connection, all);
  if (limit >= 0 && rows.size() > static_cast<std::size_t>(limit)) {
    rows.resize(static_cast<std::size_t>(limit));
  }
  for (const auto& row : rows) {
    CellRow cells;
    cells.text(row.name).text(row.kind).text_or_null(row.country);
    cells.number(row.partner.relations).number(row.partner.cooperation);
    cells.number(row.partner.conflict).text_or_null(iso(row.partner.first));
    cells.text_or_null(iso(row.partner.last)).text(row.key);
    cells.give(sink);
  }
}

}  // namespace entente::store
