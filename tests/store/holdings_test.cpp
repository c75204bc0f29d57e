#include "store/holdings.hpp"

#include "store/database.hpp"
#include "store/writer.hpp"
#include "tests/catch.hpp"
#include "tests/support/sample_graph.hpp"
#include "tests/support/temporary.hpp"

using namespace entente::store;

TEST_CASE("what a database holds can be asked while it is written", "[store]") {
  const auto documents = entente::tests::sample_documents();
  const auto path = entente::tests::temporary_path("holdings.db");
  std::filesystem::remove(path);
  auto db = open_database(path.string(), OpenMode::create);
  Holdings holdings(path.string(), "test");
  const auto hash = content_hash(documents[0].source);
  CHECK_FALSE(holdings.document(hash));
  Writer(db, "test").add(documents[0], hash);
  FailureLog(db, "test").add(documents[1].source, content_hash(documents[1].source), "too odd");
  {
    const Transaction transaction(db);
    db.exec("DELETE FROM documents");
    CHECK(holdings.document(hash));
    CHECK(holdings.name(documents[0].source.name));
    CHECK(holdings.failure(content_hash(documents[1].source)));
    CHECK_FALSE(holdings.failure(hash));
  }
  CHECK_FALSE(holdings.name(documents[1].source.name));
}
