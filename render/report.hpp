// A page about a part of the graph, to be mailed: figures, picture, charts, events.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "render/diagram.hpp"
#include "render/tally.hpp"
#include "util/text_span.hpp"

namespace entente::render {

/// One event with a sentence that tells it.
struct ReportEvent {
  std::string date;  ///< "2022-02"; empty: unknown
  bool dated_by_article = false;
  std::string subject;
  std::string relation;
  std::string object;
  graph::Quad quad = graph::Quad::none;
  std::string remark;  ///< "planned; says Iran"; empty if it is told as done by the article itself
  std::string sentence;
  util::TextSpan subject_span;  ///< of `sentence`; empty if its place is not known
  util::TextSpan predicate_span;
  util::TextSpan object_span;
  std::string source;  ///< "Title, publisher, 2022-02-24"
  std::string url;     ///< empty if none
};

struct Report {
  std::string title;
  std::vector<std::string> actors;  ///< names of those it is about; none: of nobody in particular
  Tally all;                        ///< of everything that is selected
  Tally theirs;                     ///< in which one of the actors takes part; the same if none
  std::vector<ActorCount> partners;
  std::vector<std::string> standing;  ///< offices, memberships, places, in words
  Diagram diagram;
  std::vector<ReportEvent> events;  ///< by date
  std::size_t earlier = 0;          ///< events that are left out
};

/// One file of HTML that asks nobody for anything, light or dark as the reader's system is.
void write_report_html(const Report& report, std::ostream& out);
/// The same as Markdown, its picture as Mermaid.
void write_report_markdown(const Report& report, std::ostream& out);

/// The `count` pairs with most cooperation, or with most conflict.
std::vector<DyadCount> strongest(const Tally& tally, bool cooperation, std::size_t count);
/// "4 May 2015 to March 2016 · 12 articles"
std::string extent_of(const Report& report);

}  // namespace entente::render
