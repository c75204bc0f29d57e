// A graph that grows, shrinks and is united is the one that was built at once.
#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "bench/synthetic.hpp"
#include "store/check.hpp"
#include "store/curation.hpp"
#include "store/database.hpp"
#include "store/failures.hpp"
#include "store/merge.hpp"
#include "store/writer.hpp"
#include "tests/catch.hpp"
#include "tests/support/content.hpp"

namespace fs = std::filesystem;
using namespace entente::store;
using entente::tests::content_of;

namespace {

using Documents = std::vector<DocumentRecord>;

Documents some_documents(std::size_t count) {
  entente::bench::SyntheticOptions options;
  options.actors = 40;
  options.sentences = 4;
  options.relations = 5;
  options.vocabulary = 300;
  const entente::bench::Synthetic world(options);
  Documents documents;
  for (std::size_t i = 0; i < count; ++i) documents.push_back(world.document(i));
  // An actor whom not all documents describe alike.
  for (std::size_t i = 0; i < count; i += 3) documents[i].actors.front().name += " the Elder";
  return documents;
}

void add(Connection& db, const Documents& documents, bool keep_text = true) {
  Writer writer(db, "test", {.keep_text = keep_text});
  for (const auto& document : documents) writer.add(document, content_hash(document.source));
}

std::string built_at_once(const Documents& documents) {
  Connection db = open_database(":memory:", OpenMode::create);
  add(db, documents);
  CHECK(check_database(db).empty());
  return content_of(db);
}

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / "entente-growth") {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const Documents& documents, bool keep_text = true) {
    const std::string file = next();
    Connection db = open_database(file, OpenMode::create);
    add(db, documents, keep_text);
    return file;
  }
  std::string merge(const std::vector<std::string>& files) {
    const std::string file = next();
    Connection db = open_database(file, OpenMode::create);
    for (const auto& other : files) merge_from(db, other);
    finish_merge(db);
    CHECK(check_database(db).empty());
    return file;
  }

 private:
  std::string next() { return (path_ / (std::to_string(++files_) + ".db")).string(); }

  fs::path path_;
  int files_ = 0;
};

std::string content_of_file(const std::string& file) {
  Connection db = open_database(file, OpenMode::read_only);
  return content_of(db);
}

}  // namespace

TEST_CASE("documents in any order, with detours, give the same graph", "[store]") {
  auto documents = some_documents(12);
  const std::string expected = built_at_once(documents);
  std::minstd_rand random(3);
  for (int round = 0; round < 8; ++round) {
    CAPTURE(round);
    std::shuffle(documents.begin(), documents.end(), random);
    Connection db = open_database(":memory:", OpenMode::create);
    add(db, {documents.begin(), documents.begin() + 6});
    Writer writer(db, "test");
    for (int i = 0; i < 3; ++i) writer.remove(documents[random() % 6].source.name);
    add(db, documents);  // those that are there are replaced
    // Of an actor's descriptions the smaller stays, though the one who gave it is gone.
    CHECK(content_of(db) == expected);
    CHECK(check_database(db).empty());
  }
}

TEST_CASE("merging is associative and commutative, and the same as building", "[store]") {
  const auto documents = some_documents(12);
  const std::string expected = built_at_once(documents);
  Folder folder;
  const auto part = [&](std::size_t begin, std::size_t end) {
    const auto at = [&](std::size_t i) {
      return documents.begin() + static_cast<std::ptrdiff_t>(i);
    };
    return folder.write({at(begin), at(end)});
  };
  // They overlap: documents 3 to 5 are in two, 8 in all three.
  const std::string a = part(0, 6);
  const std::string b = part(3, 9);
  const std::string c = part(8, 12);
  CHECK(content_of_file(folder.merge({a, b, c})) == expected);
  CHECK(content_of_file(folder.merge({c, a, b})) == expected);
  CHECK(content_of_file(folder.merge({folder.merge({a, b}), c})) == expected);
  CHECK(content_of_file(folder.merge({a, folder.merge({c, b})})) == expected);
  CHECK(content_of_file(folder.merge({a, a, folder.merge({b, c, a})})) == expected);
}

