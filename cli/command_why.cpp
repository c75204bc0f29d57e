// entente why: the words and reasons behind a relation.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <memory>
#include <ostream>
#include <vector>

#include "cli/actor_words.hpp"
#include "cli/commands.hpp"
#include "store/database.hpp"
#include "store/relation_detail.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

struct WhyOptions {
  std::string first;
  std::string second;
};

/// The sentence with "[subject: ...]" about the words that carry each part. Parts may
/// lie in one another; the longer opens first and closes last.
std::string marked(const store::EvidenceDetail& detail) {
  struct Part {
    const char* name;
    util::TextSpan span;
  };
  const auto& evidence = detail.evidence;
  std::array<Part, 3> parts{{{"subject", evidence.subject},
                             {"relation", evidence.predicate},
                             {"object", evidence.object}}};
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.span.size() > b.span.size(); });
  std::string text;
  for (std::size_t i = 0; i <= detail.sentence.size(); ++i) {
    const std::size_t at = evidence.sentence.begin + i;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      if (!part->span.empty() && part->span.end == at) text += ']';
    }
    for (const auto& part : parts) {
      if (!part.span.empty() && part.span.begin == at) text += std::string("[") + part.name + ": ";
    }
    if (i < detail.sentence.size()) text += detail.sentence[i] == '\n' ? ' ' : detail.sentence[i];
  }
  return text;
}

std::string two_digits(double value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
}

std::string described(const graph::Actor& actor) {
  std::string text = actor.name + " (" + std::string(graph::name_of(actor.kind));
  for (const auto* part : {&actor.country, &actor.sector}) {
    if (!part->empty()) text += ", " + *part;
  }
  return text + ", " + actor.id + ")";
}

std::string because(const std::string& value, const std::string& words) {
  return words.empty() ? value : value + ": \"" + words + '"';
}

void tell_evidence(const store::RelationDetail& detail, const store::EvidenceDetail& evidence,
                   std::ostream& out) {
  const auto& given = evidence.evidence;
  out << "\n  " << given.document << ", sentence " << evidence.sentence_number + 1 << '\n';
  if (evidence.sentence.empty()) {
    out << "    (the text is not kept; bytes " << given.sentence.begin << " to "
        << given.sentence.end << ")\n";
  } else {
    out << "    " << marked(evidence) << '\n';
  }
  const auto& relation = detail.relation;
  out << "    subject     " << given.subject_reason;
  if (evidence.subject_sentence_number != evidence.sentence_number) {
    out << ", the speaker in sentence " << evidence.subject_sentence_number + 1;
    if (!given.subject_mention.empty()) out << ": \"" << given.subject_mention << '"';
  }
  out << '\n'
      << "    object      " << given.object_reason << '\n'
      << "    found by    " << given.extractor << ": " << given.frame << '\n'
      << "    polarity    "
      << because(std::string(name_of(relation.polarity)), given.polarity_reason) << '\n'
      << "    modality    "
      << because(std::string(name_of(relation.modality)), given.modality_reason) << '\n'
      << "    date        "
      << because(relation.date ? relation.date->iso() : "none", given.date_reason) << '\n'
      << "    confidence  " << two_digits(given.confidence) << '\n';
}

void tell(const store::RelationDetail& detail, std::ostream& out) {
  const auto& relation = detail.relation;
  out << "Relation " << detail.id << ": " << detail.subject.name << " | "
      << (relation.polarity == graph::Polarity::negated ? "not " : "") << relation.lemma << " | "
      << detail.object.name << '\n'
      << "  subject     " << described(detail.subject) << '\n'
      << "  object      " << described(detail.object) << '\n'
      << "  class       " << name_of(relation.type)
      << (relation.mode.empty() ? "" : "/" + relation.mode) << ": " << detail.class_description;
  if (graph::is_event(relation.type)) {
    out << " (" << name_of(graph::quad_of(relation.type)) << ')';
  }
  out << '\n';
  if (!detail.cameo.empty()) {
    out << "  CAMEO       " << detail.cameo
        << (relation.contexts.empty() ? "" : "; about " + relation.contexts) << '\n';
  }
  out << "  told by     "
      << (detail.attribution ? described(*detail.attribution) : "the article itself") << '\n'
      << "  confidence  " << two_digits(relation.confidence)
      << (relation.symmetric ? "; either may be called the subject\n" : "\n");
  if (!detail.read_subject.empty()) {
    out << "  by hand     the subject was read as " << detail.read_subject << '\n';
  }
  if (!detail.read_object.empty()) {
    out << "  by hand     the object was read as " << detail.read_object << '\n';
  }
  out << "  article     " << detail.document;
  for (const auto* part : {&detail.title, &detail.source, &detail.published, &detail.url}) {
    if (!part->empty()) out << ", " << *part;
  }
  out << '\n';
  for (const auto& evidence : detail.evidence) tell_evidence(detail, evidence, out);
}

std::vector<std::int64_t> asked_for(const Session& session, const store::Connection& connection,
                                    const WhyOptions& options) {
  if (!options.second.empty()) {
    const auto one = actor_meant(session, connection, options.first);
    const auto other = actor_meant(session, connection, options.second);
    auto ids = store::relations_between(connection, one.id, other.id);
    if (ids.empty()) throw Error("no relation joins " + one.name + " and " + other.name);
    return ids;
  }
  std::int64_t id = 0;
  const char* end = options.first.data() + options.first.size();
  const auto read = std::from_chars(options.first.data(), end, id);
  if (read.ec != std::errc{} || read.ptr != end) {
    throw Error("give the id of a relation, as SELECT id FROM triples lists them, or two actors");
  }
  return {id};
}

int run_why(Session& session, const WhyOptions& options) {
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  bool first = true;
  for (const auto id : asked_for(session, connection, options)) {
    const auto detail = store::relation_detail(connection, id);
    if (!detail) {
      throw Error("there is no relation " + std::to_string(id) + " in " + session.database +
                  "; SELECT id FROM triples lists them");
    }
    if (!first) session.out << '\n';
    first = false;
    tell(*detail, session.out);
  }
  return exit_done;
}

}  // namespace

void add_why(CLI::App& command, Session& session) {
  auto options = std::make_shared<WhyOptions>();
  command
      .add_option("relation", options->first,
                  "its id, as SELECT id FROM triples lists them; or an actor")
      ->required();
  command.add_option("other", options->second, "another actor: all that joins the two");
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_why(session, *options); };
  });
}

}  // namespace entente::cli
