// Real output against schemas/*.schema.json.
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "render/exporter.hpp"
#include "store/database.hpp"
#include "tests/catch.hpp"
#include "tests/render/exported.hpp"

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

}  // namespace

TEST_CASE("the graph as JSON fits its schema", "[render]") {
  const auto connection = tests::sample();
  CHECK(misfit("graph.schema.json", tests::exported(connection, "json")).empty());
  CHECK(misfit("graph.schema.json", tests::exported(connection, "json", true)).empty());
  CHECK(misfit("graph.schema.json", R"({"format":"entente-graph"})") == "# required");
}

TEST_CASE("an empty graph is JSON too", "[render]") {
  const auto connection = store::open_database(":memory:", store::OpenMode::create);
  CHECK(misfit("graph.schema.json", tests::exported(connection, "json")).empty());
}

TEST_CASE("every exported triple fits its schema", "[render]") {
  std::istringstream in(tests::exported(tests::sample(), "triples"));
  std::size_t count = 0;
  for (std::string line; std::getline(in, line); ++count) {
    CHECK(misfit("triple.schema.json", line).empty());
  }
  CHECK(count == 11);
}
