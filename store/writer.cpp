#include "store/writer.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/cameo.hpp"
#include "graph/quad.hpp"
#include "store/actor_row.hpp"
#include "store/alias_counts.hpp"
#include "store/bulk_load.hpp"
#include "store/curation.hpp"
#include "util/error.hpp"

namespace entente::store {
namespace {

using RowId = std::int64_t;
using util::TextSpan;

std::string_view bytes_of(const util::Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::optional<std::string_view> unless_empty(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

std::optional<std::string> iso(const std::optional<util::Date>& date) {
  return date ? std::optional<std::string>(date->iso()) : std::nullopt;
}

RowId as_id(std::uint32_t value) { return static_cast<RowId>(value); }

/// Of two descriptions of one actor the smaller wins, so that the order of the
/// documents does not matter.
auto facts_of(const graph::Actor& actor) {
  return std::tuple<std::string_view, std::string_view, std::string_view, std::string_view,
                    std::string_view>(actor.name, graph::name_of(actor.kind), actor.country,
                                      actor.sector, actor.sector2);
}

/// Keeps the memory flat however many actors there are.
constexpr std::size_t most_rows_kept = 50'000;

struct KnownActor {
  RowId id = 0;
  graph::Actor actor;
};

}  // namespace

util::Digest content_hash(const SourceRecord& source) {
  std::string bytes;
  const std::string date = source.date ? source.date->iso() : std::string{};
  for (const std::string* part :
       {&source.name, &source.title, &source.url, &source.source, &source.place, &date}) {
    bytes += *part;
    bytes += '\0';
  }
  bytes += source.text;
  return util::sha256(bytes);
}

class Writer::Impl {
 public:
  Impl(Connection& connection, std::string program, const WriterOptions& options)
      : connection_(connection),
        program_(std::move(program)),
        options_(options),
        curation_(connection) {}

  Known known(const SourceRecord& source, const util::Digest& hash) {
    if (RowScope row(find_hash_, Blob{bytes_of(hash)}); row) return Known::same;
    RowScope row(find_name_, std::string_view(source.name));
    if (!row) return Known::no;
    const bool written_now =
        find_name_.integer(0) > newest_at_start_ || written_.count(source.name) != 0;
    const bool replaceable = find_name_.text(1) == source.path && !written_now;
    return replaceable ? Known::changed : Known::other_file;
  }

  void add(const DocumentRecord& document, const util::Digest& hash) {
    in_transaction([&] { put(document, hash); });
  }

  void add(std::span<const HashedDocument> documents) {
    in_transaction([&] {
      for (const auto& each : documents) put(each.document, each.hash);
    });
  }

  bool remove(const std::string& name) {
    Transaction transaction(connection_);
    const bool found = remove_rows(name);
    transaction.commit();
    return found;
  }

 private:
  /// The first row of a query; resets the statement at the end of the scope.
  class RowScope {
   public:
    template <typename Value>
    RowScope(Statement& statement, const Value& value) : statement_(statement) {
      found_ = statement_.bind(1, value).step();
    }
    ~RowScope() { statement_.reset(); }
    RowScope(const RowScope&) = delete;
    RowScope& operator=(const RowScope&) = delete;
    explicit operator bool() const { return found_; }

   private:
    Statement& statement_;
    bool found_ = false;
  };

  template <typename Work>
  void in_transaction(const Work& work) {
    if (actors_.size() + reasons_.size() > most_rows_kept) forget();
    Transaction transaction(connection_);
    try {
      work();
      aliases_.write();
      transaction.commit();
    } catch (...) {
      forget();  // it may hold rows that are rolled back now
      throw;
    }
    written_.insert(replacing_.begin(), replacing_.end());
    replacing_.clear();
  }

  void put(const DocumentRecord& document, const util::Digest& hash) {
    remove_rows(document.source.name);
    const RowId id = insert(document, hash);
    if (id <= newest_at_start_) replacing_.push_back(document.source.name);
  }

  RowId insert(const DocumentRecord& document, const util::Digest& hash) {
    insert_source(document.source, hash);
    const RowId id = connection_.last_id();
    const auto sentences = insert_sentences(document.sentences, id);
    bool returned = false;  // an actor that a rule speaks of
    for (const auto& actor : document.actors) returned = put_actor(actor) || returned;
    for (const auto& mention : document.mentions) {
      const Party actor = party(mention.actor, document.source, mention.span);
      insert_mention_.run(sentences.at(mention.sentence), actor.now, mention.kind,
                          as_id(mention.span.begin), as_id(mention.span.end), mention.confidence,
                          name_to_keep(mention, document.source.text), actor.read);
      if (mention.kind == "name") {
        aliases_.add(actor.now, words_at(document.source.text, mention.span));
      }
    }
    for (const auto& relation : document.relations) {
      insert_relation(relation, id, document, sentences);
    }
    if (returned) {
      aliases_.write();
      apply_curation(connection_);
    }
    return id;
  }

  void insert_source(const SourceRecord& source, const util::Digest& hash) {
    insert_document_.run(std::string_view(source.name), Blob{bytes_of(hash)},
                         std::string_view(source.path), unless_empty(source.title),
                         unless_empty(source.url), unless_empty(source.source),
                         unless_empty(source.place), iso(source.date), text_to_keep(source.text),
                         std::string_view(program_));
  }

  [[nodiscard]] std::optional<std::string_view> text_to_keep(const std::string& text) const {
    return options_.keep_text ? std::optional<std::string_view>(text) : std::nullopt;
  }

  /// Where the text goes, its names must stay, or aliases could not be counted down.
  [[nodiscard]] std::optional<std::string_view> name_to_keep(const MentionRecord& mention,
                                                             std::string_view text) const {
    if (options_.keep_text || mention.kind != "name") return std::nullopt;
    return words_at(text, mention.span);
  }

  static std::string_view words_at(std::string_view text, TextSpan span) {
    return text.substr(span.begin, span.size());
  }

  std::vector<RowId> insert_sentences(const std::vector<TextSpan>& spans, RowId document) {
    std::vector<RowId> ids;
    ids.reserve(spans.size());
    for (const auto& span : spans) {
      insert_sentence_.run(document, static_cast<RowId>(ids.size()), as_id(span.begin),
                           as_id(span.end));
      ids.push_back(connection_.last_id());
    }
    return ids;
  }

  /// True if it is new and was merged, split or renamed by hand.
  bool put_actor(const graph::Actor& actor) {
    auto known = actors_.find(actor.id);
    bool fresh = false;
    if (known == actors_.end()) {
      auto loaded = load_actor(actor);
      fresh = !loaded;
      if (fresh) loaded = insert_actor(actor);
      known = actors_.emplace(actor.id, std::move(*loaded)).first;
    }
    const bool returned = fresh && curation_.concerns(actor.id);
    if (facts_of(known->second.actor) <= facts_of(actor)) return returned;
    known->second.actor = actor;
    update_actor_.run(known->second.id, std::string_view(actor.name), graph::name_of(actor.kind),
                      unless_empty(actor.country), unless_empty(actor.sector),
                      unless_empty(actor.sector2));
    return returned;
  }

  std::optional<KnownActor> load_actor(const graph::Actor& actor) {
    RowScope row(find_actor_, std::string_view(actor.id));
    if (!row) return std::nullopt;
    return KnownActor{find_actor_.integer(0), actor_at(find_actor_, 1)};
  }

  KnownActor insert_actor(const graph::Actor& actor) {
    insert_actor_.run(std::string_view(actor.id), std::string_view(actor.name),
                      graph::name_of(actor.kind), unless_empty(actor.country),
                      unless_empty(actor.sector), unless_empty(actor.sector2));
    return {connection_.last_id(), actor};
  }

  RowId actor_id(const std::string& key) const {
    const auto found = actors_.find(key);
    if (found == actors_.end()) throw Error("a relation names an actor that is not given: " + key);
    return found->second.id;
  }

  /// Who an actor counts for, and as whom it was read if that is another.
  struct Party {
    RowId now = 0;
    std::optional<RowId> read;
  };

  Party party(const std::string& key, const SourceRecord& source, TextSpan words) {
    const RowId read = actor_id(key);
    if (curation_.empty()) return {read, std::nullopt};
    RowScope row(find_actor_, curation_.current(key, source.name, words_at(source.text, words)));
    if (!row || find_actor_.integer(0) == read) return {read, std::nullopt};
    return {find_actor_.integer(0), read};
  }

  void insert_relation(const graph::Relation& relation, RowId id_of_document,
                       const DocumentRecord& document, const std::vector<RowId>& sentences) {
    const auto& spans = document.sentences;
    const TextSpan nowhere;
    const bool told = !relation.evidence.empty();
    const Party subject = party(relation.subject, document.source,
                                told ? relation.evidence.front().subject : nowhere);
    const Party object =
        party(relation.object, document.source, told ? relation.evidence.front().object : nowhere);
    std::optional<RowId> attribution;
    Party speaker;
    if (relation.attribution) {
      speaker = party(*relation.attribution, document.source, nowhere);
      attribution = speaker.now;
    }
    const auto cameo = graph::cameo_of(relation.type, relation.mode, relation.contexts);
    insert_relation_.run(id_of_document, subject.now, object.now, graph::name_of(relation.type),
                         unless_empty(relation.mode), std::string_view(relation.lemma),
                         graph::name_of(relation.polarity), graph::name_of(relation.modality),
                         attribution, iso(relation.date), static_cast<RowId>(relation.symmetric),
                         relation.confidence, subject.read, object.read, speaker.read,
                         static_cast<RowId>(graph::is_fact(relation.polarity, relation.modality)),
                         unless_empty(relation.contexts), unless_empty(cameo.code));
    const RowId id = connection_.last_id();
    for (const auto& evidence : relation.evidence) {
      const auto at = std::lower_bound(
          spans.begin(), spans.end(), evidence.sentence,
          [](const TextSpan& one, const TextSpan& other) { return one.begin < other.begin; });
      if (at == spans.end() || *at != evidence.sentence) {
        throw Error("an evidence rests on no sentence of its document");
      }
      insert_evidence(evidence, id, sentences[static_cast<std::size_t>(at - spans.begin())]);
    }
  }

  void insert_evidence(const graph::Evidence& evidence, RowId relation, RowId sentence) {
    insert_evidence_.run(
        relation, sentence, as_id(evidence.subject.begin), as_id(evidence.subject.end),
        as_id(evidence.predicate.begin), as_id(evidence.predicate.end),
        as_id(evidence.object.begin), as_id(evidence.object.end), std::string_view(evidence.phrase),
        evidence.confidence, rule_id(evidence), reason_id(evidence.subject_reason),
        reason_id(evidence.object_reason), unless_empty(evidence.polarity_reason),
        unless_empty(evidence.modality_reason), unless_empty(evidence.date_reason));
  }

  RowId rule_id(const graph::Evidence& evidence) {
    (rule_key_ = evidence.extractor).append(1, '\0').append(evidence.frame);
    const auto [known, fresh] = rules_.try_emplace(rule_key_, 0);
    if (fresh) {
      const std::string_view extractor = evidence.extractor;
      const std::string_view frame = evidence.frame;
      add_rule_.run(extractor, frame);
      known->second = found_id(find_rule_, extractor, frame);
    }
    return known->second;
  }

  RowId reason_id(const std::string& words) {
    const auto [known, fresh] = reasons_.try_emplace(words, 0);
    if (fresh) {
      add_reason_.run(std::string_view(words));
      known->second = found_id(find_reason_, std::string_view(words));
    }
    return known->second;
  }

  template <typename... Values>
  static RowId found_id(Statement& statement, const Values&... values) {
    int index = 0;
    (statement.bind(++index, values), ...);
    const RowId id = statement.step() ? statement.integer(0) : 0;
    statement.reset();
    return id;
  }

  /// Rows that this writer knows may be gone.
  void forget() {
    actors_.clear();
    rules_.clear();
    reasons_.clear();
    aliases_.forget();
    replacing_.clear();
  }

  bool remove_rows(const std::string& name) {
    RowId id = 0;
    {
      RowScope row(find_name_, std::string_view(name));
      if (!row) return false;
      id = find_name_.integer(0);
    }
    if (is_bulk_loading(connection_)) throw Error("a bulk load adds documents and takes none out");
    aliases_.write();
    aliases_.remove(id);
    const auto touched = actors_of(id);
    delete_document_.run(id);
    for (const RowId actor : touched) delete_orphan_.run(actor);
    actors_.clear();
    return true;
  }

  std::set<RowId> actors_of(RowId document) {
    std::set<RowId> found;
    list_actors_.bind(1, document);
    while (list_actors_.step()) found.insert(list_actors_.integer(0));
    list_actors_.reset();
    return found;
  }

  Connection& connection_;
  std::string program_;
  WriterOptions options_;
  Curation curation_;
  /// Of the documents written, those whose row ids do not show that they are new:
  /// SQLite gives the highest id anew when its document is replaced.
  std::unordered_set<std::string> written_;
  std::vector<std::string> replacing_;  ///< for `written_`, once they are committed
  AliasCounts aliases_{connection_};    ///< has views of the documents being added
  RowId newest_at_start_ = connection_.number("SELECT max(id) FROM documents");
  std::unordered_map<std::string, KnownActor> actors_;
  std::unordered_map<std::string, RowId> rules_;
  std::string rule_key_;
  std::unordered_map<std::string, RowId> reasons_;

  Statement statement(std::string_view sql) { return Statement(connection_, sql); }
  Statement find_hash_ = statement("SELECT id FROM documents WHERE hash = ?");
  Statement find_name_ = statement("SELECT id, path FROM documents WHERE name = ?");
  Statement find_actor_ = statement(
      "SELECT id, key, coalesce(read_name, name), kind, coalesce(country, ''),"
      " coalesce(sector, ''), coalesce(sector2, '')"
      " FROM actors WHERE key = ?");
  Statement insert_document_ = statement(
      "INSERT INTO documents (name, hash, path, title, url, source, place, date, text, program)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement insert_sentence_ = statement(
      "INSERT INTO sentences (document, number, byte_begin, byte_end) VALUES (?, ?, ?, ?)");
  Statement insert_actor_ = statement(
      "INSERT INTO actors (key, name, kind, country, sector, sector2) VALUES (?, ?, ?, ?, ?, ?)");
  Statement update_actor_ = statement(
      "UPDATE actors SET name = CASE WHEN read_name IS NULL THEN ?2 ELSE name END,"
      " read_name = CASE WHEN read_name IS NULL THEN NULL ELSE ?2 END, kind = ?3, country = ?4, "
      "sector = ?5, sector2 = ?6"
      " WHERE id = ?1");
  Statement insert_mention_ = statement(
      "INSERT INTO mentions (sentence, actor, kind, byte_begin, byte_end, confidence, name,"
      " read_actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  Statement insert_relation_ = statement(
      "INSERT INTO relations (document, subject, object, class, mode, predicate, polarity,"
      " modality, attribution, date, symmetric, confidence, read_subject, read_object,"
      " read_attribution, fact, contexts, cameo)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement insert_evidence_ = statement(
      "INSERT INTO evidence (relation, sentence, subject_begin, subject_end, predicate_begin,"
      " predicate_end, object_begin, object_end, phrase, confidence, rule, subject_reason,"
      " object_reason, polarity_reason, modality_reason, date_reason)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement add_rule_ = statement("INSERT OR IGNORE INTO rules (extractor, frame) VALUES (?, ?)");
  Statement find_rule_ = statement("SELECT id FROM rules WHERE extractor = ? AND frame = ?");
  Statement add_reason_ = statement("INSERT OR IGNORE INTO reasons (words) VALUES (?)");
  Statement find_reason_ = statement("SELECT id FROM reasons WHERE words = ?");
  Statement list_actors_ = statement(
      "SELECT m.actor FROM mentions AS m JOIN sentences AS s ON s.id = m.sentence"
      " WHERE s.document = ?1"
      " UNION SELECT subject FROM relations WHERE document = ?1"
      " UNION SELECT object FROM relations WHERE document = ?1"
      " UNION SELECT attribution FROM relations WHERE document = ?1"
      " AND attribution IS NOT NULL"
      " UNION SELECT m.read_actor FROM mentions AS m JOIN sentences AS s ON s.id = m.sentence"
      " WHERE s.document = ?1 AND m.read_actor IS NOT NULL");
  Statement delete_document_ = statement("DELETE FROM documents WHERE id = ?");
  Statement delete_orphan_ = statement(
      "DELETE FROM actors WHERE id = ?1"
      " AND NOT EXISTS (SELECT 1 FROM mentions WHERE actor = ?1)"
      " AND NOT EXISTS (SELECT 1 FROM relations WHERE subject = ?1)"
      " AND NOT EXISTS (SELECT 1 FROM relations WHERE object = ?1)"
      " AND NOT EXISTS (SELECT 1 FROM relations WHERE attribution = ?1)"
      " AND key NOT IN (SELECT actor FROM curation"
      " UNION ALL SELECT other FROM curation WHERE other IS NOT NULL)");
};

Writer::Writer(Connection& connection, std::string program, const WriterOptions& options)
    : impl_(std::make_unique<Impl>(connection, std::move(program), options)) {}
Writer::~Writer() = default;

Known Writer::known(const SourceRecord& source, const util::Digest& hash) {
  return impl_->known(source, hash);
}
void Writer::add(const DocumentRecord& document, const util::Digest& hash) {
  impl_->add(document, hash);
}
void Writer::add(std::span<const HashedDocument> documents) { impl_->add(documents); }
bool Writer::remove(const std::string& name) { return impl_->remove(name); }

}  // namespace entente::store
