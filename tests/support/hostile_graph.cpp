#include "tests/support/hostile_graph.hpp"

#include "store/database.hpp"
#include "store/writer.hpp"

namespace entente::tests {
namespace {

constexpr std::string_view words = "It named them.";

graph::Relation relation_to(const std::string& object, std::size_t number) {
  graph::Relation relation;
  relation.subject = "state/ruritania";
  relation.object = object;
  relation.type = graph::RelationClass::consult;
  relation.lemma = "say \"<&>\\n\" `to` | it # -->" + std::to_string(number);
  relation.date = util::Date{2031, 5, number % 2 == 0 ? 4 : 0};
  relation.confidence = 0.75;
  graph::Evidence evidence;
  evidence.document = "hostile & <names>";
  evidence.sentence = {0, static_cast<std::uint32_t>(words.size())};
  evidence.subject = {0, 2};
  evidence.predicate = {3, 8};
  evidence.object = {9, 13};
  evidence.subject_mention = "It";
  evidence.object_mention = "them";
  evidence.phrase = "named";
  evidence.extractor = "sample";
  evidence.frame = "sample frame";
  evidence.subject_reason = "name in the sample";
  evidence.object_reason = "name in the sample";
  evidence.confidence = 0.75;
  relation.evidence.push_back(evidence);
  return relation;
}

}  // namespace

std::vector<std::string> hostile_names() {
  std::string long_name;
  while (long_name.size() < 500) long_name += "Very Long ";
  return {
      "quote \" and 'single'",
      "back\\slash \\n \\N \\\"",
      "<b>bold</b> & </TABLE>",
      "</script><script>alert(1)</script>",
      "new\nline\r\nand\ttab",
      "control \x01 and \x7F",
      "\u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0633\u0644\u0627\u0645 \u202e",
      "\U0001F54A dove \U00020000",
      "not a character \uFFFE \uFFFF",
      "=HYPERLINK(\"http://x\")",
      "+1-2@3",
      "semi;colon, comma | pipe",
      "```mermaid end [x](y) {{z}} $a$ %%",
      "_:blank <> \"@en ^^ . #",
      long_name,
  };
}

store::DocumentRecord hostile_document() {
  store::DocumentRecord record;
  record.source.name = "hostile & <names>";
  record.source.path = "sample/hostile.txt";
  record.source.title = "A \"title\" <of> & \\ ]]> -->";
  record.source.url = "https://example.org/a b?q=\"<1>\"&r=%20#part";
  record.source.source = "Sample, \"Agency\"; =1";
  record.source.date = util::Date{2031, 5, 6};
  record.source.text = words;
  record.sentences = {{0, static_cast<std::uint32_t>(words.size())}};
  record.actors.push_back(
      {"state/ruritania", "Ruritania", graph::ActorKind::country, "RUR", "GOV", ""});
  const auto names = hostile_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string id = "group/hostile " + std::to_string(i) + " <&\"\\>";
    const auto kind = static_cast<graph::ActorKind>(i % 9);
    record.actors.push_back({id, names[i], kind, i % 3 == 0 ? "UKR" : "", "", ""});
    record.relations.push_back(relation_to(id, i));
  }
  return record;
}

void write_hostile_database(const std::string& path) {
  auto connection = store::open_database(path, store::OpenMode::create);
  const auto document = hostile_document();
  store::Writer(connection, "sample").add(document, store::content_hash(document.source));
}

}  // namespace entente::tests
