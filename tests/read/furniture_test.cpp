#include "extract/read/furniture.hpp"

#include "tests/catch.hpp"

namespace {

struct Case {
  const char* text;
  const char* furniture;  ///< the words cut out at the front; empty: none
  const char* place;
  const char* source;
};

// Sentences and bylines of our own making in the agencies' layouts.
const Case cases[] = {
    {"WASHINGTON (Reuters) - The senators left.", "WASHINGTON (Reuters) -", "WASHINGTON",
     "Reuters"},
    {"(Bloomberg) -- The senators left.", "(Bloomberg) --", "", "Bloomberg"},
    {"KYIV, Ukraine (AP) \u2014 The envoys left.", "KYIV, Ukraine (AP) \u2014", "KYIV, Ukraine",
     "AP"},
    {"BEIJING, March 3 (Xinhua) -- The envoys left.", "BEIJING, March 3 (Xinhua) --", "BEIJING",
     "Xinhua"},
    {"Paris, Jan 5, 2022 (AFP) - The envoys left.", "Paris, Jan 5, 2022 (AFP) -", "Paris", "AFP"},
    {"MOSCOW. Feb 7 (Interfax) - The envoys left.", "MOSCOW. Feb 7 (Interfax) -", "MOSCOW",
     "Interfax"},
    {"UNITED NATIONS \u2014 The envoys left.", "UNITED NATIONS \u2014", "UNITED NATIONS", ""},
    {"ADDIS ABABA, Ethiopia - The envoys left.", "ADDIS ABABA, Ethiopia -", "ADDIS ABABA, Ethiopia",
     ""},
    {"(CNN)The senators left.", "(CNN)", "", "CNN"},
    {"(CNN) The senators left - at last.", "(CNN)", "", "CNN"},
    {"EXCLUSIVE - The envoys left.", "EXCLUSIVE -", "", ""},
    {"The ministers met - briefly - in Bern.", "", "", ""},
    {"NATO - the alliance - met in Bern.", "", "", ""},
    {"Iran-backed fighters left Aleppo.", "", "", ""},
    {"EU-Russia talks failed (again) - an envoy said.", "", "", ""},
    {"Ms. Roe (the envoy) - an old hand - left.", "", "", ""},
    {"A short text", "", "", ""},
    {"BERN\x01 (Example) - The envoys left.", "", "", ""},
    {"\u00A0\u00A9 BERN (Example) - The envoys left.", "\u00A9 BERN (Example) -", "\u00A9 BERN",
     "Example"},
};

}  // namespace

TEST_CASE("datelines and credits become facts of the document", "[read]") {
  for (const auto& [text, furniture, place, source] : cases) {
    CAPTURE(text);
    entente::text::Document document;
    document.text = text;
    entente::read::find_furniture(document);
    const std::string cut =
        document.furniture.empty() ? "" : std::string(document.text_of(document.furniture[0]));
    CHECK(cut == furniture);
    CHECK(document.place == place);
    CHECK(document.source == source);
  }
}

TEST_CASE("a given source is kept", "[read]") {
  entente::text::Document document;
  document.text = "LONDON (Reuters) - They left.";
  document.source = "Evening Paper";
  entente::read::find_furniture(document);
  CHECK(document.source == "Evening Paper");
}

TEST_CASE("bylines and closing credits are in no sentence", "[read]") {
  entente::text::Document document;
  document.text =
      "By Jane Roe and John Doe\n\nLONDON (Reuters) - They left.\n\n"
      "(Reporting by Jane Roe; Editing by John Doe)\n";
  entente::read::find_furniture(document);
  REQUIRE(document.furniture.size() == 3);
  CHECK(document.text_of(document.furniture[0]) == "By Jane Roe and John Doe");
  CHECK(document.text_of(document.furniture[1]) == "LONDON (Reuters) -");
  CHECK(document.text_of(document.furniture[2]) == "(Reporting by Jane Roe; Editing by John Doe)");
}

TEST_CASE("a credit that opens a text is not told twice", "[read]") {
  entente::text::Document document;
  document.text = "(Reporting by) - They left.\n(Reporting by Jane Roe)\n";
  entente::read::find_furniture(document);
  REQUIRE(document.furniture.size() == 2);
  CHECK(document.furniture[0].end <= document.furniture[1].begin);
  CHECK(document.text_of(document.furniture[1]) == "(Reporting by Jane Roe)");
}