TEST_CASE("a merged graph knows what could not be read, and was not read elsewhere", "[store]") {
  const auto documents = some_documents(3);
  Folder folder;
  const auto failing = [&](const std::vector<std::size_t>& which, const std::string& error) {
    const std::string file = folder.write({});
    Connection db = open_database(file, OpenMode::write);
    FailureLog log(db, "test");
    for (const auto i : which)
      log.add(documents[i].source, content_hash(documents[i].source), error);
    return file;
  };
  const std::string a = failing({0, 1}, "too odd");
  const std::string b = failing({1, 2}, "odd");
  const std::string c = folder.write({documents[0]});
  const std::string merged = folder.merge({a, b, c});
  CHECK(content_of_file(merged) == content_of_file(folder.merge({c, folder.merge({b, a})})));
  Connection db = open_database(merged, OpenMode::read_only);
  CHECK(db.number("SELECT count(*) FROM failures") == 2);
  CHECK(db.number("SELECT count(*) FROM failures WHERE error = 'odd'") == 2);
}

TEST_CASE("documents of one name and other content both stay, named alike", "[store]") {
  auto documents = some_documents(3);
  for (auto& document : documents) document.source.name = "report";
  Folder folder;
  std::vector<std::string> files;
  for (const auto& document : documents) files.push_back(folder.write({document}));
  const std::string all = folder.merge(files);
  const std::string expected = content_of_file(all);
  CHECK(open_database(all, OpenMode::read_only)
            .number("SELECT count(*) FROM documents WHERE name = 'report' OR name GLOB"
                    " 'report~[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'") ==
        3);
  CHECK(content_of_file(folder.merge({files[2], files[0], files[1]})) == expected);
  CHECK(content_of_file(folder.merge({folder.merge({files[1], files[2]}), files[0]})) == expected);
  CHECK(content_of_file(folder.merge({folder.merge({files[0], files[2]}), all})) == expected);
}

TEST_CASE("a document with its text takes the place of the same without", "[store]") {
  const auto documents = some_documents(5);
  const std::string expected = built_at_once(documents);
  Folder folder;
  const std::string with = folder.write(documents);
  const std::string without = folder.write({documents.begin() + 2, documents.end()}, false);
  CHECK(content_of_file(folder.merge({with, without})) == expected);
  CHECK(content_of_file(folder.merge({without, with})) == expected);
}

TEST_CASE("what people put right by hand is united and applies to all", "[store]") {
  const auto documents = some_documents(8);
  Folder folder;
  const std::string plain = folder.write({documents.begin(), documents.begin() + 5});
  const std::string mended = folder.write({documents.begin() + 3, documents.end()});
  {
    Connection db = open_database(mended, OpenMode::write);
    CurationRule rule;
    rule.act = CurationAct::merge;
    rule.actor = "synthetic/1";
    rule.other = "synthetic/0";
    rule.made = "2031-05-08T10:00:00Z";
    add_curation(db, rule);
    rule = {};
    rule.act = CurationAct::rename;
    rule.actor = "synthetic/2";
    rule.name = "Zenda";
    rule.made = "2031-05-08T11:00:00Z";
    add_curation(db, rule);
  }
  const std::string one = folder.merge({plain, mended});
  Connection db = open_database(one, OpenMode::read_only);
  CHECK(db.number("SELECT count(*) FROM curation") == 2);
  CHECK(db.number("SELECT count(*) FROM relations AS r JOIN actors AS a ON a.id = r.subject"
                  " WHERE a.key = 'synthetic/1'") == 0);
  CHECK(db.number("SELECT count(*) FROM actors WHERE name = 'Zenda'") == 1);
  const std::string expected = content_of(db);
  CHECK(content_of_file(folder.merge({mended, plain})) == expected);
  CHECK(content_of_file(folder.merge({mended, folder.merge({plain, mended})})) == expected);
}
