// RDF written down: N-Triples, Turtle, JSON-LD.
#include <utility>

#include "render/escape.hpp"
#include "render/json_items.hpp"
#include "render/rdf.hpp"
#include "render/text_out.hpp"

namespace entente::render {
namespace {

using Type = RdfValue::Type;

/// xsd:date needs a day; xsd:gYearMonth and xsd:gYear are for the rest.
std::string_view datatype_of(const RdfValue& value) {
  switch (value.type) {
    case Type::date:
      return value.text.size() == 4 ? "gYear" : value.text.size() == 7 ? "gYearMonth" : "date";
    case Type::number:
      return "integer";
    case Type::real:
      return "decimal";
    case Type::flag:
      return "boolean";
    default:
      return {};
  }
}

/// `write_name` writes a name as the format does.
template <typename WriteName>
void append_value(std::string& out, const RdfValue& value, const WriteName& write_name) {
  if (value.type == Type::name) {
    write_name(value.name);
    return;
  }
  if (value.type == Type::link) {
    out += '<';
    append_link(out, value.text);
    out += '>';
    return;
  }
  out += '"';
  append_turtle(out, value.text);
  out += '"';
  if (value.type == Type::english) out += "@en";
  const auto datatype = datatype_of(value);
  if (datatype.empty()) return;
  out += "^^";
  write_name(RdfName{"xsd", datatype});
}

/// A triple a line: may be sorted, cut and joined.
class NTriples : public RdfSink {
 public:
  NTriples(std::ostream& out, std::string base) : out_(out), base_(std::move(base)) {}

  void begin(const RdfName& subject, const RdfName& type) override {
    subject_ = "<";
    append_rdf_name(subject_, subject, base_);
    subject_ += '>';
    if (!type.local.empty()) property({"rdf", "type"}, {Type::name, type, {}});
  }
  void property(const RdfName& predicate, const RdfValue& value) override {
    out_ << subject_ << ' ';
    name(predicate);
    out_ << ' ';
    append_value(out_.buffer(), value, [this](const RdfName& part) { name(part); });
    out_ << " .\n";
  }
  void end() override {}
  void finish() override { out_.flush(); }

 private:
  void name(const RdfName& part) {
    auto& text = out_.buffer();
    text += '<';
    append_rdf_name(text, part, base_);
    text += '>';
  }

  TextOut out_;
  std::string base_;
  std::string subject_;
};

/// Prefixed names where the local part is plain, else the whole IRI.
class Turtle : public RdfSink {
 public:
  Turtle(std::ostream& out, std::string base) : out_(out), base_(std::move(base)) {
    for (const auto& row : rdf_prefixes()) {
      out_ << "@prefix " << row.prefix << ": <" << (row.ours ? base_ : std::string{}) << row.iri
           << "> .\n";
    }
  }

  void begin(const RdfName& subject, const RdfName& type) override {
    out_ << "\n";
    name(subject);
    first_ = true;
    if (type.local.empty()) return;
    out_ << " a ";
    name(type);
    first_ = false;
  }
  void property(const RdfName& predicate, const RdfValue& value) override {
    out_ << (first_ ? " " : " ;\n  ");
    first_ = false;
    name(predicate);
    out_ << ' ';
    append_value(out_.buffer(), value, [this](const RdfName& part) { name(part); });
  }
  void end() override { out_ << " .\n"; }
  void finish() override { out_.flush(); }

 private:
  static bool is_plain(std::string_view local) {
    for (const char c : local) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      const bool digit = c >= '0' && c <= '9';
      if (!letter && !digit && c != '-') return false;
    }
    return !local.empty() && local.front() != '-';
  }

  void name(const RdfName& part) {
    auto& text = out_.buffer();
    if (is_plain(part.local)) {
      text += part.prefix;
      text += ':';
      text += part.local;
      return;
    }
    text += '<';
    append_rdf_name(text, part, base_);
    text += '>';
  }

  TextOut out_;
  std::string base_;
  bool first_ = true;
};

/// A flat @graph under a context of its own, so that it needs no network.
class JsonLd : public RdfSink {
 public:
  JsonLd(std::ostream& out, std::string base) : items_(out), base_(std::move(base)) {
    std::string context = "{\"@context\":{";
    for (const auto& row : rdf_prefixes()) {
      if (context.back() != '{') context += ',';
      context += "\n\"" + std::string(row.prefix) + "\":{\"@id\":\"" +
                 (row.ours ? base_ : std::string{}) + std::string(row.iri) + "\",\"@prefix\":true}";
    }
    items_.frame(context + "},\n\"@graph\":[");
  }

  void begin(const RdfName& subject, const RdfName& type) override {
    json_ = &items_.begin();
    json_->member("@id", iri(subject));
    if (!type.local.empty()) json_->member("@type", iri(type));
  }
  void property(const RdfName& predicate, const RdfValue& value) override {
    const std::string key = std::string(predicate.prefix) + ":" + std::string(predicate.local);
    json_->key(key);
    json_->open_object();
    if (value.type == Type::name || value.type == Type::link) {
      std::string link;
      append_link(link, value.text);
      json_->member("@id", value.type == Type::name ? iri(value.name) : link);
    } else {
      json_->member("@value", value.text);
      if (value.type == Type::english) json_->member("@language", "en");
      const auto datatype = datatype_of(value);
      if (!datatype.empty()) json_->member("@type", iri({"xsd", datatype}));
    }
    json_->close_object();
  }
  void end() override { items_.end(); }
  void finish() override {
    items_.frame("\n]}\n");
    items_.flush();
  }

 private:
  std::string iri(const RdfName& part) const {
    std::string whole;
    append_rdf_name(whole, part, base_);
    return whole;
  }

  JsonItems items_;
  JsonWriter* json_ = nullptr;
  std::string base_;
};

template <typename Sink>
ExporterPtr make(ExportFiles& files, const ExportOptions& options) {
  return std::make_unique<RdfExporter>(std::make_unique<Sink>(files.open({}), options.base));
}

}  // namespace

ExporterPtr make_ntriples(ExportFiles& files, const ExportOptions& options) {
  return make<NTriples>(files, options);
}
ExporterPtr make_turtle(ExportFiles& files, const ExportOptions& options) {
  return make<Turtle>(files, options);
}
ExporterPtr make_jsonld(ExportFiles& files, const ExportOptions& options) {
  return make<JsonLd>(files, options);
}

}  // namespace entente::render
