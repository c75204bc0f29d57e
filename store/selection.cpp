#include "store/selection.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "store/actor_lookup.hpp"
#include "util/error.hpp"

namespace entente::store {
namespace {

using RowId = std::int64_t;

/// One relation, as far as its place in the graph goes.
struct Link {
  RowId id = 0;
  RowId subject = 0;
  RowId object = 0;
};

/// "?, ?, ?"
std::string marks(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += i == 0 ? "?" : ", ?";
  return text;
}

// The event's day, else that of the article.
constexpr std::string_view day_sql =
    "coalesce(r.date, (SELECT date FROM documents WHERE id = r.document))";

bool is_country_code(const Connection& connection, const std::string& code) {
  Statement rows(connection, "SELECT 1 FROM actors WHERE country = ? LIMIT 1");
  rows.bind(1, std::string_view(code));
  return rows.step();
}

/// "IRN" as it is, "Iran" by the actor of that name.
std::string country_of(const Connection& connection, const std::string& words) {
  if (is_country_code(connection, words)) return words;
  const auto actor = actor_named(connection, words);
  if (actor.country.empty()) throw Error(actor.name + " belongs to no country");
  return actor.country;
}

void check_document(const Connection& connection, const std::string& name) {
  Statement rows(connection, "SELECT 1 FROM documents WHERE name = ?");
  rows.bind(1, std::string_view(name));
  if (!rows.step()) {
    throw Error("no document of " + connection.path() + " is named " + name +
                "; SELECT name FROM documents lists them");
  }
}

}  // namespace

int Selected::bind(Statement& statement, int first) const {
  for (const auto& value : values_) {
    if (const auto* text = std::get_if<std::string>(&value)) {
      statement.bind(first, std::string_view(*text));
    } else {
      statement.bind(first, std::get<double>(value));
    }
    ++first;
  }
  return first;
}

bool Selected::lists(RowId relation) const {
  return !list_ || std::binary_search(list_->begin(), list_->end(), relation);
}

class Selector {
 public:
  Selector(const Connection& connection, const graph::Selection& wanted)
      : connection_(connection), wanted_(wanted) {}

  Selected run() {
    add_conditions();
    if (!wanted_.where.empty()) keep(rows_where());
    if (!wanted_.around.empty()) keep(links_around());
    if (wanted_.between) keep(links_between());
    if (wanted_.path) keep(links_of_paths());
    if (wanted_.min_weight > 1 || wanted_.top != 0) keep_strong();
    return std::move(selected_);
  }

 private:
  // ---- conditions on single relations ----

  void require(const std::string& condition) { selected_.condition_ += " AND " + condition; }

  template <typename Value>
  void require_name(const std::string& column, const std::vector<Value>& values) {
    if (values.empty()) return;
    require(column + " IN (" + marks(values.size()) + ")");
    for (const auto& value : values) {
      selected_.values_.emplace_back(std::string(graph::name_of(value)));
    }
  }

  void add_conditions() {
    require_name("r.class", classes());
    add_reality();
    require_name("(SELECT kind FROM actors WHERE id = r.subject)", wanted_.kinds);
    require_name("(SELECT kind FROM actors WHERE id = r.object)", wanted_.kinds);
    add_countries();
    add_documents();
    add_days();
    if (wanted_.min_confidence > 0.0) {
      require("r.confidence >= ?");
      selected_.values_.emplace_back(wanted_.min_confidence);
    }
  }

  /// The column `fact` is in the indexes, the others are not.
  void add_reality() {
    if (wanted_.facts && wanted_.polarities.empty() && wanted_.modalities.empty()) {
      return require("r.fact = 1");
    }
    const bool by_polarity = !wanted_.facts || !wanted_.polarities.empty();
    const bool by_modality = !wanted_.facts || !wanted_.modalities.empty();
    require_name("r.polarity",
                 by_polarity ? wanted_.polarities : std::vector{graph::Polarity::affirmed});
    require_name("r.modality",
                 by_modality ? wanted_.modalities : std::vector{graph::Modality::actual});
  }

  /// Those wanted by name that are also of a wanted quad.
  [[nodiscard]] std::vector<graph::RelationClass> classes() const {
    if (wanted_.quads.empty()) return wanted_.classes;
    std::vector<graph::RelationClass> kept;
    for (const auto value : graph::relation_classes()) {
      const bool named = wanted_.classes.empty() || contains(wanted_.classes, value);
      if (named && contains(wanted_.quads, graph::quad_of(value))) kept.push_back(value);
    }
    if (kept.empty()) throw Error("no relation is of such a class and such a quad at once");
    return kept;
  }

  template <typename Value>
  static bool contains(const std::vector<Value>& values, const Value& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  }

