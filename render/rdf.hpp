// What our RDF says, apart from how it is written down.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include "render/exporter.hpp"

namespace entente::render {

/// A name in one of our vocabularies. `prefix` is one of rdf_prefixes; the local part is
/// not escaped yet.
struct RdfName {
  std::string_view prefix;
  std::string_view local;
};

/// The other end of a property.
struct RdfValue {
  enum class Type { name, text, english, date, number, real, flag, link };
  Type type = Type::text;
  RdfName name;           ///< of a name
  std::string_view text;  ///< of the others; an IRI for a link
};

/// Takes one description after the other.
class RdfSink {
 public:
  virtual ~RdfSink() = default;
  virtual void begin(const RdfName& subject, const RdfName& type) = 0;
  virtual void property(const RdfName& predicate, const RdfValue& value) = 0;
  virtual void end() = 0;
  virtual void finish() = 0;
};

struct RdfPrefix {
  std::string_view prefix;
  std::string_view iri;  ///< for ours what follows the base
  bool ours = false;
};
std::span<const RdfPrefix> rdf_prefixes();
/// The whole IRI, escaped.
void append_rdf_name(std::string& out, const RdfName& name, std::string_view base);

/// Actors with labels; a plain triple for what is told as done; and for every relation a
/// statement (rdf:Statement) with its facts that PROV-O leads back to sentence and
/// document.
class RdfExporter : public Exporter {
 public:
  explicit RdfExporter(std::unique_ptr<RdfSink> sink) : sink_(std::move(sink)) {}
  void actor(const graph::Actor& actor) override;
  void relation(const graph::TripleView& relation) override;
  void finish() override { sink_->finish(); }

 private:
  void describe_statement(const graph::TripleView& relation, std::string_view id,
                          std::string_view passage);
  void describe_source(const graph::TripleView& relation, std::string_view passage);
  void text(const RdfName& predicate, std::string_view value);
  void date(const RdfName& predicate, std::string_view value);

  std::unique_ptr<RdfSink> sink_;
  std::unordered_set<std::string> described_;  ///< documents, and the passages of the last
  std::string last_document_;
  std::unordered_set<std::string> passages_;
};

}  // namespace entente::render
