#include <rapidjson/document.h>

#include <sstream>
#include <string>

#include "render/explorer.hpp"
#include "store/database.hpp"
#include "store/evidence.hpp"
#include "store/load.hpp"
#include "store/writer.hpp"
#include "tests/catch.hpp"
#include "tests/support/sample_graph.hpp"
#include "util/error.hpp"

using namespace entente;

namespace {

std::string data_of(const render::Explorer& explorer) {
  std::ostringstream out;
  explorer.write_data(out);
  return out.str();
}

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document json;
  json.Parse(text.data(), text.size());
  REQUIRE_FALSE(json.HasParseError());
  return json;
}

const std::string long_name(500, 'x');
const std::vector<std::string> hostile_names{"</script><script>alert(1)</script>",
                                             "<!-- <img src=x onerror=alert(1)>",
                                             "\"quoted\" & 'so'",
                                             "line\nbreak\ttab\\",
                                             "\u202e\u05e9\u05dc\u05d5\u05dd",
                                             "\U0001F54A dove",
                                             "\u2028\u2029",
                                             long_name};

graph::KnowledgeGraph hostile_graph() {
  graph::GraphParts parts;
  for (std::size_t i = 0; i < hostile_names.size(); ++i) {
    parts.add_actor({"id" + std::to_string(i) + hostile_names[i], hostile_names[i],
                     graph::ActorKind::person, "", "", ""});
  }
  for (std::uint32_t i = 1; i < hostile_names.size(); ++i) {
    graph::Edge edge;
    edge.relation = i;
    edge.subject = 0;
    edge.object = i;
    edge.label = parts.add_label("</script>");
    parts.add_edge(edge);
  }
  return graph::KnowledgeGraph(std::move(parts));
}

}  // namespace

TEST_CASE("no name can close the element that holds the data", "[explorer]") {
  const auto graph = hostile_graph();
  render::Explorer explorer(graph, "</title></script>");
  graph::EvidenceView evidence;
  evidence.relation = 1;
  evidence.sentence = "He said </script> and <!-- .";
  evidence.document = "<b>";
  evidence.url = "javascript:alert(1)";
  explorer.evidence(evidence);
  const std::string data = data_of(explorer);
  CHECK(data.find('<') == std::string::npos);
  const auto json = parsed(data);
  for (rapidjson::SizeType i = 0; i < hostile_names.size(); ++i) {
    CHECK(json["actors"][i][1].GetString() == hostile_names[i]);
  }
  CHECK(json["sentences"][0][1].GetString() == std::string("He said </script> and <!-- ."));
}

TEST_CASE("spans count as JavaScript counts", "[explorer]") {
  const auto graph = hostile_graph();
  render::Explorer explorer(graph, "");
  graph::EvidenceView evidence;
  evidence.relation = 1;
  evidence.sentence = "\U0001F54A \u00c9ire met Oz";  // a dove is four bytes and two units
  evidence.subject = {5, 10};
  evidence.predicate = {11, 14};
  evidence.object = {15, 17};
  explorer.evidence(evidence);
  const auto json = parsed(data_of(explorer));
  const auto& quote = json["relations"][0][10][0];
  const std::vector<int> expected{0, 3, 7, 8, 11, 12, 14};
  for (rapidjson::SizeType i = 0; i < expected.size(); ++i) {
    CHECK(quote[i].GetInt() == expected[i]);
  }
}

TEST_CASE("an explorer holds every sentence of a graph once", "[explorer]") {
  auto connection = store::open_database(":memory:", store::OpenMode::create);
  {
    store::Writer writer(connection, "test");
    for (const auto& document : tests::sample_documents()) {
      writer.add(document, store::content_hash(document.source));
    }
  }
  const auto graph = store::load_graph(connection);
  render::Explorer explorer(graph, "Sample");
  store::EvidenceReader sentences(connection);
  for (const auto& edge : graph.edges()) {
    sentences.read(edge.relation, [&](const auto& evidence) { explorer.evidence(evidence); });
  }
  const auto json = parsed(data_of(explorer));
  CHECK(json["actors"].Size() == 11);
  CHECK(json["relations"].Size() == 11);
  CHECK(json["documents"].Size() == 3);
  CHECK(json["sentences"].Size() == 8);
  for (const auto& relation : json["relations"].GetArray()) {
    REQUIRE(relation[10].Size() >= 1);
    const auto& quote = relation[10][0];
    CHECK(quote[2].GetInt() > quote[1].GetInt());  // the subject's words are in the sentence
  }
}

TEST_CASE("an empty graph has an explorer too", "[explorer]") {
  const graph::KnowledgeGraph graph{graph::GraphParts{}};
  const auto json = parsed(data_of(render::Explorer(graph, "")));
  CHECK(json["actors"].Empty());
  CHECK(json["relations"].Empty());
}

TEST_CASE("the page asks nobody, or the program says how to get it", "[explorer]") {
  const auto graph = hostile_graph();
  const render::Explorer explorer(graph, "");
  std::ostringstream out;
  if (!render::explorer_available()) {
    CHECK_THROWS_WITH(render::write_explorer(explorer, out),
                      Catch::Matchers::Contains("npm ci --prefix web"));
    return;
  }
  render::write_explorer(explorer, out);
  const std::string page = out.str();
  CHECK(page.find("default-src 'none'") != std::string::npos);
  CHECK(page.find("connect-src 'none'") != std::string::npos);
  CHECK(page.find("{{") == std::string::npos);
  CHECK(page.find("src=\"http") == std::string::npos);
  std::size_t scripts = 0;
  for (auto at = page.find("</script>"); at != std::string::npos;
       at = page.find("</script>", at + 1)) {
    ++scripts;
  }
  CHECK(scripts == 2);
}
