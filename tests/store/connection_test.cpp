#include "store/connection.hpp"

#include "tests/catch.hpp"
#include "util/error.hpp"

using namespace entente::store;

TEST_CASE("a transaction left without commit changes nothing", "[store]") {
  Connection db(":memory:");
  db.exec("CREATE TABLE t (x)");
  {
    const Transaction transaction(db);
    db.exec("INSERT INTO t VALUES (1)");
  }
  CHECK(db.number("SELECT count(*) FROM t") == 0);
  {
    Transaction transaction(db);
    db.exec("INSERT INTO t VALUES (1)");
    transaction.commit();
  }
  CHECK(db.number("SELECT count(*) FROM t") == 1);
}

TEST_CASE("values come back as they were bound", "[store]") {
  const Connection db(":memory:");
  Statement statement(db, "SELECT ?, ?, ?, ?, ?, ?");
  const std::optional<std::string_view> none;
  statement.bind(1, std::int64_t{-5}).bind(2, 0.25).bind(3, std::string_view("a\0b", 3));
  statement.bind(4, std::string_view{}).bind(5, Blob{"bytes"}).bind(6, none);
  REQUIRE(statement.step());
  CHECK(statement.integer(0) == -5);
  CHECK(statement.real(1) == 0.25);
  CHECK(statement.text(2) == std::string_view("a\0b", 3));
  CHECK_FALSE(statement.is_null(3));
  CHECK(statement.text(4) == "bytes");
  CHECK(statement.is_null(5));
}

TEST_CASE("an error names the file", "[store]") {
  Connection db(":memory:");
  CHECK_THROWS_WITH(db.exec("SELECT absent"), ":memory:: no such column: absent");
  CHECK_THROWS_AS(Connection("/nowhere/at/all.db"), entente::StoreError);
}
