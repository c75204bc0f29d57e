#include "cli/report_data.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <vector>

#include "cli/diagram_evidence.hpp"
#include "store/actor_lookup.hpp"
#include "store/evidence.hpp"
#include "store/load.hpp"
#include "store/profile.hpp"
#include "store/triples.hpp"

namespace entente::cli {
namespace {

constexpr std::size_t partners_shown = 12;
constexpr std::int64_t standing_shown = 10;

/// An event on its way into the report; its sentence is read when it is sure to be in it.
struct Candidate {
  std::string date;
  std::size_t order = 0;  ///< as told, of the same date
  std::int64_t relation = 0;
  render::ReportEvent event;

  bool operator<(const Candidate& other) const {
    return std::tie(date, order) < std::tie(other.date, other.order);
  }
};

std::string remark_of(const graph::TripleView& relation) {
  std::string remark;
  const auto add = [&remark](const std::string& words) {
    remark += (remark.empty() ? "" : "; ") + words;
  };
  if (relation.polarity == "negated") add("told as not so");
  if (relation.modality == "planned-future") add("planned");
  if (relation.modality == "hypothetical") add("possible");
  if (relation.modality == "demanded") add("demanded");
  if (!relation.attribution.empty()) add("says " + std::string(relation.attribution));
  return remark;
}

/// The last events by date, never many more than are wanted.
class LastEvents {
 public:
  explicit LastEvents(std::size_t wanted) : wanted_(wanted) {}

  void add(const graph::TripleView& relation) {
    const auto type = graph::relation_class(relation.type);
    if (!type || !graph::is_event(*type)) return;
    render::ReportEvent event;
    event.date = render::date_of(relation);
    event.dated_by_article = relation.date.empty() && !event.date.empty();
    event.subject = relation.subject.name;
    event.relation = relation.lemma;
    event.object = relation.object.name;
    event.quad = graph::quad_of(*type);
    event.remark = remark_of(relation);
    kept_.push_back({event.date, ++seen_, relation.id, std::move(event)});
    if (kept_.size() > 2 * wanted_ + 1000) cut();
  }

  std::vector<Candidate> take() {
    cut();
    return std::move(kept_);
  }
  [[nodiscard]] std::size_t seen() const { return seen_; }

 private:
  void cut() {
    std::sort(kept_.begin(), kept_.end());
    if (kept_.size() <= wanted_) return;
    kept_.erase(kept_.begin(), kept_.end() - static_cast<std::ptrdiff_t>(wanted_));
  }

  std::size_t wanted_;
  std::size_t seen_ = 0;
  std::vector<Candidate> kept_;
};

std::string source_of(const graph::EvidenceView& evidence) {
  std::string source(evidence.title.empty() ? evidence.document : evidence.title);
  for (const auto part : {evidence.source, evidence.published}) {
    if (!part.empty()) source += ", " + std::string(part);
  }
  return source;
}

void add_sentence(store::EvidenceReader& reader, std::int64_t relation,
                  render::ReportEvent& event) {
  bool first = true;
  reader.read(relation, [&](const graph::EvidenceView& evidence) {
    if (!first) return;
    first = false;
    event.sentence = evidence.sentence;
    event.subject_span = evidence.subject;
    event.predicate_span = evidence.predicate;
    event.object_span = evidence.object;
    event.source = source_of(evidence);
    event.url = evidence.url;
  });
}

std::vector<graph::Actor> actors_of(const store::Connection& connection,
                                    const graph::Selection& selection) {
  std::vector<std::string> names = selection.around;
  for (const auto& pair : {selection.between, selection.path}) {
    if (pair) names.insert(names.end(), pair->begin(), pair->end());
  }
  std::vector<graph::Actor> actors;
  for (const auto& name : names) actors.push_back(store::actor_named(connection, name));
  return actors;
}

/// "Ali Khamenei: supreme leader of Iran (2019 to 2021)"
std::vector<std::string> standing_of(const store::Connection& connection,
                                     const std::vector<graph::Actor>& actors) {
  std::vector<std::string> lines;
  const auto add = [&lines](std::span<const store::Cell> row) {
    std::string line(row[0].text);
    line += row[4].text == "negated" ? " not " : " ";
    line += std::string(row[1].text) + " " + std::string(row[2].text);
    if (!row[5].text.empty()) {
      line += " (" + std::string(row[5].text);
      if (row[6].text != row[5].text) line += " to " + std::string(row[6].text);
      line += ")";
    }
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
  };
  for (const auto& actor : actors) {
    store::list_standing(connection, store::row_of(connection, actor), standing_shown,
                         {[](auto) {}, add});
  }
  return lines;
}

std::string title_of(const ReportOptions& options, const std::vector<std::string>& actors) {
  if (!options.title.empty()) return options.title;
  if (actors.empty()) return "What the articles say";
  std::string title = actors.front();
  for (std::size_t i = 1; i < actors.size(); ++i) {
    title += (i + 1 == actors.size() ? " and " : ", ") + actors[i];
  }
  return title;
}

render::Diagram diagram_of(const store::Connection& connection, const store::Selected& selected,
                           std::size_t links) {
  render::DiagramOptions options;
  options.max_links = links;
  auto diagram = render::make_diagram(store::load_graph(connection, selected), options);
  add_evidence(connection, diagram);
  return diagram;
}

}  // namespace

render::Report make_report(const store::Connection& connection, const graph::Selection& selection,
                           const ReportOptions& options) {
  const auto selected = store::select(connection, selection);
  const auto actors = actors_of(connection, selection);
  std::set<std::string> keys;
  render::Report report;
  for (const auto& actor : actors) {
    if (keys.insert(actor.id).second) report.actors.push_back(actor.name);
  }
  report.title = title_of(options, report.actors);
  LastEvents events(options.events);
  store::for_each_triple(connection, selected, [&](const graph::TripleView& relation) {
    report.all.add(relation);
    const bool theirs = keys.empty() || keys.count(std::string(relation.subject.key)) != 0 ||
                        keys.count(std::string(relation.object.key)) != 0;
    if (!theirs) return;
    report.theirs.add(relation);
    events.add(relation);
  });
  report.partners = report.theirs.most_active(keys);
  if (report.partners.size() > partners_shown) report.partners.resize(partners_shown);
  report.standing = standing_of(connection, actors);
  report.diagram = diagram_of(connection, selected, options.links);
  store::EvidenceReader reader(connection);
  for (auto& candidate : events.take()) {
    add_sentence(reader, candidate.relation, candidate.event);
    report.events.push_back(std::move(candidate.event));
  }
  report.earlier = events.seen() - report.events.size();
  return report;
}

}  // namespace entente::cli
