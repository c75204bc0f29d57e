// The codes of CAMEO for PLOVER's types.
#include "graph/cameo.hpp"

#include "tests/catch.hpp"

using namespace entente::graph;

TEST_CASE("a mode or a context makes a code of CAMEO finer", "[graph]") {
  CHECK(cameo_of(RelationClass::consult, "", "").code == "04");
  CHECK(cameo_of(RelationClass::consult, "phone", "military").code == "041");
  CHECK(cameo_of(RelationClass::aid, "", "cbrn,military").code == "072");
  CHECK(cameo_of(RelationClass::aid, "", "military,peacekeeping").code == "074");
  CHECK(cameo_of(RelationClass::accuse, "allege", "corruption,legal").code == "1121");
  CHECK(cameo_of(RelationClass::assault, "aerial", "military").code == "195");
  // no part of a context's name is one
  CHECK(cameo_of(RelationClass::accuse, "investigate", "non-military").code == "09");
}

TEST_CASE("every event has a code of CAMEO, and nothing else has", "[graph]") {
  for (const RelationClass type : relation_classes()) {
    CAPTURE(name_of(type));
    CHECK(cameo_of(type, "", "").code.empty() == !is_event(type));
    CHECK(cameo_of(type, "unheard-of", "unheard-of").code == cameo_of(type, "", "").code);
  }
}
