// docs/schema.md says what the migrations say.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "render/graphviz.hpp"
#include "store/database.hpp"
#include "tests/catch.hpp"
#include "tests/docs/schema_page.hpp"

namespace fs = std::filesystem;
using namespace entente;

namespace {

const fs::path root = ENTENTE_SOURCE_DIR;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string migrations() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(root / "schemas")) {
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::string all;
  for (const auto& file : files) all += text_of(file) + "\n";
  return all;
}

}  // namespace

TEST_CASE("the page of the schema is what the migrations make", "[docs]") {
  auto db = store::open_database(":memory:", store::OpenMode::create);
  const std::string page = tests::schema_page(migrations(), db);
  if (std::getenv("ENTENTE_REWRITE") != nullptr) {
    std::ofstream(root / "docs" / "schema.md") << page;
    std::ofstream picture(root / "docs" / "images" / "schema.svg");
    render::write_picture(tests::schema_diagram(db), render::DrawStyle{}, "svg", picture);
  }
  INFO("ENTENTE_REWRITE=1 build/dev/tests/docs/test_docs writes docs/schema.md anew");
  CHECK(text_of(root / "docs" / "schema.md") == page);
}

TEST_CASE("every column of the schema is explained", "[docs]") {
  auto db = store::open_database(":memory:", store::OpenMode::create);
  const std::string page = tests::schema_page(migrations(), db);
  CHECK(page.find("| may be NULL |  |") == std::string::npos);
}
