// Databases that earlier versions wrote.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "store/check.hpp"
#include "store/database.hpp"
#include "store/writer.hpp"
#include "tests/catch.hpp"
#include "tests/support/content.hpp"
#include "tests/support/sample_graph.hpp"
#include "tests/support/temporary.hpp"

namespace fs = std::filesystem;
using namespace entente::store;

namespace {

const fs::path root = ENTENTE_SOURCE_DIR;

std::vector<fs::path> sql_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string content_of_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The sample graph as a program of that schema version left it.
void write_old_database(const fs::path& path, int version) {
  fs::remove(path);
  Connection db(path.string());
  const auto migrations = sql_files(root / "schemas");
  for (int i = 0; i < version; ++i) db.exec(content_of_file(migrations.at(std::size_t(i))));
  fs::path rows;  // of the last version whose columns differ from those before
  for (const auto& file : sql_files(root / "tests" / "store" / "versions")) {
    if (std::stoi(file.stem().string()) <= version) rows = file;
  }
  db.exec(content_of_file(rows));
  db.exec("PRAGMA application_id = " + std::to_string(application_id));
  db.exec("PRAGMA user_version = " + std::to_string(version));
}

}  // namespace

TEST_CASE("a database of every earlier schema opens with all it held", "[store]") {
  Connection fresh = open_database(":memory:", OpenMode::create);
  Writer writer(fresh, "sample");
  for (const auto& document : entente::tests::sample_documents()) {
    writer.add(document, content_hash(document.source));
  }
  const std::string expected = entente::tests::content_of(fresh);
  const fs::path path = entente::tests::temporary_path("old.db");
  for (int version = 1; version < schema_version(); ++version) {
    for (const auto mode : {OpenMode::read_only, OpenMode::write}) {
      CAPTURE(version);
      write_old_database(path, version);
      Connection db = open_database(path.string(), mode);
      CHECK(db.number("PRAGMA user_version") == schema_version());
      CHECK(entente::tests::content_of(db) == expected);
      CHECK(check_database(db).empty());
    }
  }
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path.string() + suffix);
}
