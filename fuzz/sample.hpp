// A small graph in memory for what asks a database.
#pragma once

#include "store/database.hpp"
#include "store/writer.hpp"
#include "tests/support/sample_graph.hpp"

namespace entente::fuzz {

inline store::Connection sample() {
  auto connection = store::open_database(":memory:", store::OpenMode::create);
  store::Writer writer(connection, "fuzz");
  for (const auto& document : tests::sample_documents()) {
    writer.add(document, store::content_hash(document.source));
  }
  return connection;
}

}  // namespace entente::fuzz