  void add_countries() {
    if (wanted_.countries.empty()) return;
    std::vector<std::string> codes;
    for (const auto& words : wanted_.countries) codes.push_back(country_of(connection_, words));
    require("EXISTS (SELECT 1 FROM actors WHERE id IN (r.subject, r.object) AND country IN (" +
            marks(codes.size()) + "))");
    for (auto& code : codes) selected_.values_.emplace_back(std::move(code));
  }

  void add_documents() {
    if (wanted_.documents.empty()) return;
    for (const auto& name : wanted_.documents) check_document(connection_, name);
    require("r.document IN (SELECT id FROM documents WHERE name IN (" +
            marks(wanted_.documents.size()) + "))");
    for (const auto& name : wanted_.documents) selected_.values_.emplace_back(name);
  }

  /// A date of less precision counts if any of its days does.
  void add_days() {
    const std::string day(day_sql);
    if (wanted_.since) {
      require(day + " >= substr(?, 1, length(" + day + "))");
      selected_.values_.emplace_back(wanted_.since->iso());
    }
    if (wanted_.until) {
      const std::string until = wanted_.until->iso();
      require("substr(" + day + ", 1, " + std::to_string(until.size()) + ") <= ?");
      selected_.values_.emplace_back(until);
    }
  }

  // ---- the list ----

  void keep(std::vector<RowId> relations) {
    std::sort(relations.begin(), relations.end());
    relations.erase(std::unique(relations.begin(), relations.end()), relations.end());
    auto& list = selected_.list_;
    if (list) {
      std::erase_if(relations, [&](RowId id) { return !selected_.lists(id); });
    }
    list = std::move(relations);
  }

  std::vector<RowId> rows_where() const {
    std::vector<RowId> found;
    try {
      Statement rows(connection_, "SELECT id FROM triples WHERE (" + wanted_.where + "\n)");
      while (rows.step()) found.push_back(rows.integer(0));
    } catch (const StoreError& error) {
      throw Error(
          "--where takes an SQL condition on the columns of the view triples, such as"
          " \"subject_kind = 'person'\"; " +
          std::string(error.what()));
    }
    return found;
  }

  /// Calls `use` for every relation of the actor that is selected so far.
  template <typename Use>
  void each_link(RowId actor, const Use& use) {
    for (auto* rows : {&outgoing(), &incoming()}) {
      rows->bind(1, actor);
      selected_.bind(*rows, 2);
      while (rows->step()) {
        const Link link{rows->integer(0), rows->integer(1), rows->integer(2)};
        if (selected_.lists(link.id)) use(link);
      }
      rows->reset();
    }
  }

  Statement& outgoing() { return side(outgoing_, "subject"); }
  Statement& incoming() { return side(incoming_, "object"); }
  Statement& side(std::optional<Statement>& statement, const std::string& column) {
    if (!statement) {
      statement.emplace(connection_,
                        "SELECT r.id, r.subject, r.object FROM relations AS r WHERE r." + column +
                            " = ? AND " + selected_.condition());
    }
    return *statement;
  }

  RowId row_of(const std::string& words) const {
    const auto actor = actor_named(connection_, words);
    Statement rows(connection_, "SELECT id FROM actors WHERE key = ?");
    rows.bind(1, std::string_view(actor.id));
    rows.step();
    return rows.integer(0);
  }

  std::vector<RowId> links_around() {
    std::set<RowId> within;
    for (const auto& words : wanted_.around) within.insert(row_of(words));
    std::set<RowId> border = within;
    for (std::size_t hop = 0; hop < wanted_.hops && !border.empty(); ++hop) {
      std::set<RowId> next;
      for (const RowId actor : border) {
        each_link(actor, [&](const Link& link) {
          const RowId other = link.subject == actor ? link.object : link.subject;
          if (within.insert(other).second) next.insert(other);
        });
      }
      border = std::move(next);
    }
    std::vector<RowId> found;
    for (const RowId actor : within) {
      each_link(actor, [&](const Link& link) {
        if (within.count(link.subject) != 0 && within.count(link.object) != 0) {
          found.push_back(link.id);
        }
      });
    }
    return found;
  }

  std::vector<RowId> links_between() {
    const RowId one = row_of((*wanted_.between)[0]);
    const RowId other = row_of((*wanted_.between)[1]);
    std::vector<RowId> found;
    each_link(one, [&](const Link& link) {
      if (link.subject == other || link.object == other) found.push_back(link.id);
    });
    return found;
  }

