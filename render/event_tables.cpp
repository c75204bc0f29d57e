// Tables of events like those that GDELT and POLECAT publish, so that what reads theirs
// reads ours. They know no negation, plan or demand: only what is told as done is a row.
#include <cstdlib>
#include <optional>

#include "graph/cameo.hpp"
#include "graph/relation.hpp"
#include "render/escape.hpp"
#include "render/exporter.hpp"
#include "render/fields.hpp"
#include "render/text_out.hpp"

namespace entente::render {
namespace {

using graph::RelationClass;

std::int64_t quad_number(graph::Quad quad) { return static_cast<std::int64_t>(quad); }

struct Event {
  graph::RelationClass type;
  graph::CameoCode cameo;
};

/// None unless the relation is a row.
std::optional<Event> event_of(const graph::TripleView& relation) {
  if (!relation.fact) return std::nullopt;
  const auto type = graph::relation_class(relation.type);
  if (!type || !graph::is_event(*type)) return std::nullopt;
  return Event{*type, graph::cameo_of(*type, relation.mode, relation.contexts)};
}

/// The event's day, else the article's; empty if neither is known.
std::string day_of(const graph::TripleView& relation) {
  const auto date = relation.date.empty() ? relation.published : relation.date;
  return date.empty() ? std::string{} : first_day(date);
}

class EventTable : public Exporter {
 public:
  explicit EventTable(ExportFiles& files) : out_(files.open({})) {}
  void actor(const graph::Actor&) override {}
  void finish() override { out_.flush(); }

 protected:
  /// A cell and the tab after it.
  void cell(std::string_view text) {
    append_tsv(out_.buffer(), text);
    out_ << '\t';
  }
  void cell(std::int64_t number) { out_ << number << '\t'; }
  void cell(double number) { out_ << number << '\t'; }
  void empty(int count) {
    for (int i = 0; i < count; ++i) out_ << '\t';
  }
  void last(std::string_view text) {
    append_tsv(out_.buffer(), text);
    out_ << "\n";
  }
  TextOut& out() { return out_; }

 private:
  TextOut out_;
};

/// GDELT 2.0's 61 columns, without a header.
class Gdelt : public EventTable {
 public:
  using EventTable::EventTable;

  void relation(const graph::TripleView& relation) override {
    const auto event = event_of(relation);
    const std::string day = day_of(relation);
    if (!event || day.empty()) return;
    cell(++number_);
    write_day(day);
    write_actor(relation.subject);
    write_actor(relation.object);
    cell("1");
    const std::string_view code = event->cameo.code;
    cell(code);
    cell(code.substr(0, 3));  // base
    cell(code.substr(0, 2));  // root
    cell(quad_number(graph::quad_of(event->type)));
    cell(event->cameo.goldstein);
    cell(relation.evidences);
    cell(std::int64_t{1});
    cell(relation.documents);
    cell("0");  // tone
    for (int place = 0; place < 3; ++place) {
      cell("0");
      empty(7);
    }
    const auto published = relation.published.empty() ? day : first_day(relation.published);
    cell(digits_of(published) + "000000");
    last(relation.url);
  }

 private:
  static std::string digits_of(std::string_view day) {
    std::string digits;
    for (const char c : day) {
      if (c != '-') digits += c;
    }
    return digits;
  }

  void write_day(const std::string& day) {
    const std::string digits = digits_of(day);
    const int months = std::atoi(digits.substr(4, 2).c_str());
    const int days = std::atoi(digits.substr(6, 2).c_str());
    cell(digits);
    cell(digits.substr(0, 6));
    cell(digits.substr(0, 4));
    cell(std::atoi(digits.substr(0, 4).c_str()) + (months * 30 + days) / 365.0);
  }

  /// Code, name, country, five of religion and ethnicity, three types.
  void write_actor(const graph::TripleView::Part& actor) {
    std::string name(actor.name);
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    cell(std::string(actor.country) + std::string(actor.sector));
    cell(name);
    cell(actor.country);
    empty(4);
    cell(actor.sector);
    empty(2);
  }

  std::int64_t number_ = 0;
};

/// POLECAT's 40 columns under its header.
class Polecat : public EventTable {
 public:
  explicit Polecat(ExportFiles& files) : EventTable(files) {
    out() << "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\t"
             "Actor Name\tActor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\t"
             "Actor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient Name\tRecipient Country\t"
             "Recipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\t"
             "Recipient Name Raw\tWikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\t"
             "Country\tLatitude\tLongitude\tGeoNames ID\tRaw Placename\tFeature Type\tSource\t"
             "Publication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\t"
             "Version\n";
  }

  void relation(const graph::TripleView& relation) override {
    const auto event = event_of(relation);
    if (!event) return;
    std::string id;
    append_relation_id(id, relation);
    cell(id);
    cell(day_of(relation));
    cell(relation.type);
    cell(relation.mode);
    cell(event->cameo.goldstein);
    cell(quad_number(graph::quad_of(event->type)));
    cell(relation.contexts);
    write_actor(relation.subject);
    write_actor(relation.object);
    empty(10);
    cell(relation.source);
    cell(relation.published);
    empty(3);
    cell("en");
    last("entente");
  }

 private:
  void write_actor(const graph::TripleView::Part& actor) {
    cell(actor.name);
    cell(actor.country);
    cell("");
    cell(actor.sector);
    cell(actor.sector);
    cell("");
    cell(actor.mention);
    cell("");
  }
};

}  // namespace

ExporterPtr make_gdelt(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<Gdelt>(files);
}
ExporterPtr make_polecat(ExportFiles& files, const ExportOptions&) {
  return std::make_unique<Polecat>(files);
}

}  // namespace entente::render
