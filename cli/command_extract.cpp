// entente extract: articles in, triples out, nothing stored.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <memory>
#include <ostream>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "cli/assembly_line.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/record_maker.hpp"
#include "cli/remarks.hpp"
#include "graph/cameo.hpp"
#include "graph/quad.hpp"
#include "render/exporter.hpp"

namespace entente::cli {
namespace {

struct ExtractOptions {
  LineOptions line;
  pipeline::PipelineOptions pipeline;
};

/// The one file of the export is the stream.
class StreamFile : public render::ExportFiles {
 public:
  explicit StreamFile(std::ostream& out) : out_(out) {}
  std::ostream& open(std::string_view) override { return out_; }

 private:
  std::ostream& out_;
};

/// Prints a document's triples as `entente export triples` would.
class TriplePrinter {
 public:
  explicit TriplePrinter(std::ostream& out) : file_(out) {}

  void print(const store::DocumentRecord& record) {
    actors_.clear();
    for (const auto& actor : record.actors) actors_[actor.id] = &actor;
    std::vector<std::size_t> order(record.relations.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto place_of = [&record](std::size_t i) {
      const auto& first = record.relations[i].evidence.front();
      return std::make_tuple(first.sentence.begin, first.predicate.begin, first.subject.begin,
                             first.object.begin, i);
    };
    std::sort(order.begin(), order.end(),
              [&](std::size_t one, std::size_t other) { return place_of(one) < place_of(other); });
    for (const std::size_t i : order) print(record, i);
    lines_->finish();  // who reads the pipe waits for this document
  }

 private:
  graph::TripleView::Part part(const std::string& id, std::string_view mention) const {
    const auto& actor = *actors_.at(id);
    return {actor.name, actor.id, graph::name_of(actor.kind), mention, actor.country, actor.sector};
  }

  void print(const store::DocumentRecord& record, std::size_t index) {
    const auto& relation = record.relations[index];
    const auto& first = relation.evidence.front();
    const std::string published = record.source.date ? record.source.date->iso() : std::string{};
    const std::string date = relation.date ? relation.date->iso() : std::string{};
    const auto slice = [&record](util::TextSpan span) {
      return std::string_view(record.source.text).substr(span.begin, span.size());
    };
    graph::TripleView view;
    view.id = static_cast<std::int64_t>(index) + 1;
    view.document = record.source.name;
    view.number = view.id;
    view.title = record.source.title;
    view.url = record.source.url;
    view.source = record.source.source;
    view.published = published;
    view.evidence = slice(first.sentence);
    view.span = first.sentence;
    view.subject = part(relation.subject, slice(first.subject));
    view.object = part(relation.object, slice(first.object));
    view.type = graph::name_of(relation.type);
    view.quad = graph::name_of(graph::quad_of(relation.type));
    view.mode = relation.mode;
    view.contexts = relation.contexts;
    view.cameo = graph::cameo_of(relation.type, relation.mode, relation.contexts).code;
    view.phrase = first.phrase;
    view.lemma = relation.lemma;
    view.polarity = graph::name_of(relation.polarity);
    view.modality = graph::name_of(relation.modality);
    view.fact = graph::is_fact(relation.polarity, relation.modality);
    if (relation.attribution) {
      view.attribution = actors_.at(*relation.attribution)->name;
      view.attribution_key = *relation.attribution;
    }
    view.date = date;
    view.last_date = date;
    view.symmetric = relation.symmetric;
    view.confidence = relation.confidence;
    view.evidences = static_cast<std::int64_t>(relation.evidence.size());
    lines_->relation(view);
  }

  StreamFile file_;
  render::ExporterPtr lines_ = render::make_triple_lines(file_, {});
  std::unordered_map<std::string, const graph::Actor*> actors_;
};

class Extraction {
 public:
  Extraction(Session& session, const ExtractOptions& options)
      : session_(session), options_(options), maker_(options.pipeline), printer_(session.out) {}

  int run() {
    const InterruptGuard guard;
    run_line(options_.line, session_.in,
             {.work =
                  [this](Item& item) {
                    item.source.name = item.document.id;
                    item.source.path = item.document.path;
                    maker_.make(item);
                  },
              .finish = [this](Item& item) { finish(item); }});
    remarks_.finish();
    if (InterruptGuard::requested()) return InterruptGuard::exit_code();
    return skipped_ == 0 ? exit_done : exit_failed;
  }

 private:
  void finish(Item& item) {
    for (const auto& message : item.messages) tell(message);
    if (item.fatal) std::rethrow_exception(item.fatal);
    if (!item.error.empty()) {
      session_.complain(item.source.path + " (" + item.source.name + "): " + item.error +
                        "; skipped");
      ++skipped_;
    }
    if (item.record) printer_.print(*item.record);
  }

  void tell(const Message& message) {
    if (message.kind == MessageKind::other_language) return;
    remarks_.say(message);
    if (message.kind == MessageKind::problem) ++skipped_;
  }

  Session& session_;
  const ExtractOptions& options_;
  RecordMaker maker_;
  TriplePrinter printer_;
  Remarks remarks_{session_};
  std::size_t skipped_ = 0;
};

}  // namespace

void add_extract(CLI::App& command, Session& session) {
  auto options = std::make_shared<ExtractOptions>();
  options->line.inputs = {"-"};
  command
      .add_option("paths", options->line.inputs,
                  "articles, as entente build reads them; - is standard input")
      ->type_name("PATH")
      ->capture_default_str();
  add_stage_options(command, options->pipeline);
  add_line_options(command, options->line);
  command.callback([&session, options] {
    session.action = [&session, options] { return Extraction(session, *options).run(); };
  });
}

}  // namespace entente::cli
