#include "tests/docs/schema_page.hpp"

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>
#include <utility>
#include <vector>

namespace entente::tests {
namespace {

/// What comments say, by "table" and "table.column".
using Comments = std::map<std::string, std::string>;

class CommentReader {
 public:
  explicit CommentReader(const std::string& ddl) {
    std::istringstream in(ddl);
    for (std::string line; std::getline(in, line);) read(line);
  }
  Comments take() { return std::move(found_); }

 private:
  void read(const std::string& line) {
    std::smatch match;
    if (table_.empty() && std::regex_search(line, match, std::regex("^-- (.*[^-])$"))) {
      above_ += (above_.empty() ? "" : " ") + match[1].str();
    } else if (std::regex_search(line, match, std::regex("^CREATE TABLE (\\w+)"))) {
      table_ = match[1];
      found_[table_] = comment_of(line);
    } else if (std::regex_search(line, match,
                                 std::regex("^CREATE (?:VIEW|VIRTUAL TABLE) (\\w+)"))) {
      found_[match[1]] = std::exchange(above_, {});
    } else if (std::regex_search(line, match,
                                 std::regex("^ALTER TABLE (\\w+) ADD COLUMN (\\w+)"))) {
      const std::string beside = comment_of(line);
      found_[match[1].str() + "." + match[2].str()] =
          beside.empty() ? std::exchange(above_, {}) : beside;
    } else if (std::regex_search(line, match, std::regex("^ALTER TABLE (\\w+) RENAME TO (\\w+)"))) {
      rename(match[1], match[2]);
    } else if (!table_.empty() && std::regex_search(line, match, std::regex("^  ([a-z]\\w*) "))) {
      column_ = table_ + "." + match[1].str();
      found_[column_] = comment_of(line);
    } else if (!table_.empty() && line.rfind("    ", 0) == 0 && found_[column_].empty()) {
      found_[column_] = comment_of(line);
    }
    if (line.rfind(")", 0) == 0) table_.clear();
    if (line.empty()) above_.clear();
  }

  static std::string comment_of(const std::string& line) {
    const auto at = line.find("-- ");
    return at == std::string::npos ? "" : line.substr(at + 3);
  }

  void rename(const std::string& from, const std::string& to) {
    Comments renamed;
    for (const auto& [name, words] : found_) {
      const bool is_it = name == from || name.rfind(from + ".", 0) == 0;
      const bool was = name == to || name.rfind(to + ".", 0) == 0;
      if (is_it) renamed[to + name.substr(from.size())] = words;
      if (!is_it && !was) renamed[name] = words;
    }
    found_ = std::move(renamed);
  }

  Comments found_;
  std::string table_;
  std::string column_;
  std::string above_;
};

std::vector<std::string> column_of_rows(store::Connection& db, const std::string& sql) {
  store::Statement rows(db, sql);
  std::vector<std::string> found;
  while (rows.step()) found.emplace_back(rows.text(0));
  return found;
}

std::vector<std::string> tables_of(store::Connection& db) {
  return column_of_rows(
      db,
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
      " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name");
}

std::string capitalized(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  }
  return words;
}

std::string cell(std::string words) {
  for (auto at = words.find('|'); at != std::string::npos; at = words.find('|', at + 2)) {
    words.replace(at, 1, "\\|");
  }
  return words;
}

/// Closed vocabularies: "one of country, person, ...", by column.
std::map<std::string, std::string> vocabularies_of(store::Connection& db,
                                                   const std::string& table) {
  const auto sql =
      column_of_rows(db, "SELECT sql FROM sqlite_schema WHERE name = '" + table + "'").at(0);
  const std::regex check("CHECK \\((\\w+) IN\\s+\\(([^)]*)\\)");
  std::map<std::string, std::string> found;
  for (std::sregex_iterator at(sql.begin(), sql.end(), check), end; at != end; ++at) {
    const std::string words = std::regex_replace((*at)[2].str(), std::regex("\\s+"), " ");
    found[(*at)[1]] = "one of " + std::regex_replace(words, std::regex("'"), "`");
  }
  return found;
}

void write_columns(store::Connection& db, const std::string& table, Comments& comments,
                   std::ostream& out) {
  std::map<std::string, std::string> refers;
  store::Statement keys(db,
                        "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('" + table + "')");
  while (keys.step()) {
    refers.emplace(keys.text(0), "a row of `" + std::string(keys.text(1)) + "`");
  }
  auto vocabularies = vocabularies_of(db, table);
  out << "\n| column | type | | meaning |\n|---|---|---|---|\n";
  store::Statement columns(
      db, "SELECT name, type, \"notnull\", pk FROM pragma_table_info('" + table + "')");
  while (columns.step()) {
    const std::string name(columns.text(0));
    const bool required = columns.integer(2) != 0 || columns.integer(3) != 0;
    std::string meaning = cell(comments[table + "." + name]);
    for (const auto& more : {vocabularies[name], refers[name]}) {
      if (!more.empty()) meaning += (meaning.empty() ? "" : "; ") + more;
    }
    out << "| `" << name << "` | " << columns.text(1) << " | "
        << (columns.integer(3) != 0 ? "key"
            : required              ? ""
                                    : "may be NULL")
        << " | " << meaning;
    out << " |\n";
  }
}

}  // namespace

