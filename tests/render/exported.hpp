// Exports as strings.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <string_view>

#include "render/exporter.hpp"
#include "store/database.hpp"
#include "store/triples.hpp"
#include "store/writer.hpp"
#include "tests/support/hostile_graph.hpp"
#include "tests/support/sample_graph.hpp"

namespace entente::tests {

inline store::Connection with(const std::vector<store::DocumentRecord>& documents) {
  auto connection = store::open_database(":memory:", store::OpenMode::create);
  store::Writer writer(connection, "test");
  for (const auto& document : documents) {
    writer.add(document, store::content_hash(document.source));
  }
  return connection;
}
inline store::Connection sample() { return with(sample_documents()); }
inline store::Connection hostile() { return with({hostile_document()}); }

class MemoryFiles : public render::ExportFiles {
 public:
  std::ostream& open(std::string_view name) override { return files_[std::string(name)]; }
  /// Those of a folder one after the other, each under its name.
  [[nodiscard]] std::string all() const {
    std::string text;
    for (const auto& [name, file] : files_) {
      if (!name.empty()) text += "== " + name + "\n";
      text += file.str();
    }
    return text;
  }

 private:
  std::map<std::string, std::ostringstream> files_;
};

inline std::string exported(const store::Connection& connection, std::string_view format,
                            bool merged = false) {
  MemoryFiles files;
  render::ExportOptions options;
  options.merged = merged;
  const auto exporter = render::find_export(format)->make(files, options);
  store::for_each_actor(connection, {},
                        [&](const auto& actor, std::int64_t) { exporter->actor(actor); });
  const auto use = [&](const graph::TripleView& relation) { exporter->relation(relation); };
  if (merged) {
    store::for_each_edge(connection, {}, use);
  } else {
    store::for_each_triple(connection, {}, use);
  }
  exporter->finish();
  return files.all();
}

}  // namespace entente::tests
