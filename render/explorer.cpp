#include "render/explorer.hpp"

#include <array>
#include <map>
#include <ostream>
#include <unordered_map>
#include <utility>
#include <vector>

#include "render/explorer_layout.hpp"
#include "render/json_writer.hpp"

namespace entente::render {
namespace {

using graph::ActorKind;
using graph::Modality;
using graph::Polarity;
using graph::RelationClass;

/// JavaScript counts text in UTF-16.
std::uint32_t utf16_size(std::string_view utf8) {
  std::uint32_t size = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) size += byte >= 0xF0 ? 2 : 1;
  }
  return size;
}

struct SentenceText {
  std::uint32_t document = 0;
  std::string text;
};

struct Quote {
  std::uint32_t sentence = 0;
  std::array<std::uint32_t, 6> spans{};  ///< subject, predicate, object in UTF-16
};

/// Inside a script element "<" might close it; in JSON it stands only in strings.
void write_safely(std::string_view json, std::ostream& out) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] != '<') continue;
    out << json.substr(begin, i - begin) << "\\u003c";
    begin = i + 1;
  }
  out << json.substr(begin);
}

template <typename Enum>
void write_names(JsonWriter& json, std::string_view key, Enum last) {
  json.key(key);
  json.open_array();
  for (int i = 0; i <= static_cast<int>(last); ++i) json.value(name_of(static_cast<Enum>(i)));
  json.close_array();
}

}  // namespace

class Explorer::Impl {
 public:
  Impl(const graph::KnowledgeGraph& graph, std::string title, std::size_t left_out)
      : graph_(graph), title_(std::move(title)), left_out_(left_out), about_(graph.edges().size()) {
    for (graph::EdgeIndex i = 0; i < graph.edges().size(); ++i) {
      edge_of_.emplace(graph.edges()[i].relation, i);
    }
  }

  void add(const graph::EvidenceView& evidence) {
    const auto edge = edge_of_.find(evidence.relation);
    if (edge == edge_of_.end()) return;
    auto& about = about_[edge->second];
    about.attribution = evidence.attribution;
    Quote quote{sentence_number(evidence), {}};
    std::size_t at = 0;
    for (const auto span : {evidence.subject, evidence.predicate, evidence.object}) {
      quote.spans[at++] = utf16_size(evidence.sentence.substr(0, span.begin));
      quote.spans[at++] = utf16_size(evidence.sentence.substr(0, span.end));
    }
    about.quotes.push_back(quote);
  }

  void write(std::ostream& out) const {
    rapidjson::StringBuffer buffer;
    JsonWriter json(buffer);
    json.open_object();
    json.member("format", "entente-explorer");
    json.member("version", std::int64_t{1});
    json.member("title", title_);
    json.member("leftOut", static_cast<std::int64_t>(left_out_));
    write_vocabulary(json);
    write_documents(json);
    write_actors(json);
    write_relations(json);
    json.close_object();
    write_safely({buffer.GetString(), buffer.GetSize()}, out);
  }

 private:
  /// What an edge of the graph does not hold.
  struct About {
    std::string attribution;
    std::vector<Quote> quotes;
  };

  std::uint32_t document_number(const graph::EvidenceView& evidence) {
    const auto [known, fresh] = document_numbers_.try_emplace(
        std::string(evidence.document), static_cast<std::uint32_t>(documents_.size()));
    if (fresh) {
      documents_.push_back({std::string(evidence.document), std::string(evidence.title),
                            std::string(evidence.url), std::string(evidence.source),
                            std::string(evidence.published)});
    }
    return known->second;
  }

  std::uint32_t sentence_number(const graph::EvidenceView& evidence) {
    const auto [known, fresh] = sentence_numbers_.try_emplace(
        evidence.sentence_id, static_cast<std::uint32_t>(sentences_.size()));
    if (fresh) {
      sentences_.push_back({document_number(evidence), std::string(evidence.sentence)});
    }
    return known->second;
  }

