#include "tests/support/sample_graph.hpp"

#include <filesystem>
#include <stdexcept>
#include <string_view>

#include "store/database.hpp"
#include "store/writer.hpp"

namespace entente::tests {
namespace {

using graph::ActorKind;
using graph::Modality;
using graph::Polarity;
using graph::RelationClass;

const std::vector<graph::Actor>& actors() {
  static const std::vector<graph::Actor> all{
      {"state/ruritania", "Ruritania", ActorKind::country, "RUR", "GOV", ""},
      {"state/freedonia", "Freedonia", ActorKind::country, "FRE", "GOV", ""},
      {"state/sylvania", "Sylvania", ActorKind::country, "SYL", "GOV", ""},
      {"person/rosa-hentzau", "Rosa Hentzau", ActorKind::person, "RUR", "GOV", ""},
      {"person/rufus-firefly", "Rufus Firefly", ActorKind::person, "FRE", "GOV", ""},
      {"org/zenda-council", "Council of Zenda", ActorKind::organisation, "IGO", "", ""},
      {"armed/free-riders", "Free Riders", ActorKind::armed_force, "SYL", "REB", ""},
      {"company/blue-danube", "Blue \"Danube\" <Oil> & Sons\\n", ActorKind::company, "SYL", "BUS",
       ""},
      {"place/strelsau", "Strelsau", ActorKind::place, "RUR", "", ""},
      {"position/president-of-ruritania", "president of Ruritania", ActorKind::position, "", "",
       ""},
      {"entity/treaty-of-hof", "Treaty of Hof", ActorKind::entity, "", "", ""},
  };
  return all;
}

/// Builds one document from sentences and from relations told by their words.
class Article {
 public:
  Article(std::string name, std::string date, const std::vector<std::string>& sentences) {
    record_.source.name = std::move(name);
    record_.source.path = "sample/" + record_.source.name + ".txt";
    record_.source.source = "Sample Agency";
    record_.source.date = util::Date::parse(date);
    record_.actors = actors();
    for (const auto& sentence : sentences) {
      const auto begin = static_cast<std::uint32_t>(record_.source.text.size());
      record_.source.text += sentence;
      record_.sentences.push_back({begin, static_cast<std::uint32_t>(record_.source.text.size())});
      record_.source.text += "\n";
    }
  }

  Article& mention(std::string actor, std::size_t sentence, std::string_view words,
                   std::string_view kind = "name") {
    record_.mentions.push_back({std::move(actor), static_cast<std::uint32_t>(sentence), kind,
                                find(sentence, words), 0.95});
    return *this;
  }

  graph::Relation& relate(std::string subject, RelationClass type, std::string lemma,
                          std::string object) {
    graph::Relation relation;
    relation.subject = std::move(subject);
    relation.object = std::move(object);
    relation.type = type;
    relation.lemma = std::move(lemma);
    relation.confidence = 0.9;
    record_.relations.push_back(relation);
    return record_.relations.back();
  }

  Article& told(std::size_t sentence, std::string_view subject, std::string_view phrase,
                std::string_view object, double confidence = 0.9) {
    graph::Evidence evidence;
    evidence.document = record_.source.name;
    evidence.sentence = record_.sentences.at(sentence);
    evidence.subject = find(sentence, subject);
    evidence.predicate = find(sentence, phrase);
    evidence.object = find(sentence, object);
    evidence.subject_mention = subject;
    evidence.object_mention = object;
    evidence.phrase = phrase;
    evidence.extractor = "sample";
    evidence.frame = "sample frame";
    evidence.subject_reason = "name in the sample";
    evidence.object_reason = "name in the sample";
    evidence.confidence = confidence;
    record_.relations.back().evidence.push_back(evidence);
    return *this;
  }

  store::DocumentRecord record_;

