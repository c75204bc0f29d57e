// A STIX 2.1 bundle: identities and locations, relationships, and a report an article.
#include <vector>

#include "render/country_codes.hpp"
#include "render/escape.hpp"
#include "render/exporter.hpp"
#include "render/json_items.hpp"
#include "util/sha256.hpp"

namespace entente::render {
namespace {

constexpr std::string_view no_day = "2000-01-01";  // STIX wants a time; output has no clock

/// The same thing has the same id in every file: drawn from its name, in the form of a
/// random UUID.
std::string stix_id(std::string_view type, std::string_view name) {
  const auto digest = util::sha256(std::string(type) + "\n" + std::string(name));
  constexpr std::string_view hex = "0123456789abcdef";
  std::string digits;
  for (std::size_t i = 0; i < 16; ++i) {
    const auto byte = static_cast<unsigned>(digest[i]);
    digits += hex[(byte >> 4) & 15];
    digits += hex[byte & 15];
  }
  digits[12] = '4';
  digits[16] = hex[8 + (hex.find(digits[16]) & 3)];
  std::string id(type);
  return id + "--" + digits.substr(0, 8) + "-" + digits.substr(8, 4) + "-" + digits.substr(12, 4) +
         "-" + digits.substr(16, 4) + "-" + digits.substr(20);
}

std::string time_of(std::string_view date) {
  return first_day(date.empty() ? no_day : date) + "T00:00:00.000Z";
}

/// STIX wants stop_time to be later than start_time: the end of the day is.
std::string end_of(std::string_view date) { return last_day(date) + "T23:59:59.000Z"; }

std::string_view class_of(std::string_view kind) {
  if (kind == "person") return "individual";
  if (kind == "group" || kind == "position") return "group";
  if (kind == "place" || kind == "entity") return "unspecified";
  return "organization";
}

/// Only what has a country's code may be a location.
bool is_location(std::string_view kind, std::string_view country) {
  return (kind == "country" || kind == "place") && !alpha_2(country).empty();
}

std::string actor_id(std::string_view key, std::string_view kind, std::string_view country) {
  return stix_id(is_location(kind, country) ? "location" : "identity", key);
}

class Stix : public Exporter {
 public:
  explicit Stix(ExportFiles& files) : items_(files.open({})) {
    items_.frame("{\"type\":\"bundle\",\"id\":\"" + stix_id("bundle", "entente") + "\"");
  }

  void actor(const graph::Actor& actor) override {
    const auto kind = graph::name_of(actor.kind);
    const bool location = is_location(kind, actor.country);
    auto& json = begin(location ? "location" : "identity", actor_id(actor.id, kind, actor.country),
                       time_of({}));
    json.member("name", actor.name);
    if (location) {
      json.member("country", alpha_2(actor.country));
    } else {
      json.member("identity_class", class_of(kind));
    }
    items_.end();
  }

  void relation(const graph::TripleView& relation) override {
    if (relation.document != document_.name) begin_document(relation);
    const std::string id = stix_id("relationship", relation_id(relation));
    auto& json = begin("relationship", id, time_of(relation.published));
    json.member("relationship_type", "related-to");
    json.member("source_ref", ref_of(relation.subject));
    json.member("target_ref", ref_of(relation.object));
    json.member("description", words_of(relation));
    json.key("labels");
    json.open_array();
    for (const auto label : {relation.type, relation.quad, relation.polarity, relation.modality}) {
      json.value(label);
    }
    json.close_array();
    json.member("confidence", static_cast<std::int64_t>(relation.confidence * 100.0 + 0.5));
    if (!relation.date.empty()) {
      json.member("start_time", time_of(relation.date));
      json.member("stop_time", end_of(relation.last_date));
    }
    items_.end();
    document_.objects.push_back(id);
  }

  void finish() override {
    end_document();
    items_.frame(has_objects_ ? "\n]}\n" : "}\n");
    items_.flush();
  }

 private:
  struct Document {
    std::string name, title, url, source, published;
    std::vector<std::string> objects;
  };

  static std::string ref_of(const graph::TripleView::Part& part) {
    return actor_id(part.key, part.kind, part.country);
  }

  static std::string words_of(const graph::TripleView& relation) {
    std::string words(relation.subject.name);
    words += relation.polarity == "negated" ? " not " : " ";
    words += relation.lemma;
    words += ' ';
    words += relation.object.name;
    if (!relation.evidence.empty()) words += ": " + std::string(relation.evidence);
    return words;
  }

  JsonWriter& begin(std::string_view type, std::string_view id, std::string_view time) {
    // No list may be empty.
    if (!has_objects_) items_.frame(",\"objects\":[");
    has_objects_ = true;
    auto& json = items_.begin();
    json.member("type", type);
    json.member("spec_version", "2.1");
    json.member("id", id);
    json.member("created", time);
    json.member("modified", time);
    return json;
  }

  void begin_document(const graph::TripleView& relation) {
    end_document();
    document_ = {std::string(relation.document),  std::string(relation.title),
                 std::string(relation.url),       std::string(relation.source),
                 std::string(relation.published), {}};
  }

  /// Merged edges come in no order of documents, so a document may have several reports.
  void end_document() {
    if (document_.objects.empty()) return;
    const auto& [name, title, url, source, published, objects] = document_;
    auto& json =
        begin("report", stix_id("report", name + "\n" + objects.front()), time_of(published));
    json.member("name", title.empty() ? name : title);
    json.member("published", time_of(published));
    json.key("object_refs");
    json.open_array();
    for (const auto& object : objects) json.value(object);
    json.close_array();
    json.key("external_references");
    json.open_array();
    json.open_object();
    json.member("source_name", source.empty() ? "entente" : source);
    json.member("external_id", name);
    if (is_web_address(url)) json.member("url", escaped(append_link, url));
    json.close_object();
    json.close_array();
    items_.end();
  }

  JsonItems items_;
  Document document_;
  bool has_objects_ = false;
};

}  // namespace

ExporterPtr make_stix(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<Stix>(files);
}

}  // namespace entente::render
