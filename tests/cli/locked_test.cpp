// What only one process beside another, or another user, can show.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "tests/catch.hpp"
#include "tests/support/sample_graph.hpp"
#include "tests/support/temporary.hpp"

namespace fs = std::filesystem;

namespace {

struct Outcome {
  int code = -1;
  std::string errors;
};

/// Runs the program with these words; as a user without rights over others' files if this one has
/// them all. Runs a copy, which that user can reach.
Outcome run(const fs::path& folder, const std::string& words, bool unprivileged) {
  const fs::path program = folder.string() + "-program";
  fs::copy_file(fs::path(ENTENTE_BINARY_DIR) / "cli" / "entente", program,
                fs::copy_options::overwrite_existing);
  const pid_t child = fork();
  if (child == 0) {
    if (unprivileged && getuid() == 0 && setuid(65534) != 0) _exit(99);
    const std::string command =
        program.string() + " " + words + " >/dev/null 2>" + (folder / "err").string();
    _exit(WEXITSTATUS(std::system(command.c_str())));
  }
  int status = 0;
  waitpid(child, &status, 0);
  fs::remove(program);
  std::ifstream file(folder / "err");
  return {WEXITSTATUS(status),
          std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}};
}

Outcome build_into(const fs::path& folder, const fs::path& database, bool unprivileged) {
  std::ofstream(folder / "a.txt") << "The ministers left the hall.\n";
  return run(folder, "build " + (folder / "a.txt").string() + " --db " + database.string(),
             unprivileged);
}

void forbid_writing(const fs::path& path) {
  fs::permissions(path, fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write,
                  fs::perm_options::remove);
}

fs::path fresh_folder(const std::string& name) {
  const fs::path folder = entente::tests::temporary_path(name);
  fs::remove_all(folder);
  fs::create_directories(folder);
  fs::permissions(folder, fs::perms::all);
  return folder;
}

}  // namespace

TEST_CASE("a database that another program has locked is left alone", "[cli]") {
  const fs::path folder = fresh_folder("locked");
  const fs::path path = folder / "graph.db";
  entente::tests::write_sample_database(path.string());
  auto other = entente::store::open_database(path.string(), entente::store::OpenMode::write);
  const entente::store::Transaction held(other);
  const Outcome outcome = build_into(folder, path, false);
  CHECK(outcome.code == 1);
  CHECK(outcome.errors == "entente: " + path.string() +
                              ": is locked by another program; try again when it has finished\n");
  fs::remove_all(folder);
}

TEST_CASE("a read-only database is read and not written", "[cli]") {
  const fs::path folder = fresh_folder("read-only");
  const fs::path path = folder / "graph.db";
  entente::tests::write_sample_database(path.string());
  std::ofstream(folder / "err").flush();
  fs::permissions(folder / "err", fs::perms::all);
  forbid_writing(path);
  forbid_writing(folder);
  const Outcome outcome = build_into(folder, path, true);
  CHECK(outcome.code == 1);
  CHECK(outcome.errors == "entente: " + path.string() +
                              ": cannot be written; check the permissions of the file and its "
                              "folder\n");
  for (const std::string& command :
       std::vector<std::string>{"check", "actor Ruritania", "export triples"}) {
    const Outcome reading = run(folder, command + " --db " + path.string(), true);
    CHECK(reading.errors.empty());
    CHECK(reading.code == 0);
  }
  // What a killed build left in the log is not passed over in silence.
  fs::permissions(folder, fs::perms::all);
  std::ofstream(path.string() + "-wal") << "what was written last";
  forbid_writing(folder);
  CHECK(
      run(folder, "check --db " + path.string(), true).errors ==
      "entente: " + path.string() +
          ": cannot be read without writing: a program that was stopped left its last changes in " +
          path.string() + "-wal; run entente check once where the folder may be written\n");
  fs::permissions(folder, fs::perms::all);
  fs::remove_all(folder);
}
