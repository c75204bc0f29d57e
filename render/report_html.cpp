#include <algorithm>
#include <ostream>
#include <sstream>
#include <utility>

#include "embedded/report_style.hpp"
#include "render/caption.hpp"
#include "render/escape.hpp"
#include "render/graphviz.hpp"
#include "render/plots.hpp"
#include "render/report.hpp"
#include "util/counted.hpp"

namespace entente::render {
namespace {

constexpr std::size_t rows_shown = 8;

std::string html(std::string_view text) { return escaped(append_xml, text); }

/// Without what stands once a document only: declaration, comments, and ids, which two pictures
/// of one page would share.
std::string inner_svg(std::string svg) {
  svg.erase(0, svg.find("<svg"));
  const auto erase_all = [&svg](std::string_view begin, std::string_view end) {
    for (auto at = svg.find(begin); at != std::string::npos; at = svg.find(begin, at)) {
      const auto stop = svg.find(end, at + begin.size());
      if (stop == std::string::npos) return;
      svg.erase(at, stop + end.size() - at);
    }
  };
  erase_all("<!--", "-->");
  erase_all(" id=\"", "\"");
  return svg;
}

/// In both themes; the style sheet shows one.
template <typename Write>
void write_figure(std::ostream& out, const char* name, const Write& write) {
  out << "<figure class=\"" << name << "\">\n";
  for (const auto& [theme, shown] :
       {std::pair(Theme::light, "light"), std::pair(Theme::dark, "dark")}) {
    std::ostringstream svg;
    write(theme, svg);
    out << "<div class=\"" << shown << "\">" << inner_svg(svg.str()) << "</div>\n";
  }
  out << "</figure>\n";
}

void write_plot(std::ostream& out, const Tally& tally, std::string_view kind) {
  write_figure(out, "chart", [&](Theme theme, std::ostream& svg) {
    PlotOptions options;
    options.theme = theme;
    options.rows = 12;
    find_plot(kind)->write(tally, options, svg);
  });
}

void write_head(std::ostream& out, const Report& report) {
  out << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
         " style-src 'unsafe-inline'\">\n<title>"
      << html(report.title) << "</title>\n<style>\n"
      << embedded::report_style().front().content << "</style>\n</head>\n<body>\n<main>\n";
  out << "<header>\n<h1 dir=\"auto\">" << html(report.title) << "</h1>\n<p class=\"muted\">"
      << html(extent_of(report)) << "</p>\n</header>\n";
}

void write_figures(std::ostream& out, const Report& report) {
  const auto figure = [&out](std::size_t number, const char* what) {
    out << "<li><b>" << number << "</b> " << what << "</li>\n";
  };
  const auto& events = report.theirs.events();
  out << "<ul class=\"figures\">\n";
  figure(report.theirs.documents(), report.theirs.documents() == 1 ? "article" : "articles");
  figure(report.theirs.actors(), report.theirs.actors() == 1 ? "actor" : "actors");
  figure(report.theirs.relations(), report.theirs.relations() == 1 ? "relation" : "relations");
  figure(cooperation_in(events), "acts of cooperation");
  figure(conflict_in(events), "acts of conflict");
  out << "</ul>\n";
}

/// Cooperation and conflict as one bar; nothing if there is neither.
void write_balance(std::ostream& out, const QuadCounts& events) {
  const auto cooperation = cooperation_in(events);
  const auto conflict = conflict_in(events);
  out << "<td class=\"number\">" << cooperation << "</td><td class=\"number\">" << conflict
      << "</td><td class=\"balance\">";
  if (cooperation + conflict != 0) {
    const auto share = 100 * cooperation / (cooperation + conflict);
    out << "<span style=\"--share:" << share << "%\"></span>";
  }
  out << "</td>";
}

void write_partners(std::ostream& out, const Report& report) {
  if (report.partners.empty()) return;
  out << "<section>\n<h2>" << (report.actors.empty() ? "Who does most" : "Partners")
      << "</h2>\n<table>\n<thead><tr><th>Actor</th><th>Kind</th><th class=\"number\">Relations"
         "</th><th class=\"number\">Cooperation</th><th class=\"number\">Conflict</th><th></th>"
         "</tr></thead>\n<tbody>\n";
  for (const auto& partner : report.partners) {
    std::string kind = partner.kind;
    std::replace(kind.begin(), kind.end(), '_', ' ');
    out << "<tr><td dir=\"auto\">" << html(partner.name) << "</td><td>" << html(kind)
        << "</td><td class=\"number\">" << partner.relations << "</td>";
    write_balance(out, partner.events);
    out << "</tr>\n";
  }
  out << "</tbody>\n</table>\n</section>\n";
}

void write_dyads(std::ostream& out, const Report& report, bool cooperation, const char* heading) {
  const auto dyads = strongest(report.all, cooperation, rows_shown);
  if (dyads.empty()) return;
  out << "<section>\n<h2>" << heading
      << "</h2>\n<table>\n<thead><tr><th>Pair</th><th class=\"number\">Cooperation</th>"
         "<th class=\"number\">Conflict</th><th></th></tr></thead>\n<tbody>\n";
  for (const auto& dyad : dyads) {
    out << "<tr><td dir=\"auto\">" << html(dyad.one) << " \u2013 " << html(dyad.other) << "</td>";
    write_balance(out, dyad.events);
    out << "</tr>\n";
  }
  out << "</tbody>\n</table>\n</section>\n";
}

/// The sentence, with the words that the relation rests on marked.
std::string marked(const ReportEvent& event) {
  std::vector<std::pair<util::TextSpan, const char*>> marks{{event.subject_span, "subject"},
                                                            {event.predicate_span, "predicate"},
                                                            {event.object_span, "object"}};
  std::sort(marks.begin(), marks.end(),
            [](const auto& one, const auto& other) { return one.first.begin < other.first.begin; });
  const std::string_view sentence(event.sentence);
  std::string text;
  std::size_t at = 0;
  for (const auto& [span, name] : marks) {
    if (span.begin < at || span.begin >= span.end || span.end > sentence.size()) continue;
    text += html(sentence.substr(at, span.begin - at)) + "<mark class=\"" + name + "\">" +
            html(sentence.substr(span.begin, span.size())) + "</mark>";
    at = span.end;
  }
  return text + html(sentence.substr(at));
}

void write_event(std::ostream& out, const ReportEvent& event) {
  std::string quad(graph::name_of(event.quad));
  std::replace(quad.begin(), quad.end(), ' ', '-');
  out << "<li class=\"" << quad << "\">\n<p class=\"event\" dir=\"auto\"><time>"
      << html(event.date.empty() ? "undated" : event.date) << "</time> <b>" << html(event.subject)
      << "</b> " << html(event.relation) << " <b>" << html(event.object) << "</b>";
  std::string remark = event.remark;
  if (event.dated_by_article) remark += (remark.empty() ? "" : "; ") + std::string("as reported");
  if (!remark.empty()) out << " <span class=\"muted\">(" << html(remark) << ")</span>";
  out << "</p>\n";
  if (!event.sentence.empty()) {
    out << "<blockquote dir=\"auto\">" << marked(event) << "</blockquote>\n";
  }
  out << "<p class=\"source muted\" dir=\"auto\">";
  if (is_web_address(event.url)) {
    out << "<a href=\"" << html(escaped(append_link, event.url)) << "\" rel=\"noreferrer\">"
        << html(event.source) << "</a>";
  } else {
    out << html(event.source);
  }
  out << "</p>\n</li>\n";
}

void write_events(std::ostream& out, const Report& report) {
  out << "<section>\n<h2>Events</h2>\n";
  if (report.events.empty()) out << "<p>The selection holds no event.</p>\n";
  if (report.earlier != 0) {
    out << "<p class=\"muted\">The last " << report.events.size() << "; "
        << util::counted(report.earlier, "earlier one") << " not shown.</p>\n";
  }
  out << "<ol class=\"events\">\n";
  for (const auto& event : report.events) write_event(out, event);
  out << "</ol>\n</section>\n";
}

void write_standing(std::ostream& out, const Report& report) {
  if (report.standing.empty()) return;
  out << "<section>\n<h2>Offices, memberships, places</h2>\n<ul>\n";
  for (const auto& line : report.standing) out << "<li dir=\"auto\">" << html(line) << "</li>\n";
  out << "</ul>\n</section>\n";
}

}  // namespace

void write_report_html(const Report& report, std::ostream& out) {
  write_head(out, report);
  write_figures(out, report);
  if (!report.diagram.links.empty()) {
    write_figure(out, "diagram", [&](Theme theme, std::ostream& svg) {
      write_picture(report.diagram, {theme, "auto"}, "svg", svg);
    });
  }
  const auto& events = report.theirs.events();
  if (cooperation_in(events) + conflict_in(events) != 0) {
    if (!report.theirs.first_date().empty()) write_plot(out, report.theirs, "activity");
    write_plot(out, report.theirs, "classes");
  }
  write_partners(out, report);
  out << "<div class=\"columns\">\n";
  write_dyads(out, report, true, "Most cooperation");
  write_dyads(out, report, false, "Most conflict");
  out << "</div>\n";
  write_standing(out, report);
  write_events(out, report);
  out << "</main>\n<footer class=\"muted\">Read from news articles by Entente. Cooperation and "
         "conflict count what is told as done, not what is planned, demanded or denied. An event "
         "without a date stands at that of its article.</footer>\n</body>\n</html>\n";
}

}  // namespace entente::render
