// FollowTheMoney entities (Aleph, OpenSanctions), one a line.
#include <unordered_set>

#include "render/country_codes.hpp"
#include "render/exporter.hpp"
#include "render/json_items.hpp"
#include "util/lower.hpp"

namespace entente::render {
namespace {

using graph::ActorKind;

/// The schema of each kind, and the property that holds its name.
struct Schema {
  std::string_view name;
  std::string_view label = "name";
};
Schema schema_of(ActorKind kind) {
  switch (kind) {
    case ActorKind::person:
      return {"Person"};
    case ActorKind::country:
      return {"PublicBody"};
    case ActorKind::company:
      return {"Company"};
    case ActorKind::place:
      return {"Address", "full"};
    case ActorKind::position:
      return {"Position"};
    case ActorKind::entity:
      return {"Project"};
    case ActorKind::organisation:
    case ActorKind::armed_force:
    case ActorKind::group:
      break;
  }
  return {"Organization"};
}

bool is_legal_entity(std::string_view kind) {
  return kind != "place" && kind != "position" && kind != "entity";
}
bool is_organisation(std::string_view kind) { return is_legal_entity(kind) && kind != "person"; }

/// What a relation becomes, and the names of its two ends.
struct Link {
  std::string_view schema;
  std::string_view from;
  std::string_view to;
  std::string_view words = "role";
};
Link link_of(const graph::TripleView& relation) {
  const auto subject = relation.subject.kind;
  const auto object = relation.object.kind;
  if (relation.fact && relation.type == "HOLDS_POSITION" && subject == "person" &&
      object == "position") {
    return {"Occupancy", "holder", "post", "summary"};
  }
  if (relation.fact && relation.type == "MEMBER_OF" && is_legal_entity(subject) &&
      is_organisation(object)) {
    return {"Membership", "member", "organization"};
  }
  return {"UnknownLink", "subject", "object"};
}

using util::lower;

class Ftm : public Exporter {
 public:
  explicit Ftm(ExportFiles& files) : out_(files.open({})) {}

  void actor(const graph::Actor& actor) override {
    const Schema schema = schema_of(actor.kind);
    begin(actor.id, schema.name);
    property(schema.label, actor.name);
    property("country", lower(alpha_2(actor.country)));
    end();
  }

  void relation(const graph::TripleView& relation) override {
    describe_document(relation);
    const Link link = link_of(relation);
    begin(relation_id(relation), link.schema);
    property(link.from, relation.subject.key);
    property(link.to, relation.object.key);
    property(link.words, words_of(relation));
    if (link.words != "summary") property("summary", relation.evidence);
    property("date", relation.date);
    if (relation.last_date != relation.date) property("endDate", relation.last_date);
    property("publisher", relation.source);
    property("sourceUrl", relation.url);
    property("recordId", relation.type);
    end();
  }

  void finish() override { out_.flush(); }

 private:
  static std::string words_of(const graph::TripleView& relation) {
    std::string words = relation.polarity == "negated" ? "not " : "";
    words += relation.lemma;
    if (relation.modality != "actual") words += " (" + std::string(relation.modality) + ")";
    return words;
  }

  void describe_document(const graph::TripleView& relation) {
    if (!documents_.emplace(relation.document).second) return;
    begin("document/" + std::string(relation.document), "Article");
    property("title", relation.title.empty() ? relation.document : relation.title);
    property("fileName", relation.document);
    property("publishedAt", relation.published);
    property("publisher", relation.source);
    property("sourceUrl", relation.url);
    end();
  }

  void begin(std::string_view id, std::string_view schema) {
    json_.restart(buffer_);
    json_.open_object();
    json_.member("id", id);
    json_.member("schema", schema);
    json_.key("properties");
    json_.open_object();
  }
  /// All values are lists.
  void property(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    json_.key(name);
    json_.open_array();
    json_.value(value);
    json_.close_array();
  }
  void end() {
    json_.close_object();
    json_.close_object();
    out_ << std::string_view(buffer_.GetString(), buffer_.GetSize()) << "\n";
  }

  TextOut out_;
  rapidjson::StringBuffer buffer_;
  JsonWriter json_{buffer_};
  std::unordered_set<std::string> documents_;
};

}  // namespace

ExporterPtr make_ftm(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<Ftm>(files);
}

}  // namespace entente::render
