#include "extract/read/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cerrno>
#include <exception>
#include <filesystem>
#include <istream>
#include <memory>
#include <string>

#include "extract/read/readers.hpp"
#include "util/error.hpp"
#include "util/late_library.hpp"
#include "util/utf8.hpp"

namespace entente::read {
namespace {

/// Below this many bytes out of an archive its expansion does not matter.
constexpr std::uintmax_t harmless_bytes = 16u << 20;

/// Brings a dozen libraries with it.
struct Library {
  util::LateLibrary file{LIBARCHIVE_FILE, "to read packed files"};
  decltype(&archive_read_new) read_new = file["archive_read_new"];
  decltype(&archive_read_free) read_free = file["archive_read_free"];
  decltype(&archive_read_support_filter_all) read_support_filter_all =
      file["archive_read_support_filter_all"];
  decltype(&archive_read_support_format_tar) read_support_format_tar =
      file["archive_read_support_format_tar"];
  decltype(&archive_read_support_format_zip) read_support_format_zip =
      file["archive_read_support_format_zip"];
  decltype(&archive_read_support_format_raw) read_support_format_raw =
      file["archive_read_support_format_raw"];
  decltype(&archive_read_open) read_open = file["archive_read_open"];
  decltype(&archive_read_next_header) read_next_header = file["archive_read_next_header"];
  decltype(&archive_read_data) read_data = file["archive_read_data"];
  decltype(&archive_filter_bytes) filter_bytes = file["archive_filter_bytes"];
  decltype(&archive_format) format = file["archive_format"];
  decltype(&archive_set_error) set_error = file["archive_set_error"];
  decltype(&archive_error_string) error_string = file["archive_error_string"];
  decltype(&archive_errno) error_number = file["archive_errno"];
  decltype(&archive_entry_filetype) entry_filetype = file["archive_entry_filetype"];
  decltype(&archive_entry_pathname) entry_pathname = file["archive_entry_pathname"];
  decltype(&archive_entry_pathname_utf8) entry_pathname_utf8 = file["archive_entry_pathname_utf8"];
};

const Library& library() {
  static const Library loaded;
  return loaded;
}

struct Free {
  void operator()(archive* handle) const { library().read_free(handle); }
};
using Handle = std::unique_ptr<archive, Free>;

/// What libarchive, which is C, reads from: keeps what a stream's buffer throws.
class Source {
 public:
  explicit Source(std::istream& input) : buffer_(*input.rdbuf()) {}

  static la_ssize_t read(archive* handle, void* data, const void** bytes) {
    auto& self = *static_cast<Source*>(data);
    try {
      *bytes = self.piece_.data();
      return static_cast<la_ssize_t>(
          self.buffer_.sgetn(self.piece_.data(), static_cast<std::streamsize>(self.piece_.size())));
    } catch (...) {
      self.failure_ = std::current_exception();
      library().set_error(handle, EIO, "the archive around it cannot be read");
      return -1;
    }
  }
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::streambuf& buffer_;
  std::array<char, 65536> piece_{};
  std::exception_ptr failure_;
};

[[noreturn]] void fail(archive* handle, const Source& source, const Place& place) {
  source.rethrow();
  const char* words = library().error_string(handle);
  throw InputError(place.path, 0,
                   "is packed and damaged, or cut short (" +
                       std::string(words != nullptr ? words : "unknown error") +
                       "); what follows is skipped");
}

/// The bytes of the member that the archive stands at.
class MemberBuffer : public std::streambuf {
 public:
  MemberBuffer(archive* handle, const Source& source, const Place& place, std::uintmax_t& unpacked)
      : handle_(handle), source_(source), place_(place), unpacked_(unpacked) {}

 protected:
  int_type underflow() override {
    const auto got = library().read_data(handle_, piece_.data(), piece_.size());
    if (got < 0) fail(handle_, source_, place_);
    if (got == 0) return traits_type::eof();
    unpacked_ += static_cast<std::uintmax_t>(got);
    check_expansion();
    setg(piece_.data(), piece_.data(), piece_.data() + got);
    return traits_type::to_int_type(piece_[0]);
  }

 private:
  void check_expansion() const {
    const auto packed = static_cast<std::uintmax_t>(library().filter_bytes(handle_, -1));
    const auto most = place_.options.limits.expansion * (packed + 1);
    if (unpacked_ <= harmless_bytes || unpacked_ <= most) return;
    throw InputError(place_.path, 0,
                     "unpacks to more than " + std::to_string(place_.options.limits.expansion) +
                         " times its size, as decompression bombs do; raise --max-expansion if it "
                         "is none; the rest is skipped");
  }

