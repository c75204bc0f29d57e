// SQL from a stranger: nothing is changed, no other file is reached, the limits hold.
#include "store/query.hpp"

#include <filesystem>
#include <string>

#include "fuzz/input.hpp"
#include "fuzz/sample.hpp"
#include "util/error.hpp"

using namespace entente;

namespace {

constexpr const char* state_sql =
    "SELECT (SELECT count(*) FROM sqlite_schema) * 1000000 + (SELECT count(*) FROM documents)"
    " + (SELECT count(*) FROM relations) * 100 + (SELECT sum(length(name)) FROM actors) * 7";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static store::Connection connection = fuzz::sample();
  static const auto before = connection.number(state_sql);
  store::QueryLimits limits;
  limits.rows = 50;
  limits.bytes = 10'000;
  limits.time = std::chrono::milliseconds(200);
  std::size_t rows = 0;
  store::QuerySink sink;
  sink.columns = [](std::span<const std::string_view>) {};
  sink.row = [&](std::span<const store::Cell>) { ++rows; };
  try {
    store::run_limited_query(connection, fuzz::as_text(data, size), limits, sink);
  } catch (const Error&) {
  }
  fuzz::must(rows <= limits.rows, "a query gives no more rows than allowed");
  fuzz::must(connection.number(state_sql) == before, "a query changes nothing");
  return 0;
}