std::string schema_page(const std::string& ddl, store::Connection& db) {
  Comments comments = CommentReader(ddl).take();
  std::ostringstream out;
  out << "# The database\n\n"
         "This page is written from `schemas/*.sql` by `ENTENTE_REWRITE=1 "
         "build/dev/tests/docs/test_docs`."
         " A graph is one\nSQLite file of schema "
      << db.number("PRAGMA user_version")
      << "; [queries.md](queries.md) shows what to ask of it.\n\n"
         "![Tables and what they refer to](images/schema.svg)\n\n"
         "Times are ISO 8601, as precise as known: `2022`, `2022-02`, `2022-02-24`. Places in a "
         "text"
         " are half-open byte ranges\nof `documents.text` in UTF-8. Tables are STRICT: a column"
         " holds its type and nothing else. Row ids differ between two\nfiles of the same content;"
         " `actors.key`, `documents.name` and `documents.hash` do not.\n\n## Tables\n";
  for (const auto& table : tables_of(db)) {
    if (comments.count(table) == 0) continue;  // what a full-text index keeps for itself
    out << "\n### " << table << '\n';
    if (!comments[table].empty()) out << '\n' << capitalized(comments[table]) << ".\n";
    write_columns(db, table, comments, out);
  }
  out << "\n## Views\n";
  for (const auto& view :
       column_of_rows(db, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")) {
    out << "\n### " << view << "\n\n" << comments[view] << "\n\n";
    const auto columns = column_of_rows(db, "SELECT name FROM pragma_table_info('" + view + "')");
    for (std::size_t i = 0; i < columns.size(); ++i)
      out << (i == 0 ? "`" : ", `") << columns[i] << '`';
    out << '\n';
  }
  out << "\n## Full-text search\n\nBoth indexes point at a view and hold no text of their own;"
         " triggers keep them in step, whoever writes. Letters match\nwithout regard to case and"
         " accents.\n";
  for (const auto& index : column_of_rows(
           db,
           "SELECT name FROM pragma_table_list WHERE type = 'virtual' AND schema = 'main'"
           " ORDER BY name")) {
    out << "\n- `" << index << "`: `" << comments[index] << "`\n";
  }
  return out.str();
}

render::Diagram schema_diagram(store::Connection& db) {
  render::Diagram diagram;
  diagram.title = "Tables of an Entente graph; arrows go to the table that a column refers to";
  diagram.legend = false;
  std::map<std::string, std::size_t> nodes;
  for (const auto& table : tables_of(db)) {
    if (table.find("_search_") != std::string::npos) continue;
    render::DiagramNode node;
    node.id = node.name = table;
    node.kind = graph::ActorKind::organisation;
    node.offices = column_of_rows(db, "SELECT name FROM pragma_table_info('" + table + "')");
    nodes.emplace(table, diagram.nodes.size());
    diagram.nodes.push_back(std::move(node));
  }
  for (const auto& [table, from] : nodes) {
    std::map<std::size_t, std::vector<std::string>> targets;
    store::Statement keys(
        db, "SELECT \"table\", \"from\" FROM pragma_foreign_key_list('" + table + "') ORDER BY 2");
    while (keys.step()) targets[nodes.at(std::string(keys.text(0)))].emplace_back(keys.text(1));
    for (const auto& [to, columns] : targets) {
      render::DiagramLink link;
      link.from = from;
      link.to = to;
      link.words = columns;
      link.weight = 1;
      link.fact = true;
      diagram.links.push_back(std::move(link));
    }
  }
  return diagram;
}

}  // namespace entente::tests
