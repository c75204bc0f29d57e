// Real output against schemas/*.schema.json.
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "render/graph_json.hpp"
#include "render/triple_lines.hpp"
#include "store/database.hpp"
#include "store/load.hpp"
#include "store/triples.hpp"
#include "store/writer.hpp"
#include "tests/catch.hpp"
#include "tests/support/sample_graph.hpp"

using namespace entente;

namespace {

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document json;
  json.Parse(text.data(), text.size());
  REQUIRE_FALSE(json.HasParseError());
  return json;
}

/// Empty if the text fits the schema, else where it does not.
std::string misfit(const std::string& schema_name, const std::string& text) {
  std::ifstream file(std::string(ENTENTE_SOURCE_DIR) + "/schemas/" + schema_name);
  const std::string schema_text{std::istreambuf_iterator<char>(file),
                                std::istreambuf_iterator<char>()};
  const auto schema_json = parsed(schema_text);
  const rapidjson::SchemaDocument schema(schema_json);
  rapidjson::SchemaValidator validator(schema);
  if (parsed(text).Accept(validator)) return {};
  rapidjson::StringBuffer where;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
  return std::string(where.GetString()) + " " + validator.GetInvalidSchemaKeyword();
}

store::Connection sample() {
  auto connection = store::open_database(":memory:", store::OpenMode::create);
  store::Writer writer(connection, "test");
  for (const auto& document : tests::sample_documents()) {
    writer.add(document, store::content_hash(document.source));
  }
  return connection;
}

}  // namespace

TEST_CASE("the graph as JSON fits its schema", "[render]") {
  const auto connection = sample();
  std::ostringstream out;
  render::GraphJson json(out);
  const auto graph = store::load_graph(connection);
  for (const auto& actor : graph.actors()) json.actor(actor);
  store::for_each_triple(connection, {}, [&](const auto& triple) { json.relation(triple); });
  json.finish();
  CHECK(misfit("graph.schema.json", out.str()).empty());
  CHECK(misfit("graph.schema.json", R"({"format":"entente-graph"})") == "# required");
}

TEST_CASE("an empty graph is JSON too", "[render]") {
  std::ostringstream out;
  render::GraphJson(out).finish();
  CHECK(misfit("graph.schema.json", out.str()).empty());
}

TEST_CASE("every exported triple fits its schema", "[render]") {
  const auto connection = sample();
  std::ostringstream out;
  render::TripleLines lines(out);
  store::for_each_triple(connection, {}, [&](const auto& triple) { lines.write(triple); });
  std::istringstream in(out.str());
  std::size_t count = 0;
  for (std::string line; std::getline(in, line); ++count) {
    CHECK(misfit("triple.schema.json", line).empty());
  }
  CHECK(count == 11);
}