  /// Breadth first from one end, then back over every step that came nearer.
  std::vector<RowId> links_of_paths() {
    const RowId from = row_of((*wanted_.path)[0]);
    const RowId to = row_of((*wanted_.path)[1]);
    std::unordered_map<RowId, std::size_t> steps{{from, 0}};
    std::vector<RowId> border{from};
    for (std::size_t step = 1; !border.empty() && steps.count(to) == 0; ++step) {
      std::vector<RowId> next;
      for (const RowId actor : border) {
        each_link(actor, [&](const Link& link) {
          const RowId other = link.subject == actor ? link.object : link.subject;
          if (steps.try_emplace(other, step).second) next.push_back(other);
        });
      }
      border = std::move(next);
    }
    std::vector<RowId> found;
    if (steps.count(to) == 0 || from == to) return found;
    std::set<RowId> open{to};
    while (!open.empty()) {
      const RowId actor = *open.begin();
      open.erase(open.begin());
      each_link(actor, [&](const Link& link) {
        const RowId other = link.subject == actor ? link.object : link.subject;
        const auto known = steps.find(other);
        if (known == steps.end() || known->second + 1 != steps.at(actor)) return;
        found.push_back(link.id);
        if (other != from) open.insert(other);
      });
    }
    return found;
  }

  // ---- strength ----

  /// A relation with what makes it one with others in the view `edges`. Small, for
  /// there may be millions.
  struct Strand {
    RowId subject = 0;
    RowId object = 0;
    std::array<std::uint8_t, 3> sort{};  ///< class, polarity, modality
    float confidence = 0;
    RowId id = 0;
  };
  using Strands = std::span<const Strand>;

  static auto edge_of(const Strand& strand) {
    return std::tuple(strand.subject, strand.object, strand.sort);
  }

  /// Those of one edge stand together.
  [[nodiscard]] std::vector<Strand> strands() const {
    std::vector<Strand> all;
    Statement rows(connection_,
                   "SELECT r.id, r.subject, r.object, r.class, r.polarity, r.modality, r.confidence"
                   " FROM relations AS r WHERE " +
                       selected_.condition());
    selected_.bind(rows, 1);
    while (rows.step()) {
      if (!selected_.lists(rows.integer(0))) continue;
      const auto small = [](auto value) { return static_cast<std::uint8_t>(value); };
      all.push_back({rows.integer(1),
                     rows.integer(2),
                     {small(graph::relation_class(rows.text(3)).value()),
                      small(graph::polarity(rows.text(4)).value()),
                      small(graph::modality(rows.text(5)).value())},
                     static_cast<float>(rows.real(6)),
                     rows.integer(0)});
    }
    std::sort(all.begin(), all.end(), [](const Strand& one, const Strand& other) {
      return std::tuple(edge_of(one), one.id) < std::tuple(edge_of(other), other.id);
    });
    return all;
  }

  [[nodiscard]] std::vector<Strands> edges_of(Strands all) const {
    std::vector<Strands> edges;
    for (std::size_t begin = 0; begin < all.size();) {
      std::size_t end = begin + 1;
      while (end < all.size() && edge_of(all[end]) == edge_of(all[begin])) ++end;
      if (end - begin >= wanted_.min_weight) edges.push_back(all.subspan(begin, end - begin));
      begin = end;
    }
    return edges;
  }

  /// By names in the end, for row numbers are not the same in every file.
  void keep_strongest(std::vector<Strands>& edges) const {
    if (wanted_.top == 0 || edges.size() <= wanted_.top) return;
    const auto confidence = [](Strands edge) {
      float best = 0;
      for (const auto& strand : edge) best = std::max(best, strand.confidence);
      return best;
    };
    std::unordered_map<RowId, std::string> keys;
    const auto key = [&](RowId actor) -> const std::string& {
      const auto [known, fresh] = keys.try_emplace(actor);
      if (fresh) known->second = key_of(actor);
      return known->second;
    };
    std::sort(edges.begin(), edges.end(), [&](Strands one, Strands other) {
      if (one.size() != other.size()) return one.size() > other.size();
      if (confidence(one) != confidence(other)) return confidence(one) > confidence(other);
      return std::tuple(key(one[0].subject), key(one[0].object), one[0].sort) <
             std::tuple(key(other[0].subject), key(other[0].object), other[0].sort);
    });
    edges.resize(wanted_.top);
  }

  [[nodiscard]] std::string key_of(RowId actor) const {
    Statement rows(connection_, "SELECT key FROM actors WHERE id = ?");
    rows.bind(1, actor);
    return rows.step() ? std::string(rows.text(0)) : std::string{};
  }

  void keep_strong() {
    const auto all = strands();
    auto edges = edges_of(all);
    keep_strongest(edges);
    std::vector<RowId> kept;
    for (const auto edge : edges) {
      for (const auto& strand : edge) kept.push_back(strand.id);
    }
    keep(std::move(kept));
  }

  const Connection& connection_;
  const graph::Selection& wanted_;
  Selected selected_;
  std::optional<Statement> outgoing_;
  std::optional<Statement> incoming_;
};

Selected select(const Connection& connection, const graph::Selection& selection) {
  return Selector(connection, selection).run();
}

}  // namespace entente::store