  static void write_vocabulary(JsonWriter& json) {
    write_names(json, "kinds", ActorKind::position);
    write_names(json, "polarities", Polarity::negated);
    write_names(json, "modalities", Modality::demanded);
    json.key("classes");
    json.open_array();
    for (int i = 0; i <= static_cast<int>(RelationClass::statement); ++i) {
      const auto type = static_cast<RelationClass>(i);
      json.open_array();
      json.value(name_of(type));
      json.value(name_of(quad_of(type)));
      json.close_array();
    }
    json.close_array();
  }

  void write_documents(JsonWriter& json) const {
    json.key("documents");
    json.open_array();
    for (const auto& document : documents_) {
      json.open_array();
      for (const auto& fact : document) json.value(fact);
      json.close_array();
    }
    json.close_array();
    json.key("sentences");
    json.open_array();
    for (const auto& sentence : sentences_) {
      json.open_array();
      json.value(sentence.document);
      json.value(sentence.text);
      json.close_array();
    }
    json.close_array();
  }

  void write_actors(JsonWriter& json) const {
    const auto points = explorer_layout(graph_);
    json.key("actors");
    json.open_array();
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto& actor = graph_.actors()[i];
      json.open_array();
      json.value(actor.id);
      json.value(actor.name);
      json.value(static_cast<std::uint32_t>(actor.kind));
      json.value(actor.country);
      json.value(actor.sector);
      json.value(std::round(points[i].x * 100) / 100);
      json.value(std::round(points[i].y * 100) / 100);
      json.close_array();
    }
    json.close_array();
  }

  void write_relations(JsonWriter& json) const {
    // Only the words that occur: a graph of a neighbourhood has few of the labels.
    std::vector<std::string_view> labels;
    std::map<std::uint32_t, std::uint32_t> label_numbers;
    json.key("relations");
    json.open_array();
    for (std::size_t i = 0; i < graph_.edges().size(); ++i) {
      const auto& edge = graph_.edges()[i];
      const auto [known, fresh] =
          label_numbers.try_emplace(edge.label, static_cast<std::uint32_t>(labels.size()));
      if (fresh) labels.push_back(graph_.label(edge.label));
      write_relation(json, edge, known->second, about_[i]);
    }
    json.close_array();
    json.key("labels");
    json.open_array();
    for (const auto label : labels) json.value(label);
    json.close_array();
  }

  static void write_relation(JsonWriter& json, const graph::Edge& edge, std::uint32_t label,
                             const About& about) {
    const auto date = graph::unpack(edge.date);
    json.open_array();
    json.value(edge.subject);
    json.value(edge.object);
    json.value(static_cast<std::uint32_t>(edge.type));
    json.value(label);
    json.value(static_cast<std::uint32_t>(edge.polarity));
    json.value(static_cast<std::uint32_t>(edge.modality));
    json.value(date ? date->iso() : std::string{});
    json.value(static_cast<double>(edge.confidence));
    json.value(static_cast<std::uint32_t>(edge.symmetric));
    json.value(about.attribution);
    json.open_array();
    for (const auto& quote : about.quotes) {
      json.open_array();
      json.value(quote.sentence);
      for (const auto bound : quote.spans) json.value(bound);
      json.close_array();
    }
    json.close_array();
    json.close_array();
  }

  const graph::KnowledgeGraph& graph_;
  std::string title_;
  std::size_t left_out_;
  std::vector<About> about_;
  std::unordered_map<std::int64_t, graph::EdgeIndex> edge_of_;
  std::vector<std::array<std::string, 5>> documents_;
  std::unordered_map<std::string, std::uint32_t> document_numbers_;
  std::vector<SentenceText> sentences_;
  std::unordered_map<std::int64_t, std::uint32_t> sentence_numbers_;
};

Explorer::Explorer(const graph::KnowledgeGraph& graph, std::string title, std::size_t left_out)
    : impl_(std::make_unique<Impl>(graph, std::move(title), left_out)) {}
Explorer::~Explorer() = default;
Explorer::Explorer(Explorer&&) noexcept = default;
Explorer& Explorer::operator=(Explorer&&) noexcept = default;
void Explorer::evidence(const graph::EvidenceView& evidence) { impl_->add(evidence); }
void Explorer::write_data(std::ostream& out) const { impl_->write(out); }

}  // namespace entente::render
