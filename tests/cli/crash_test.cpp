// What a build leaves when it is stopped, killed, or out of room.
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "store/check.hpp"
#include "store/database.hpp"
#include "store/writer.hpp"
#include "tests/catch.hpp"
#include "tests/support/temporary.hpp"

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

class Folder {
 public:
  explicit Folder(const std::string& name) : path_(entente::tests::temporary_path(name)) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string operator/(const std::string& name) const {
    return (path_ / name).string();
  }

 private:
  fs::path path_;
};

/// A pipe that nobody reads.
int closed_pipe() {
  int ends[2] = {-1, -1};
  if (pipe(ends) != 0) return -1;
  close(ends[0]);
  return ends[1];
}

/// Makes the folder a read-only disk for this process alone; false if that is not allowed.
bool mount_read_only(const char* folder) {
  return unshare(CLONE_NEWNS) == 0 &&
         mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         mount(folder, folder, nullptr, MS_BIND, nullptr) == 0 &&
         mount(nullptr, folder, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

struct Surroundings {
  rlim_t most_bytes = 0;         ///< that a file may have; 0: as many as there are
  std::string read_only_folder;  ///< a disk of its own; exit code `not_allowed` if that cannot be
};
constexpr int not_allowed = 126;

/// The program as a child, with a pipe as its standard input. It prints into the file, or, if that
/// has no name, into a closed pipe.
class Program {
 public:
  Program(std::vector<std::string> arguments, const std::string& output,
          const Surroundings& around = {}) {
    int ends[2] = {-1, -1};
    REQUIRE(pipe(ends) == 0);
    child_ = fork();
    if (child_ == 0) {
      dup2(ends[0], STDIN_FILENO);
      const int out =
          output.empty() ? closed_pipe() : open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
      dup2(out, STDOUT_FILENO);
      dup2(out, STDERR_FILENO);
      close(ends[0]);
      close(ends[1]);
      if (around.most_bytes != 0) {
        const rlimit limit{around.most_bytes, around.most_bytes};
        setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, SIG_IGN);
      }
      if (!around.read_only_folder.empty() && !mount_read_only(around.read_only_folder.c_str())) {
        _exit(not_allowed);
      }
      run(std::move(arguments));
    }
    close(ends[0]);
    input_ = ends[1];
  }
  ~Program() {
    close_input();
    if (child_ > 0) {
      kill(child_, SIGKILL);
      waitpid(child_, nullptr, 0);
    }
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void write(const std::string& text) const {
    REQUIRE(::write(input_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  }
  void close_input() {
    if (input_ >= 0) close(std::exchange(input_, -1));
  }
  void signal(int number) const { kill(child_, number); }
  /// The exit code, or 256 and the signal that ended it.
  int wait() {
    int status = 0;
    waitpid(std::exchange(child_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
  }

 private:
  [[noreturn]] static void run(std::vector<std::string> arguments) {
    const std::string program = std::string(ENTENTE_BINARY_DIR) + "/cli/entente";
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    execv(program.c_str(), argv.data());
    _exit(127);
  }

  pid_t child_ = -1;
  int input_ = -1;
};

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

std::string article(int number) {
  static const std::vector<std::string> countries{"France", "Turkey", "Brazil", "Japan", "Kenya"};
  const auto& one = countries[static_cast<std::size_t>(number) % 5];
  const auto& other = countries[static_cast<std::size_t>(number + 1 + number / 5 % 4) % 5];
  return "{\"id\": \"a" + std::to_string(number) + "\", \"date\": \"2031-02-03\", \"text\": \"" +
         one + " signed agreement number " + std::to_string(number) + " with " + other +
         ". The president of " + one + " thanked " + other + ".\"}\n";
}

std::string articles(int count) {
  std::string lines;
  for (int number = 0; number < count; ++number) lines += article(number);
  return lines;
}

std::int64_t documents_in(const std::string& path) {
  if (!fs::exists(path)) return 0;
  try {
    auto connection = entente::store::open_database(path, entente::store::OpenMode::read_only);
    return connection.number("SELECT count(*) FROM documents");
  } catch (const std::exception&) {
    return 0;  // not yet a database
  }
}

bool comes_true(const std::function<bool()>& condition) {
  for (int tries = 0; tries < 600; ++tries) {
    if (condition()) return true;
    std::this_thread::sleep_for(50ms);
  }
  return false;
}

int run_build(const std::string& input, const std::string& database, const std::string& output,
              const Surroundings& around = {}) {
  return Program({"build", input, "--db", database}, output, around).wait();
}

std::string exported(const std::string& database, const std::string& output) {
  CHECK(Program({"export", "triples", "--db", database}, output).wait() == 0);
  return text_of(output);
}

std::vector<std::string> faults_of(const std::string& database) {
  auto connection = entente::store::open_database(database, entente::store::OpenMode::read_only);
  return entente::store::check_database(connection);
}

}  // namespace

TEST_CASE("an interrupt ends a build after whole documents, though input is open", "[cli]") {
#ifdef __SANITIZE_THREAD__
  // ThreadSanitizer keeps a signal until its thread calls something that it watches. The first
  // thread waits in oneTBB, which is not built for it, and would wait for ever.
  WARN("left out under ThreadSanitizer");
  return;
#endif
  const Folder folder("entente-interrupt");
  for (const int number : {SIGINT, SIGTERM}) {
    const std::string database = folder / (std::to_string(number) + ".db");
    Program program({"build", "-", "--db", database}, folder / "out");
    program.write(articles(3));
    REQUIRE(comes_true([&] { return documents_in(database) == 3; }));
    program.signal(number);
    CHECK(program.wait() == 128 + number);
    const std::string said = text_of(folder / "out");
    CHECK(said.rfind(database + ": 3 documents added; ", 0) == 0);
    CHECK(said.find("\nInterrupted; what is done is kept. The same command again goes on from "
                    "here.\n") != std::string::npos);
    CHECK(faults_of(database).empty());
  }
}

TEST_CASE("what a killed build has written stays, garbage or not, and the next run does the rest",
          "[cli]") {
  const Folder folder("entente-killed");
  {
    std::ofstream file(folder / "articles.jsonl");
    for (int number = 0; number < 200; ++number) {
      file << article(number);
      if (number % 20 == 0) file << "{\"text\": \"\\udc00" << std::string(3000, '\0') << "\n";
    }
  }
  REQUIRE(run_build(folder / "articles.jsonl", folder / "whole.db", folder / "out") == 1);
  const std::string expected = exported(folder / "whole.db", folder / "whole.jsonl");
  REQUIRE_FALSE(expected.empty());

  const std::string database = folder / "torn.db";
  std::minstd_rand random(7);
  std::int64_t kept = 0;
  for (int round = 0; round < 20; ++round) {
    Program program({"build", folder / "articles.jsonl", "--db", database}, folder / "out");
    std::this_thread::sleep_for(std::chrono::milliseconds(100 + random() % 400));
    const int number = random() % 4 == 0 ? SIGINT : SIGKILL;
    program.signal(number);
    const int code = program.wait();
    CAPTURE(code);
    CHECK((code == 1 || code == 256 + number || (number == SIGINT && code == 128 + SIGINT)));
    CHECK(documents_in(database) >= kept);
    kept = documents_in(database);
    if (fs::exists(database) && kept != 0) CHECK(faults_of(database).empty());
  }
  REQUIRE(run_build(folder / "articles.jsonl", database, folder / "out") == 1);
  CHECK(faults_of(database).empty());
  CHECK(exported(database, folder / "torn.jsonl") == expected);
}

TEST_CASE("who stops listening does not harm what is built", "[cli]") {
  const Folder folder("entente-pipe");
  std::ofstream(folder / "articles.jsonl") << "{\n" << articles(50);
  const std::string database = folder / "graph.db";
  const int code = Program({"build", folder / "articles.jsonl", "--db", database}, "").wait();
  CAPTURE(code);
  CHECK(code != 0);
  CHECK(faults_of(database).empty());
  CHECK(run_build(folder / "articles.jsonl", database, folder / "out") == 1);
  CHECK(documents_in(database) == 50);
}

TEST_CASE("a full disk stops a build with what it has and the remedy", "[cli]") {
  const Folder folder("entente-full");
  std::ofstream(folder / "articles.jsonl") << articles(600);
  const std::string database = folder / "graph.db";
  // A limit on the size of files fails writes as a full disk does.
  CHECK(run_build(folder / "articles.jsonl", database, folder / "out", {1'200'000, {}}) == 1);
  CHECK(text_of(folder / "out").find(database + ": ") != std::string::npos);
  CHECK(text_of(folder / "out").find("the same command again") != std::string::npos);
  const auto kept = documents_in(database);
  CHECK(kept > 0);
  CHECK(kept < 600);
  CHECK(faults_of(database).empty());
  CHECK(run_build(folder / "articles.jsonl", database, folder / "out") == 0);
  CHECK(documents_in(database) == 600);
}

TEST_CASE("a read-only disk is told, and what is on it can be asked", "[cli]") {
  const Folder folder("entente-read-only");
  fs::create_directory(folder / "disk");
  std::ofstream(folder / "old.jsonl") << articles(3);
  std::ofstream(folder / "new.jsonl") << articles(4);
  const std::string database = folder / "disk/graph.db";
  REQUIRE(run_build(folder / "old.jsonl", database, folder / "out") == 0);
  const Surroundings around{0, folder / "disk"};
  for (const std::string& file : {database, folder / "disk/other.db"}) {
    const int code = run_build(folder / "new.jsonl", file, folder / "out", around);
    if (code == not_allowed) {
      WARN("a folder cannot be mounted read-only here");
      return;
    }
    CHECK(code == 1);
    CHECK(text_of(folder / "out") == "entente: " + file +
                                         ": cannot be opened; check that its folder exists and may"
                                         " be written\n");
  }
  CHECK(Program({"check", "--db", database}, folder / "out", around).wait() == 0);
  CHECK(Program({"actor", "France", "--db", database}, folder / "out", around).wait() == 0);
  CHECK(text_of(folder / "out").rfind("France\n", 0) == 0);
  CHECK(documents_in(database) == 3);
}

TEST_CASE("a document that failed is passed over until it is asked for", "[cli]") {
  const Folder folder("entente-failed");
  std::ofstream(folder / "articles.jsonl") << articles(3);
  const std::string database = folder / "graph.db";
  REQUIRE(run_build(folder / "articles.jsonl", database, folder / "out") == 0);
  {
    auto connection = entente::store::open_database(database, entente::store::OpenMode::write);
    connection.exec(
        "INSERT INTO failures (hash, name, path, error, program)"
        " SELECT hash, name, path, 'it went wrong', program FROM documents WHERE name = 'a1'");
    entente::store::Writer(connection, "test").remove("a1");
  }
  CHECK(run_build(folder / "articles.jsonl", database, folder / "out") == 0);
  CHECK(text_of(folder / "out").find("2 unchanged, 1 failed before (see --retry-failed)") !=
        std::string::npos);
  CHECK(documents_in(database) == 2);
  Program retry({"build", folder / "articles.jsonl", "--db", database, "--retry-failed"},
                folder / "out");
  CHECK(retry.wait() == 0);
  CHECK(documents_in(database) == 3);
  auto connection = entente::store::open_database(database, entente::store::OpenMode::read_only);
  CHECK(connection.number("SELECT count(*) FROM failures") == 0);
}
