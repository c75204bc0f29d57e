#include <algorithm>
#include <ostream>

#include "render/escape.hpp"
#include "render/mermaid.hpp"
#include "render/plots.hpp"
#include "render/report.hpp"
#include "util/counted.hpp"

namespace entente::render {
namespace {

constexpr std::size_t rows_shown = 8;

std::string md(std::string_view text) { return escaped(append_markdown, text); }

void write_balance(std::ostream& out, const QuadCounts& events) {
  out << " | " << cooperation_in(events) << " | " << conflict_in(events) << " |\n";
}

void write_periods(std::ostream& out, const Tally& tally) {
  const auto periods = tally.periods();
  if (periods.names.empty()) return;
  out << "## Events over time\n\n| time | cooperation | conflict |\n|---|---:|---:|\n";
  for (std::size_t i = 0; i < periods.names.size(); ++i) {
    const auto& events = periods.events[i];
    if (cooperation_in(events) + conflict_in(events) == 0) continue;
    out << "| " << periods.names[i];
    write_balance(out, events);
  }
  out << '\n';
}

void write_classes(std::ostream& out, const Tally& tally) {
  const auto classes = tally.classes();
  if (classes.empty()) return;
  out << "## What happened\n\n| class | sort | events |\n|---|---|---:|\n";
  for (const auto& [type, count] : classes) {
    out << "| " << words_of(type) << " | " << name_of(graph::quad_of(type)) << " | " << count
        << " |\n";
  }
  out << '\n';
}

void write_partners(std::ostream& out, const Report& report) {
  if (report.partners.empty()) return;
  out << (report.actors.empty() ? "## Who does most\n\n" : "## Partners\n\n")
      << "| actor | kind | relations | cooperation | conflict |\n|---|---|---:|---:|---:|\n";
  for (const auto& partner : report.partners) {
    out << "| " << md(partner.name) << " | " << md(partner.kind) << " | " << partner.relations;
    write_balance(out, partner.events);
  }
  out << '\n';
}

void write_dyads(std::ostream& out, const Report& report, bool cooperation, const char* heading) {
  const auto dyads = strongest(report.all, cooperation, rows_shown);
  if (dyads.empty()) return;
  out << "## " << heading << "\n\n| pair | cooperation | conflict |\n|---|---:|---:|\n";
  for (const auto& dyad : dyads) {
    out << "| " << md(dyad.one) << " \u2013 " << md(dyad.other);
    write_balance(out, dyad.events);
  }
  out << '\n';
}

void write_event(std::ostream& out, const ReportEvent& event) {
  out << "- " << (event.date.empty() ? "undated" : event.date) << " **" << md(event.subject)
      << "** " << md(event.relation) << " **" << md(event.object) << "**";
  if (!event.remark.empty()) out << " (" << md(event.remark) << ")";
  if (event.dated_by_article) out << " (as reported)";
  out << '\n';
  if (!event.sentence.empty()) out << "  > " << md(event.sentence) << "\n  >\n";
  out << "  > \u2014 ";
  if (is_web_address(event.url)) {
    out << '[' << md(event.source) << "](<" << escaped(append_link, event.url) << ">)\n";
  } else {
    out << md(event.source) << '\n';
  }
}

void write_events(std::ostream& out, const Report& report) {
  out << "## Events\n\n";
  if (report.events.empty()) out << "The selection holds no event.\n";
  if (report.earlier != 0) {
    out << "The last " << report.events.size() << "; "
        << util::counted(report.earlier, "earlier one") << " not shown.\n\n";
  }
  for (const auto& event : report.events) write_event(out, event);
}

}  // namespace

void write_report_markdown(const Report& report, std::ostream& out) {
  const auto& events = report.theirs.events();
  out << "# " << md(report.title) << "\n\n" << extent_of(report) << "\n\n";
  out << util::counted(report.theirs.documents(), "article") << ", "
      << util::counted(report.theirs.actors(), "actor") << ", "
      << util::counted(report.theirs.relations(), "relation")
      << "; told as done: " << cooperation_in(events) << " of cooperation, " << conflict_in(events)
      << " of conflict.\n\n";
  if (!report.diagram.links.empty()) {
    out << "```mermaid\n";
    write_mermaid(report.diagram, out);
    out << "```\n\n";
  }
  write_periods(out, report.theirs);
  write_classes(out, report.theirs);
  write_partners(out, report);
  write_dyads(out, report, true, "Most cooperation");
  write_dyads(out, report, false, "Most conflict");
  if (!report.standing.empty()) {
    out << "## Offices, memberships, places\n\n";
    for (const auto& line : report.standing) out << "- " << md(line) << '\n';
    out << '\n';
  }
  write_events(out, report);
  out << "\n---\nRead from news articles by Entente. Cooperation and conflict count what is told "
         "as "
         "done, not what is planned, demanded or denied. An event without a date stands at that "
         "of its article.\n";
}

}  // namespace entente::render
