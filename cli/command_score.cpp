// entente score: a graph against triples that people marked.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <ostream>
#include <set>

#include "cli/commands.hpp"
#include "cli/score.hpp"
#include "extract/actors/catalog.hpp"
#include "extract/actors/name_key.hpp"
#include "graph/relation.hpp"
#include "store/database.hpp"
#include "store/selection.hpp"
#include "store/triples.hpp"
#include "util/error.hpp"

namespace entente::cli {
namespace {

struct ScoreOptions {
  std::string gold;
  bool details = false;
};

std::vector<ScoredTriple> triples_of(const store::Connection& connection) {
  std::vector<ScoredTriple> triples;
  store::for_each_triple(connection, store::Selected{}, [&](const graph::TripleView& view) {
    ScoredTriple triple;
    triple.document = view.document;
    triple.subject = view.subject.name;
    triple.object = view.object.name;
    triple.subject_id = view.subject.key;
    triple.object_id = view.object.key;
    triple.subject_words = view.subject.mention;
    triple.object_words = view.object.mention;
    triple.lemma = view.lemma;
    triple.classes = {std::string(view.type)};
    triple.polarity = view.polarity;
    triple.modality = view.modality;
    triple.attribution = view.attribution;
    triple.date = view.date;
    triple.symmetric = view.symmetric;
    triples.push_back(std::move(triple));
  });
  return triples;
}

/// Names are the same if the actor tables or their letters say so.
class NameBook {
 public:
  bool same(const std::string& gold, const std::string& name, const std::string& id) {
    const std::string one = key_of(gold);
    const std::string other = key_of(name);
    if (one == other || (!id.empty() && ids_of(gold).count(id) != 0)) return true;
    if (actors::sound_key(one) == actors::sound_key(other)) return true;
    return is_description(gold) && share_words(one, other);
  }

 private:
  static std::string key_of(const std::string& name) {
    std::string key = actors::name_key(name);
    return key.starts_with("the ") ? key.substr(4) : key;
  }

  const std::set<std::string>& ids_of(const std::string& name) {
    const auto known = ids_.find(name);
    if (known != ids_.end()) return known->second;
    std::set<std::string> ids;
    for (const auto& actor : actors::show(tables_, name)) ids.insert(actor.row.id);
    return ids_.emplace(name, std::move(ids)).first->second;
  }

  static std::vector<std::string> words_of(const std::string& text) {
    static constexpr std::array<std::string_view, 8> small{"of", "the", "and", "for",
                                                           "in", "to",  "a",   "an"};
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      std::string word = text.substr(begin, end - begin);
      const bool counts = std::find(small.begin(), small.end(), word) == small.end();
      if (!word.empty() && counts) words.push_back(std::move(word));
      begin = end + 1;
    }
    return words;
  }

  /// "United States officials", "president of Ukraine": some of it is no name.
  static bool is_description(const std::string& name) {
    const auto words = words_of(name);
    return std::any_of(words.begin(), words.end(),
                       [](const std::string& word) { return !actors::capitalised(word); });
  }

  /// At least half of all their words are common to both.
  static bool share_words(const std::string& one, const std::string& other) {
    const auto list = words_of(one);
    const auto others = words_of(other);
    std::set<std::string> all(list.begin(), list.end());
    const std::set<std::string> second(others.begin(), others.end());
    const std::size_t first_size = all.size();
    all.insert(second.begin(), second.end());
    const std::size_t common = first_size + second.size() - all.size();
    return !all.empty() && 2 * common >= all.size();
  }

