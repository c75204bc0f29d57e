#include "cli/remarks.hpp"

#include <string_view>

namespace entente::cli {
namespace {

constexpr std::size_t most_alike = 3;

/// The file as it lies on the disk: an archive for what it holds.
std::string_view outer(std::string_view file) { return file.substr(0, file.find('!')); }

/// Four words tell reasons apart, and not dates, places or addresses within them.
std::string_view beginning(std::string_view reason) {
  std::size_t end = 0;
  for (int words = 0; words < 4 && end != std::string_view::npos; ++words) {
    end = reason.find(' ', end == 0 ? 0 : end + 1);
  }
  return reason.substr(0, end);
}

}  // namespace

void Remarks::say(const Message& message) {
  if (outer(message.file) != file_) {
    finish();
    file_ = outer(message.file);
  }
  auto& alike = repeated_[std::string(beginning(message.reason))];
  if (alike.count++ == 0) {
    alike.kind = message.kind;
    alike.reason = message.reason;
  }
  if (alike.count <= most_alike) print(message.kind, message.words);
}

void Remarks::finish() {
  for (const auto& [start, alike] : repeated_) {
    if (alike.count <= most_alike) continue;
    print(alike.kind, file_ + ": " + std::to_string(alike.count - most_alike) +
                          " more like this: " + alike.reason);
  }
  repeated_.clear();
}

void Remarks::print(MessageKind kind, const std::string& words) const {
  before_();
  kind == MessageKind::note ? session_.note(words) : session_.complain(words);
}

}  // namespace entente::cli
