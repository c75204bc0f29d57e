#include "extract/relations/event_date.hpp"
#include "extract/relations/time_expression.hpp"
#include "tests/catch.hpp"
#include "tests/relations/plain_text.hpp"
#include "util/tsv.hpp"

using namespace entente;
using relations::Direction;

namespace {

std::optional<util::Date> date_or_none(std::string_view iso) {
  return iso == "-" ? std::nullopt : util::Date::parse(iso);
}

Direction direction_named(std::string_view name) {
  if (name == "future") return Direction::future;
  return name == "present" ? Direction::present : Direction::past;
}

/// "2021-12-29 | ? | 1997..1999"; lengths of time and habits are left out.
std::string told(const text::Document& document, Direction direction) {
  std::string out;
  for (auto expression : relations::find_time_expressions(document, document.sentences.back())) {
    relations::resolve(expression, document.date, direction);
    if (expression.kind == relations::TimeKind::set) continue;
    if (expression.kind == relations::TimeKind::duration && !expression.date) continue;
    if (!out.empty()) out += " ";
    out += expression.date ? expression.date->iso() : "?";
    if (expression.until) out += ".." + expression.until->iso();
  }
  return out.empty() ? "-" : out;
}

}  // namespace

TEST_CASE("time expressions resolve against the document's date", "[relations][time]") {
  util::read_tsv(test::read_source_file("tests/relations/time_expressions.tsv"),
                 "time_expressions.tsv", [&](const util::TsvRow& row) {
                   text::Document document;
                   const auto sentences = util::split(row["text"], '|');
                   for (const auto sentence : sentences) test::add_sentence(document, sentence);
                   document.date = date_or_none(row["date"]);
                   INFO("line " << row.line() << ": " << row["text"]);
                   CHECK(told(document, direction_named(row["tense"])) == row["expected"]);
                 });
}

TEST_CASE("the time that dates an act is the one that modifies it", "[relations][time]") {
  util::read_tsv(
      test::read_source_file("tests/relations/event_dates.tsv"), "event_dates.tsv",
      [&](const util::TsvRow& row) {
        text::Document document = test::parsed_sentence(row["sentence"]);
        document.date = date_or_none(row["date"]);
        std::optional<std::uint32_t> predicate;
        for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
          if (document.form(document.tokens[i]) == row["predicate"]) predicate = i;
        }
        INFO("line " << row.line() << ": " << document.text << " [" << row["predicate"] << "]");
        REQUIRE(predicate);
        const auto time = relations::event_time(document, document.sentences.front(), *predicate);
        std::string found = "-";
        if (time) found = time->date ? time->date->iso() : "?";
        CHECK(found == row["expected"]);
      });
}