  actors::ActorTables tables_ = actors::ActorTables::built_in();
  std::map<std::string, std::set<std::string>> ids_;
};

struct Part {
  std::string_view name;
  bool (*holds)(graph::RelationClass type);
};

bool is_open(graph::RelationClass type) {
  return type == graph::RelationClass::other || type == graph::RelationClass::statement;
}

constexpr std::array<Part, 4> parts{{
    {"all", [](graph::RelationClass type) { return !is_open(type); }},
    {"events", [](graph::RelationClass type) { return graph::is_event(type) && !is_open(type); }},
    {"standing", [](graph::RelationClass type) { return graph::is_static(type); }},
    {"other", &is_open},
}};

std::vector<ScoredTriple> in_part(const std::vector<ScoredTriple>& triples, const Part& part) {
  std::vector<ScoredTriple> chosen;
  for (const auto& triple : triples) {
    const auto type = graph::relation_class(triple.classes.front());
    if (type && part.holds(*type)) chosen.push_back(triple);
  }
  return chosen;
}

std::string share_text(double value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.3f", value);
  return text.data();
}

void tell_row(std::ostream& out, const std::string& name, const Tally& tally) {
  std::array<char, 96> line{};
  std::snprintf(line.data(), line.size(), "%-16s  %9.3f  %6.3f  %5.3f  %6zu  %6zu\n", name.c_str(),
                tally.precision(), tally.recall(), tally.f1(), tally.found, tally.wanted);
  out << line.data();
}

std::string told(const ScoredTriple& triple) {
  std::string text = triple.subject + " | " + triple.lemma + " | " + triple.object + " | " +
                     triple.classes.front();
  if (triple.polarity != "affirmed") text += ", " + triple.polarity;
  if (triple.modality != "actual") text += ", " + triple.modality;
  if (!triple.date.empty()) text += ", " + triple.date;
  return text;
}

void tell_details(std::ostream& out, const std::vector<ScoredTriple>& gold,
                  const std::vector<ScoredTriple>& found, const Judgement& judgement) {
  std::map<std::size_t, std::size_t> found_of;
  std::set<std::size_t> right;
  for (const auto& [one, other] : judgement.matches) {
    found_of[one] = other;
    right.insert(other);
  }
  std::map<std::string, std::vector<std::string>> pages;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const auto match = found_of.find(i);
    auto& page = pages[gold[i].document];
    if (match != found_of.end()) {
      page.push_back("  right    " + told(found[match->second]));
    } else if (gold[i].required) {
      page.push_back("  missed   " + told(gold[i]));
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto page = pages.find(found[i].document);
    if (page != pages.end() && right.count(i) == 0) {
      page->second.push_back("  wrong    " + told(found[i]));
    }
  }
  for (const auto& [document, lines] : pages) {
    out << '\n' << document << '\n';
    for (const auto& line : lines) out << line << '\n';
  }
}

int run_score(Session& session, const ScoreOptions& options) {
  const auto gold = read_gold(options.gold);
  const auto connection = store::open_database(session.database, store::OpenMode::read_only);
  const auto found = triples_of(connection);
  NameBook names;
  const SameActor same = [&](const std::string& one, const std::string& /*words*/,
                             const std::string& other,
                             const std::string& id) { return names.same(one, other, id); };
  std::set<std::string> there;
  for (const auto& triple : found) there.insert(triple.document);
  for (const auto& triple : gold) {
    if (there.insert(triple.document).second) {
      session.note(triple.document + ": is in the gold file, and " + session.database +
                   " has no relation of it");
    }
  }
  session.out << "                  precision  recall     F1   found  wanted\n";
  Judgement all;
  for (const auto& part : parts) {
    auto judgement = judge(in_part(gold, part), in_part(found, part), same);
    tell_row(session.out, std::string(part.name) + ", strict", judgement.strict);
    tell_row(session.out, std::string(part.name) + ", pair", judgement.pair);
    if (part.name == "all") all = std::move(judgement);
  }
  const auto of_right = [&](std::size_t count) {
    return all.strict.right == 0
               ? std::string("-")
               : share_text(static_cast<double>(count) / static_cast<double>(all.strict.right));
  };
  session.out << "of the " << all.strict.right << " right: modality " << of_right(all.modality)
              << ", attribution " << of_right(all.attribution) << ", date " << of_right(all.date)
              << '\n';
  if (options.details) {
    tell_details(session.out, in_part(gold, parts[0]), in_part(found, parts[0]), all);
  }
  return exit_done;
}

}  // namespace

void add_score(CLI::App& command, Session& session) {
  auto options = std::make_shared<ScoreOptions>();
  command
      .add_option("gold", options->gold,
                  "triples that people marked: JSON Lines as export triples prints them")
      ->required()
      ->type_name("FILE");
  command.add_flag("--details", options->details, "list what is right, missed and wrong");
  add_database_option(command, session);
  command.callback([&session, options] {
    session.action = [&session, options] { return run_score(session, *options); };
  });
}

}  // namespace entente::cli
