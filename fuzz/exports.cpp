// Every export of actors and relations with hostile names.
#include <rapidjson/document.h>

#include <array>
#include <map>
#include <sstream>
#include <string>

#include "fuzz/input.hpp"
#include "graph/relation.hpp"
#include "render/escape.hpp"
#include "render/exporter.hpp"
#include "util/utf8.hpp"

using namespace entente;

namespace {

class Files : public render::ExportFiles {
 public:
  std::ostream& open(std::string_view name) override { return files_[std::string(name)]; }
  [[nodiscard]] const std::map<std::string, std::ostringstream>& all() const { return files_; }

 private:
  std::map<std::string, std::ostringstream> files_;
};

/// What the program stores is UTF-8; so is what it exports.
std::string piece(fuzz::Input& input) {
  std::string text(input.piece());
  while (const auto bad = util::first_invalid_utf8(text)) text[*bad] = '?';
  return text;
}

graph::TripleView::Part part_of(const graph::Actor& actor, std::string_view mention) {
  return {actor.name, actor.id, graph::name_of(actor.kind), mention, actor.country, actor.sector};
}

void check(std::string_view format, std::string_view extension, const std::string& bytes) {
  fuzz::must(!util::first_invalid_utf8(bytes), "exports are UTF-8");
  if (extension != ".json" && extension != ".jsonl" && extension != ".jsonld") return;
  std::istringstream lines(bytes);
  const bool by_line = extension == ".jsonl" || format == "ftm";
  for (std::string line; by_line && std::getline(lines, line);) {
    fuzz::must(!rapidjson::Document().Parse(line.data(), line.size()).HasParseError(),
               "each line is JSON");
  }
  if (by_line) return;
  fuzz::must(!rapidjson::Document().Parse(bytes.data(), bytes.size()).HasParseError(),
             "an export is JSON");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const auto rows = render::exports();
  const auto& row = rows[input.byte() % rows.size()];
  render::ExportOptions options;
  options.merged = input.byte() % 2 == 1;
  const auto kind = static_cast<graph::ActorKind>(input.byte() % 9);
  const graph::Actor one{piece(input), piece(input), kind, "FRA", "GOV", ""};
  const graph::Actor other{piece(input), piece(input), kind, "", "", ""};
  std::array<std::string, 8> words;
  for (auto& each : words) each = piece(input);
  graph::TripleView relation;
  relation.id = 1;
  relation.document = words[0];
  relation.number = 1;
  relation.title = words[1];
  relation.url = words[2];
  relation.evidence = words[3];
  relation.phrase = words[4];
  relation.lemma = words[5];
  relation.mode = words[6];
  relation.subject = part_of(one, words[7]);
  relation.object = part_of(other, words[7]);
  relation.type = graph::name_of(graph::RelationClass::consult);
  relation.quad = graph::name_of(graph::Quad::verbal_cooperation);
  relation.polarity = "affirmed";
  relation.modality = "actual";
  relation.attribution = one.name;
  relation.attribution_key = one.id;
  relation.date = relation.last_date = "2031-05-06";
  relation.confidence = 0.5;
  relation.evidences = 1;
  Files files;
  const auto exporter = row.make(files, options);
  exporter->actor(one);
  exporter->actor(other);
  exporter->relation(relation);
  exporter->finish();
  for (const auto& [name, file] : files.all()) check(row.name, row.extension, file.str());
  return 0;
}
