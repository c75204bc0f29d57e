#include "cli/build_summary.hpp"

#include <ostream>

#include "render/json_writer.hpp"
#include "util/counted.hpp"

namespace entente::cli {
namespace {

std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }

double per_second(std::size_t count, double seconds) {
  return seconds > 0 ? static_cast<double>(count) / seconds : 0;
}

}  // namespace

void write_words(const BuildSummary& summary, const std::string& database, std::ostream& out) {
  const bool trouble =
      summary.skipped + summary.failed + summary.failed_before + summary.other_language != 0 ||
      summary.interrupted;
  if (summary.fresh() == 0 && !trouble) {
    out << "Nothing new: " << (summary.unchanged == 1 ? "the document is" : "all ")
        << (summary.unchanged == 1 ? "" : util::counted(summary.unchanged, "document") + " are")
        << " in " << database << " already.\n";
    return;
  }
  out << database << ": " << util::counted(summary.added, "document") << " added";
  if (summary.replaced != 0) out << ", " << summary.replaced << " replaced";
  if (summary.unchanged != 0) out << ", " << summary.unchanged << " unchanged";
  if (summary.skipped != 0) out << ", " << summary.skipped << " skipped";
  if (summary.other_language != 0) out << ", " << summary.other_language << " not in English";
  if (summary.failed != 0) out << ", " << summary.failed << " failed";
  if (summary.failed_before != 0) {
    out << ", " << summary.failed_before << " failed before (see --retry-failed)";
  }
  out << "; " << util::counted(summary.relations, "relation") << " with "
      << util::counted(summary.evidences, "evidence") << ".\n";
  if (summary.reprints != 0) {
    out << util::counted(summary.reprints, "document") << " in it "
        << (summary.reprints == 1 ? "reprints" : "reprint") << " another; see the view stories.\n";
  }
  if (summary.interrupted) {
    out << "Interrupted; what is done is kept. The same command again goes on from here.\n";
  }
}

void write_json(const BuildSummary& summary, const std::string& database, std::ostream& out) {
  rapidjson::StringBuffer buffer;
  render::JsonWriter json(buffer);
  json.open_object();
  json.member("database", std::string_view(database));
  json.member("added", number(summary.added));
  json.member("replaced", number(summary.replaced));
  json.member("unchanged", number(summary.unchanged));
  json.member("skipped", number(summary.skipped));
  json.member("other_language", number(summary.other_language));
  json.member("failed", number(summary.failed));
  json.member("failed_before", number(summary.failed_before));
  json.member("reprints", number(summary.reprints));
  json.member("relations", number(summary.relations));
  json.member("evidences", number(summary.evidences));
  json.member("words", number(summary.words));
  json.member("bytes", number(summary.bytes));
  json.member("threads", number(summary.threads));
  json.member("seconds", summary.seconds);
  json.member("documents_per_second", per_second(summary.fresh(), summary.seconds));
  json.member("words_per_second", per_second(summary.words, summary.seconds));
  json.member("interrupted", summary.interrupted);
  json.close_object();
  out << buffer.GetString() << '\n';
}

}  // namespace entente::cli
