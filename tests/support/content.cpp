#include "tests/support/content.hpp"

#include "store/query.hpp"

namespace entente::tests {

std::string content_of(store::Connection& db) {
  std::string all;
  const auto collect = [&](const char* sql) {
    store::run_query(db, sql, false,
                     {[](auto) {},
                      [&](auto cells) {
                        for (const auto& cell : cells) (all += cell.text) += '|';
                        all += '\n';
                      }});
  };
  collect(
      "SELECT name, path, title, url, source, place, date, text, program, hex(hash) FROM documents"
      " ORDER BY name");
  collect("SELECT key, name, kind, country, sector, sector2 FROM actors ORDER BY key");
  collect(
      "SELECT a.key, l.name, l.mentions FROM aliases AS l JOIN actors AS a ON a.id = l.actor"
      " ORDER BY 1, 2");
  collect(
      "SELECT document, subject_key, relation, object_key, class, mode, polarity, modality,"
      " attribution, date, confidence, evidences FROM triples"
      " ORDER BY document, relation, subject_key, object_key, class, date, confidence");
  collect(
      "SELECT document, sentence_number, sentence, subject_words, phrase, object_words, confidence,"
      " extractor, frame, subject_reason, object_reason FROM evidence_text"
      " ORDER BY document, sentence_number, phrase, subject_words, object_words, confidence, "
      "frame");
  collect(
      "SELECT d.name, n.number, a.key, m.kind, m.byte_begin, m.byte_end, m.confidence, m.name"
      " FROM mentions AS m JOIN actors AS a ON a.id = m.actor"
      " JOIN sentences AS n ON n.id = m.sentence JOIN documents AS d ON d.id = n.document"
      " ORDER BY 1, 2, 3, 5, 6, 4");
  collect("SELECT document, story FROM stories ORDER BY document");
  collect("SELECT hex(hash), name, path, error, program FROM failures ORDER BY hash");
  return all;
}

}  // namespace entente::tests