 private:
  util::TextSpan find(std::size_t sentence, std::string_view words) const {
    const auto span = record_.sentences.at(sentence);
    const auto text = std::string_view(record_.source.text).substr(span.begin, span.size());
    const auto at = text.find(words);
    if (at == std::string_view::npos) throw std::logic_error("the sample lacks its own words");
    const auto begin = span.begin + static_cast<std::uint32_t>(at);
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }
};

store::DocumentRecord summit() {
  Article article("summit", "2031-05-04",
                  {"President Rosa Hentzau met Rufus Firefly in Strelsau on Sunday.",
                   "Hentzau and Firefly signed the Treaty of Hof, and the talks went on for hours.",
                   "Freedonia will send grain to Ruritania in June."});
  article.mention("person/rosa-hentzau", 0, "Rosa Hentzau")
      .mention("person/rufus-firefly", 0, "Rufus Firefly")
      .mention("place/strelsau", 0, "Strelsau")
      .mention("person/rosa-hentzau", 1, "Hentzau")
      .mention("person/rufus-firefly", 1, "Firefly")
      .mention("state/freedonia", 2, "Freedonia")
      .mention("state/ruritania", 2, "Ruritania");
  auto& meeting =
      article.relate("person/rosa-hentzau", RelationClass::consult, "meet", "person/rufus-firefly");
  meeting.symmetric = true;
  meeting.mode = "meet";
  meeting.date = util::Date{2031, 5, 4};
  article.told(0, "Rosa Hentzau", "met", "Rufus Firefly").told(1, "Hentzau", "talks", "Firefly");
  article.relate("person/rosa-hentzau", RelationClass::holds_position, "be",
                 "position/president-of-ruritania");
  article.told(0, "Rosa Hentzau", "President", "President");
  article.relate("person/rosa-hentzau", RelationClass::agree, "sign", "entity/treaty-of-hof");
  article.told(1, "Hentzau", "signed", "Treaty of Hof");
  auto& grain =
      article.relate("state/freedonia", RelationClass::aid, "send grain to", "state/ruritania");
  grain.modality = Modality::planned_future;
  grain.date = util::Date{2031, 6, 0};
  article.told(2, "Freedonia", "send grain to", "Ruritania", 0.75);
  return article.record_;
}

store::DocumentRecord raid() {
  Article article("raid", "2031-05-09",
                  {"Ruritania said the Free Riders had attacked Strelsau.",
                   "Sylvania denied that it had armed the Free Riders.",
                   "Ruritania imposed sanctions on Blue Danube, and Freedonia urged Sylvania to "
                   "stop the Free Riders."});
  article.mention("armed/free-riders", 0, "Free Riders")
      .mention("state/sylvania", 1, "it", "pronoun")
      .mention("company/blue-danube", 2, "Blue Danube")
      .mention("state/ruritania", 2, "Ruritania");
  auto& attack =
      article.relate("armed/free-riders", RelationClass::assault, "attack", "place/strelsau");
  attack.attribution = "state/ruritania";
  attack.date = util::Date{2031, 5, 8};
  article.told(0, "Free Riders", "attacked", "Strelsau");
  auto& arms = article.relate("state/sylvania", RelationClass::aid, "arm", "armed/free-riders");
  arms.polarity = Polarity::negated;
  arms.attribution = "state/sylvania";
  article.told(1, "it", "armed", "Free Riders");
  article.relate("state/ruritania", RelationClass::sanction, "impose sanctions on",
                 "company/blue-danube");
  article.told(2, "Ruritania", "imposed sanctions on", "Blue Danube");
  article.relate("state/freedonia", RelationClass::request, "urge", "state/sylvania");
  article.told(2, "Freedonia", "urged", "Sylvania");
  auto& stop = article.relate("state/sylvania", RelationClass::coerce, "stop", "armed/free-riders");
  stop.modality = Modality::demanded;
  stop.attribution = "state/freedonia";
  article.told(2, "Sylvania", "stop", "Free Riders", 0.6);
  return article.record_;
}

store::DocumentRecord council() {
  Article article("council", "",
                  {"Freedonia is a member of the Council of Zenda.",
                   "The Council of Zenda has its seat in Strelsau, Ruritania."});
  article.mention("org/zenda-council", 0, "Council of Zenda")
      .mention("state/freedonia", 0, "Freedonia");
  article.relate("state/freedonia", RelationClass::member_of, "be member of", "org/zenda-council");
  article.told(0, "Freedonia", "is a member of", "Council of Zenda");
  article.relate("org/zenda-council", RelationClass::located_in, "have seat in", "place/strelsau");
  article.told(1, "Council of Zenda", "has its seat in", "Strelsau");
  return article.record_;
}

/// Keeps the actors that the document speaks of, as the program does.
store::DocumentRecord trimmed(store::DocumentRecord record) {
  const auto named = [&record](const std::string& id) {
    for (const auto& mention : record.mentions) {
      if (mention.actor == id) return true;
    }
    for (const auto& relation : record.relations) {
      if (relation.subject == id || relation.object == id || relation.attribution == id)
        return true;
    }
    return false;
  };
  std::erase_if(record.actors, [&](const auto& actor) { return !named(actor.id); });
  return record;
}

}  // namespace

std::vector<store::DocumentRecord> sample_documents() {
  return {trimmed(summit()), trimmed(raid()), trimmed(council())};
}

void write_sample_database(const std::string& path) {
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix);
  auto connection = store::open_database(path, store::OpenMode::create);
  store::Writer writer(connection, "sample");
  for (const auto& document : sample_documents()) {
    writer.add(document, store::content_hash(document.source));
  }
}

}  // namespace entente::tests
