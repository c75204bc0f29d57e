#include <filesystem>
#include <fstream>

#include "extract/actors/actor_index.hpp"
#include "extract/actors/actor_tables.hpp"
#include "extract/actors/offices.hpp"
#include "tests/catch.hpp"
#include "tests/support/temporary.hpp"
#include "util/error.hpp"

using namespace entente;
using actors::ActorTables;

namespace {

class TemporaryTable {
 public:
  explicit TemporaryTable(const std::string& text) {
    path_ = tests::temporary_path("actors-" + std::to_string(++count_) + ".tsv");
    std::ofstream(path_) << text;
  }
  ~TemporaryTable() { std::filesystem::remove(path_); }
  TemporaryTable(const TemporaryTable&) = delete;
  TemporaryTable& operator=(const TemporaryTable&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  static inline int count_ = 0;
  std::filesystem::path path_;
};

std::string complaint(ActorTables& tables, const std::string& text) {
  const TemporaryTable file(text);
  try {
    tables.add(file.path());
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

bool knows(const ActorTables& tables, std::string_view key) {
  return !tables.impl().find(key).empty();
}

}  // namespace

TEST_CASE("our own tables load", "[actors]") {
  const auto tables = ActorTables::built_in();
  CHECK(knows(tables, "us"));
  CHECK(knows(tables, "kremlin"));
  CHECK(knows(tables, "vladimir putin"));
  CHECK(tables.impl().role("foreign minister") != nullptr);
}

TEST_CASE("an office is held by whom the tables name for the date", "[actors]") {
  const auto tables = ActorTables::built_in();
  const auto& index = tables.impl();
  const auto state = index.state("USA");
  REQUIRE(state);
  const auto in_2009 = actors::holder(index, *state, "president", util::Date{2009, 6, 1});
  REQUIRE(in_2009);
  CHECK(index.entry(in_2009->person).name == "Barack Obama");
  const auto in_2022 = actors::holder(index, *state, "secretary of state", util::Date{2022, 3, 1});
  REQUIRE(in_2022);
  CHECK(index.entry(in_2022->person).name == "Antony Blinken");
}

TEST_CASE("a user's rows win over ours", "[actors]") {
  auto tables = ActorTables::built_in();
  const TemporaryTable file(
      "id\tname\tkind\tcountry\tsector\taliases\tparent\n"
      "org/my-kremlin\tKremlin Museum\torganisation\tRUS\tEDU\tKremlin\t\n");
  tables.add(file.path());
  const auto found = tables.impl().find("kremlin");
  REQUIRE(found.size() == 1);
  CHECK(tables.impl().entry(found[0].entry).name == "Kremlin Museum");
}

TEST_CASE("a user may block an alias", "[actors]") {
  auto tables = ActorTables::built_in();
  const TemporaryTable file("phrase\tnote\nKremlin Cup\ttennis\n");
  tables.add(file.path());
  CHECK(tables.impl().blocked("kremlin cup"));
}

TEST_CASE("a broken table is refused with its line, and nothing stays of it", "[actors]") {
  auto tables = ActorTables::built_in();
  const std::string people = "id\tname\tgender\tcountry\tsector\taliases\tborn\n";
  using Catch::Matchers::Contains;
  CHECK_THAT(complaint(tables, people + "person/aa\tAnna Testova\tf\tQQQ\tGOV\t\t\n"),
             Contains(":2: ") && Contains("QQQ"));
  CHECK_THAT(
      complaint(
          tables,
          people + "person/aa\tAnna Testova\tf\tRUS\tGOV\t\t\nperson/aa\tB C\tm\tRUS\t\t\t\n"),
      Contains(":3: ") && Contains("person/aa"));
  CHECK_THAT(complaint(tables, people + "person/aa\tAnna Testova\n"), Contains(":2: "));
  CHECK_THAT(complaint(tables, people + "person/aa\tAnna Testova\tx\tRUS\tGOV\t\t\n"),
             Contains("gender"));
  CHECK_THAT(complaint(tables, "colour\tname\nred\tRuritania\n"), Contains("columns"));
  CHECK_THAT(
      complaint(tables,
                "person\ttitle\torganisation\tfrom\tto\nperson/nobody-at-all\tking\tRUS\t\t\n"),
      Contains(":2: ") && Contains("nobody"));
  CHECK_THAT(
      complaint(
          tables,
          "person\ttitle\torganisation\tfrom\tto\nperson/joe-biden\tpresident\tUSA\t2021-13\t\n"),
      Contains("2021-13"));
  CHECK_THAT(complaint(tables,
                       "id\tname\tkind\tcountry\tsector\taliases\tparent\n"
                       "org/aa\tAa Front\torganisation\tRUS\tREB\t\torg/bb\n"
                       "org/bb\tBb Front\torganisation\tRUS\tREB\t\torg/aa\n"),
             Contains(":2: ") && Contains("parent"));
  CHECK_FALSE(knows(tables, "anna testova"));
  CHECK(knows(tables, "vladimir putin"));
}
