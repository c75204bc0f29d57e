#include "serve/answers.hpp"

#include <charconv>
#include <chrono>
#include <sstream>
#include <utility>
#include <vector>

#include "render/json_writer.hpp"
#include "serve/explorer_data.hpp"
#include "store/actor_lookup.hpp"
#include "store/database.hpp"
#include "store/load.hpp"
#include "store/search.hpp"
#include "store/selection.hpp"
#include "util/error.hpp"

namespace entente::serve {
namespace {

constexpr std::int64_t search_hits = 12;
constexpr std::size_t most_neighbours = 2'000;
constexpr std::size_t most_path_relations = 400;
constexpr std::size_t shown_blob_bytes = 16;
constexpr std::int64_t largest_exact = std::int64_t{1} << 53;  // in JavaScript

store::Connection opened(const std::string& database) {
  return store::open_database(database, store::OpenMode::read_only);
}

std::string data_of(const store::Connection& connection, const graph::KnowledgeGraph& graph) {
  std::ostringstream out;
  explorer_of(connection, graph, "").write_data(out);
  return out.str();
}

graph::Actor known_actor(const store::Connection& connection, std::string_view id) {
  for (auto& actor : store::find_actors(connection, id)) {
    if (actor.id == id) return std::move(actor);
  }
  throw Error("the database holds no actor with this id");
}

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "x'";
  for (const char c : bytes.substr(0, shown_blob_bytes)) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text + (bytes.size() > shown_blob_bytes ? "..." : "") + "'";
}

/// Numbers that JavaScript would round stay text.
void write_cell(render::JsonWriter& json, const store::Cell& cell) {
  switch (cell.type) {
    case store::CellType::null:
      return json.null();
    case store::CellType::blob:
      return json.value(hex_of(cell.text));
    case store::CellType::integer: {
      std::int64_t number = 0;
      std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), number);
      if (number <= largest_exact && number >= -largest_exact) return json.value(number);
      return json.value(cell.text);
    }
    case store::CellType::real:
      if (cell.text.find_first_not_of("0123456789+-.e") != std::string_view::npos) break;  // Inf
      return json.number(cell.text);
    case store::CellType::text:
      break;
  }
  json.value(cell.text);
}

std::string words_of(store::QueryCut cut, const store::QueryLimits& limits) {
  switch (cut) {
    case store::QueryCut::none:
      break;
    case store::QueryCut::rows:
      return "only the first " + std::to_string(limits.rows) + " rows";
    case store::QueryCut::bytes:
      return "cut: the answer grew too long";
  }
  return {};
}

}  // namespace

Answers::Answers(AnswerOptions options) : options_(std::move(options)) {
  auto connection = opened(options_.database);
  const auto all = connection.number("SELECT count(*) FROM relations");
  const auto graph = store::load_graph(connection, store::select(connection, options_.first));
  const auto left_out = static_cast<std::size_t>(all) - graph.edges().size();
  std::ostringstream out;
  render::write_served_explorer(explorer_of(connection, graph, options_.title, left_out), out);
  page_ = out.str();
}

std::string Answers::search(std::string_view words) const {
  const auto connection = opened(options_.database);
  graph::GraphParts parts;
  // The last word may still be being typed.
  store::search_actors(connection, std::string(words) + "*", search_hits,
                       {[](auto) {},
                        [&](std::span<const store::Cell> cells) {
                          graph::Actor actor;
                          actor.name = cells[0].text;
                          actor.kind =
                              graph::actor_kind(cells[1].text).value_or(graph::ActorKind::entity);
                          actor.country = cells[2].text;
                          actor.id = cells[5].text;
                          parts.add_actor(std::move(actor));
                        }});
  return data_of(connection, graph::KnowledgeGraph(std::move(parts)));
}

std::string Answers::neighbours(std::string_view id, std::size_t limit) const {
  const auto connection = opened(options_.database);
  const auto actor = known_actor(connection, id);
  const auto relations =
      store::relations_of(connection, actor.id, std::min(limit, most_neighbours));
  return data_of(connection, store::load_relations(connection, relations));
}

std::string Answers::path(std::string_view from, std::string_view to) const {
  const auto connection = opened(options_.database);
  graph::Selection wanted;
  wanted.path = {known_actor(connection, from).id, known_actor(connection, to).id};
  const auto selected = store::select(connection, wanted);
  std::vector<std::int64_t> relations = selected.list().value_or(std::vector<std::int64_t>{});
  if (relations.size() > most_path_relations) relations.resize(most_path_relations);
  return data_of(connection, store::load_relations(connection, relations));
}

std::string Answers::sql(std::string_view query) const {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  auto connection = opened(options_.database);
  rapidjson::StringBuffer buffer;
  render::JsonWriter json(buffer);
  json.open_object();
  std::vector<std::string> columns;
  json.key("rows");
  json.open_array();
  const auto cut = store::run_limited_query(connection, query, options_.sql,
                                            {[&](std::span<const std::string_view> names) {
                                               if (!columns.empty())
                                                 throw Error("one question at a time, please");
                                               columns.assign(names.begin(), names.end());
                                             },
                                             [&](std::span<const store::Cell> cells) {
                                               json.open_array();
                                               for (const auto& cell : cells)
                                                 write_cell(json, cell);
                                               json.close_array();
                                             }});
  json.close_array();
  json.key("columns");
  json.open_array();
  for (const auto& column : columns) json.value(column);
  json.close_array();
  json.member("cut", words_of(cut, options_.sql));
  const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
  json.member("milliseconds", static_cast<std::int64_t>(spent.count()));
  json.close_object();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace entente::serve