  archive* handle_;
  const Source& source_;
  const Place& place_;
  std::uintmax_t& unpacked_;
  std::array<char, 65536> piece_{};
};

Handle opened(Source& source, const Place& place) {
  Handle handle(library().read_new());
  library().read_support_filter_all(handle.get());
  library().read_support_format_tar(handle.get());
  library().read_support_format_zip(handle.get());
  library().read_support_format_raw(handle.get());
  if (library().read_open(handle.get(), &source, nullptr, &Source::read, nullptr) != ARCHIVE_OK) {
    fail(handle.get(), source, place);
  }
  return handle;
}

/// The member's name in clean UTF-8, without folders that lead elsewhere.
std::string name_of(archive_entry* entry, std::size_t number) {
  const char* given = library().entry_pathname_utf8(entry);
  if (given == nullptr) given = library().entry_pathname(entry);
  std::string name = given != nullptr ? given : "";
  if (util::first_invalid_utf8(name)) {
    name = util::utf8_from_windows_1252(name).value_or(std::string{});
  }
  for (char& c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '_';
  }
  name = std::filesystem::path(name).lexically_normal().relative_path().generic_string();
  while (name.compare(0, 3, "../") == 0) name.erase(0, 3);
  return name.empty() || name == "." || name == ".." ? "member-" + std::to_string(number) : name;
}

/// "news.jsonl" of "news.jsonl.gz": libarchive takes off all that is wrapped around.
std::string inner_name(const std::string& path) {
  std::filesystem::path name = std::filesystem::path(path).filename();
  while (is_wrapping_name(name.string())) name = name.stem();
  return name.string();
}

void read_member(archive* handle, const Source& source, const std::string& name, bool whole,
                 const Place& place, std::uintmax_t& unpacked) {
  MemberBuffer buffer(handle, source, place, unpacked);
  std::istream stream(&buffer);
  // A single packed file is that file; members of an archive are named with it.
  Place inner{whole ? place.path : place.path + "!" + name,
              std::filesystem::path(name).stem().string(), place.options, place.sink,
              place.nesting + 1};
  if (whole && place.path == "-") inner.stem = place.stem;
  read_stream(stream, name, inner);
}

}  // namespace

bool is_packed(std::string_view first_bytes) {
  constexpr std::array<std::string_view, 6> signs{std::string_view("\x1F\x8B", 2),
                                                  std::string_view("\x28\xB5\x2F\xFD", 4),
                                                  std::string_view("BZh", 3),
                                                  std::string_view("\xFD"
                                                                   "7zXZ\0",
                                                                   6),
                                                  std::string_view("PK\x03\x04", 4),
                                                  std::string_view("PK\x05\x06", 4)};
  for (const auto sign : signs) {
    if (first_bytes.substr(0, sign.size()) == sign) return true;
  }
  return first_bytes.size() > 262 && first_bytes.substr(257, 5) == "ustar";
}

void read_archive(std::istream& input, const Place& place) {
  if (place.nesting >= place.options.limits.nesting) {
    throw InputError(place.path, 0, "is packed too many times over; skipped");
  }
  Source source(input);
  const Handle handle = opened(source, place);
  archive_entry* entry = nullptr;
  std::uintmax_t unpacked = 0;
  std::size_t articles = 0;
  for (std::size_t number = 1;; ++number) {
    const int code = library().read_next_header(handle.get(), &entry);
    if (code == ARCHIVE_EOF) break;
    if (code < ARCHIVE_WARN) fail(handle.get(), source, place);
    const bool whole = library().format(handle.get()) == ARCHIVE_FORMAT_RAW;
    if (!whole && library().entry_filetype(entry) != AE_IFREG) continue;
    const std::string name = whole ? inner_name(place.path) : name_of(entry, number);
    if (!whole && !is_readable_name(name)) continue;
    ++articles;
    try {
      read_member(handle.get(), source, name, whole, place, unpacked);
    } catch (const InputError& error) {
      source.rethrow();
      place.sink.problem(error);
      // What cannot be unpacked has no further members.
      if (library().error_number(handle.get()) != 0) return;
    }
  }
  if (articles == 0) throw InputError(place.path, 0, "holds no article; skipped");
}

}  // namespace entente::read
