#include "cli/output.hpp"

#include <unistd.h>

#include <filesystem>
#include <ostream>
#include <utility>

#include "util/error.hpp"

namespace entente::cli {

namespace fs = std::filesystem;

Output::Output(const Session& session, std::string file)
    : file_(std::move(file)), stream_(&session.out) {
  if (file_ == "-") return;
  std::error_code ignored;
  const bool plain = !fs::exists(file_, ignored) || fs::is_regular_file(file_, ignored);
  // A device or pipe is written as it is.
  aside_ = plain ? file_ + "." + std::to_string(getpid()) + ".part" : "";
  stream_of_file_.open(plain ? aside_ : file_, std::ios::binary | std::ios::trunc);
  if (!stream_of_file_) {
    aside_.clear();
    throw Error(file_ + ": cannot be written; check that its folder exists and may be written");
  }
  stream_ = &stream_of_file_;
}

Output::~Output() {
  if (aside_.empty()) return;
  stream_of_file_.close();
  std::error_code ignored;
  fs::remove(aside_, ignored);
}

void Output::close() {
  stream_->flush();
  if (!*stream_) throw Error(file_ + ": cannot be written to its end; is the disk full?");
  if (aside_.empty()) return;
  stream_of_file_.close();
  std::error_code failed;
  fs::rename(aside_, file_, failed);
  if (failed) throw Error(file_ + ": cannot be replaced: " + failed.message());
  aside_.clear();
}

}  // namespace entente::cli
