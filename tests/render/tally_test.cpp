#include "render/tally.hpp"

#include <sstream>

#include "render/plots.hpp"
#include "tests/catch.hpp"

using namespace entente;
using namespace entente::render;

namespace {

graph::TripleView told(std::string_view subject, std::string_view type, std::string_view quad,
                       std::string_view object, std::string_view date) {
  graph::TripleView view;
  view.document = "d";
  view.subject = {subject, subject, "country", subject, {}, {}};
  view.object = {object, object, "country", object, {}, {}};
  view.type = type;
  view.quad = quad;
  view.polarity = "affirmed";
  view.modality = "actual";
  view.date = date;
  return view;
}

}  // namespace

TEST_CASE("only events that are told as done count", "[render]") {
  Tally tally;
  tally.add(told("A", "CONSULT", "verbal cooperation", "B", "2031-05-04"));
  auto planned = told("B", "ASSAULT", "material conflict", "A", "2031-05-05");
  planned.modality = "planned-future";
  planned.fact = false;
  tally.add(planned);
  auto denied = told("B", "ASSAULT", "material conflict", "A", "2031-05-05");
  denied.polarity = "negated";
  denied.fact = false;
  tally.add(denied);
  tally.add(told("A", "MEMBER_OF", "none", "C", ""));
  CHECK(tally.relations() == 4);
  CHECK(tally.actors() == 3);
  CHECK(cooperation_in(tally.events()) == 1);
  CHECK(conflict_in(tally.events()) == 0);
  REQUIRE(tally.dyads().size() == 1);
  CHECK(tally.classes() == std::vector<std::pair<graph::RelationClass, std::size_t>>{
                               {graph::RelationClass::consult, 1}});
}

TEST_CASE("a dyad is one whoever did it to whom", "[render]") {
  Tally tally;
  tally.add(told("B", "ACCUSE", "verbal conflict", "A", ""));
  tally.add(told("A", "AID", "material cooperation", "B", ""));
  REQUIRE(tally.dyads().size() == 1);
  CHECK(tally.dyads()[0].one == "A");
  CHECK(cooperation_in(tally.dyads()[0].events) == 1);
  CHECK(conflict_in(tally.dyads()[0].events) == 1);
  CHECK(tally.most_active({"A"}).size() == 1);
}

TEST_CASE("periods follow each other without gaps", "[render]") {
  const auto periods = [](const std::vector<std::string>& dates) {
    Tally tally;
    for (const auto& date : dates) {
      tally.add(told("A", "CONSULT", "verbal cooperation", "B", date));
    }
    return tally.periods();
  };
  CHECK(periods({}).names.empty());
  CHECK(periods({""}).left_out == 1);
  const auto days = periods({"2031-02-27", "2031-03-02"});
  CHECK(days.names.size() == 59);
  CHECK(days.names.front() == "2031-02-01");
  const auto months = periods({"2030-11", "2031-02-03", "2031"});
  CHECK(months.names == std::vector<std::string>{"2030-11", "2030-12", "2031-01", "2031-02"});
  CHECK(months.left_out == 1);
  CHECK(cooperation_in(months.events[3]) == 1);
  CHECK(periods({"1990", "2031-02-03"}).names.size() == 42);
  CHECK(periods({"2030", "2031"}).names == std::vector<std::string>{"2030", "2031"});
  const auto old = periods({"0400", "2031-02-03"});
  CHECK(old.names.size() == 151);
  CHECK(old.left_out == 1);
}

TEST_CASE("names are safe in every chart", "[render]") {
  Tally tally;
  tally.add(told("<script>alert(1)</script>", "CONSULT", "verbal cooperation", "\"&\x01", "2031"));
  for (const auto& plot : plots()) {
    PlotOptions options;
    options.title = "<b>";
    std::ostringstream out;
    plot.write(tally, options, out);
    CHECK(out.str().find("<script") == std::string::npos);
    CHECK(out.str().find("<b>") == std::string::npos);
    CHECK(out.str().find("</svg>") != std::string::npos);
    std::ostringstream empty;
    plot.write({}, {}, empty);
    CHECK(empty.str().find("</svg>") != std::string::npos);
  }
}
