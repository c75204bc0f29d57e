// Sentences with trees written by hand, so that the resolver alone is tested.
#include <algorithm>

#include "extract/actors/resolver.hpp"
#include "tests/catch.hpp"
#include "tests/support/conllu.hpp"

using namespace entente;

namespace {

const actors::ActorTables& tables() {
  static const auto all = actors::ActorTables::built_in();
  return all;
}

text::Document resolved(std::string_view conllu, std::optional<util::Date> date) {
  auto document = test::document_from_conllu(conllu);
  document.date = date;
  actors::Resolver(tables()).resolve(document);
  return document;
}

std::string named(const text::Document& document, std::string_view mention) {
  for (const auto& each : document.mentions) {
    if (document.text_of(each.span) != mention) continue;
    std::string names;
    for (const auto actor : each.actors)
      names += (names.empty() ? "" : ", ") + document.actors[actor].name;
    return names;
  }
  return "(no mention)";
}

constexpr std::string_view call =
    "1\tU.S.\tU.S.\tPROPN\t_\tNumber=Sing\t2\tcompound\t_\tNER=B-LOC\n"
    "2\tPresident\tpresident\tPROPN\t_\tNumber=Sing\t3\tnmod:desc\t_\t_\n"
    "3\tJoe\tJoe\tPROPN\t_\tNumber=Sing\t5\tnsubj\t_\tNER=B-PER\n"
    "4\tBiden\tBiden\tPROPN\t_\tNumber=Sing\t3\tflat\t_\tNER=I-PER\n"
    "5\tphoned\tphone\tVERB\t_\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "6\tthe\tthe\tDET\t_\t_\t8\tdet\t_\t_\n"
    "7\tUkrainian\tUkrainian\tADJ\t_\t_\t8\tamod\t_\t_\n"
    "8\tpresident\tpresident\tNOUN\t_\tNumber=Sing\t5\tobj\t_\tSpaceAfter=No\n"
    "9\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\t_\n"
    "\n"
    "1\tHe\the\tPRON\t_\tGender=Masc|Number=Sing|Person=3\t2\tnsubj\t_\t_\n"
    "2\tpromised\tpromise\tVERB\t_\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
    "3\ther\ther\tPRON\t_\tGender=Fem|Number=Sing|Person=3\t2\tiobj\t_\t_\n"
    "4\thelp\thelp\tNOUN\t_\tNumber=Sing\t2\tobj\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n";

}  // namespace

TEST_CASE("a title before a name is a position, its country a mention of its own", "[actors]") {
  const auto document = resolved(call, util::Date{2022, 5, 1});
  CHECK(named(document, "U.S. President Joe Biden") == "Joe Biden");
  CHECK(named(document, "U.S.") == "United States");
  REQUIRE_FALSE(document.positions.empty());
  CHECK(document.actors[document.positions[0].position].name == "president of United States");
}

TEST_CASE("an unnamed office is its holder on the date", "[actors]") {
  CHECK(named(resolved(call, util::Date{2022, 5, 1}), "the Ukrainian president") ==
        "Volodymyr Zelenskyy");
  CHECK(named(resolved(call, util::Date{2016, 5, 1}), "the Ukrainian president") ==
        "Petro Poroshenko");
}

TEST_CASE("a pronoun of the wrong gender stays without actor", "[actors]") {
  const auto document = resolved(call, util::Date{2022, 5, 1});
  CHECK(named(document, "her") == "(no mention)");
}

TEST_CASE("each head has one mention, in order of the text", "[actors]") {
  const auto document = resolved(call, util::Date{2022, 5, 1});
  std::vector<std::uint32_t> heads;
  for (const auto& mention : document.mentions) {
    heads.push_back(mention.head);
    CHECK(mention.first <= mention.head);
    CHECK(mention.head < mention.last);
  }
  std::sort(heads.begin(), heads.end());
  CHECK(std::adjacent_find(heads.begin(), heads.end()) == heads.end());
  CHECK(std::is_sorted(document.mentions.begin(), document.mentions.end(),
                       [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; }));
}
