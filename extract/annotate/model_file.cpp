#include "extract/annotate/model_file.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <new>

#include "extract/annotate/features.hpp"
#include "util/error.hpp"

namespace entente::annotate {
namespace {

constexpr std::array<char, 8> magic{'E', 'N', 'T', 'M', 'O', 'D', 'E', 'L'};
constexpr std::size_t alignment = 64;
constexpr std::uint32_t most_sections = 1000;

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t sections = 0;
  std::uint64_t features = 0;
  std::uint64_t size = 0;      ///< of the whole file
  std::uint64_t checksum = 0;  ///< of everything after the header
  std::array<std::uint64_t, 3> reserved{};
};
static_assert(sizeof(Header) == 64);

struct Entry {
  std::array<char, 48> name{};
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};
static_assert(sizeof(Entry) == 64);

/// Four independent lanes of eight bytes each, so that checking a model costs
/// little of its loading time. `bytes` is a multiple of 64 long.
std::uint64_t checksum_of(std::span<const std::byte> bytes) {
  constexpr std::uint64_t prime = 0x9E3779B185EBCA87U;
  std::array<std::uint64_t, 4> lanes{1, 2, 3, 4};
  for (std::size_t at = 0; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes.data() + at + 8 * lane, sizeof word);
      lanes[lane] = (lanes[lane] ^ word) * prime;
      lanes[lane] ^= lanes[lane] >> 31U;
    }
  }
  std::uint64_t sum = bytes.size();
  for (const std::uint64_t lane : lanes) sum = (sum ^ lane) * prime + (sum >> 29U);
  return sum;
}

/// In pages of two megabytes where the system has them: so many small ones take as long to
/// make as the file takes to read, and cost the look-ups that jump about in it.
constexpr std::size_t page = std::size_t{2} << 20;

std::byte* allocate(std::size_t size) {
  void* bytes = ::operator new[](size, std::align_val_t{page});
  madvise(bytes, size / page * page, MADV_HUGEPAGE);
  return static_cast<std::byte*>(bytes);
}

std::size_t aligned(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

}  // namespace

void ModelFile::Release::operator()(std::byte* bytes) const {
  ::operator delete[](bytes, std::align_val_t{page});
}

ModelFile::ModelFile(const std::filesystem::path& path) : path_(path.string()) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) throw ModelError(path_ + ": the language model cannot be read; is it installed?");
  const std::streamoff length = in.tellg();
  size_ = length < 0 ? 0 : static_cast<std::size_t>(length);
  Header header;
  if (size_ < sizeof header) throw ModelError(path_ + ": not a language model (too short)");
  bytes_.reset(allocate(size_));
  in.seekg(0);
  if (!in.read(reinterpret_cast<char*>(bytes_.get()), static_cast<std::streamsize>(size_))) {
    throw ModelError(path_ + ": the language model cannot be read to its end");
  }
  std::memcpy(&header, bytes_.get(), sizeof header);
  if (header.magic != magic) throw ModelError(path_ + ": not a language model");
  if (header.version != model_format_version) {
    throw ModelError(path_ + ": model format " + std::to_string(header.version) +
                     ", but this program reads format " + std::to_string(model_format_version) +
                     "; use the model that came with the program");
  }
  if (header.size != size_) {
    throw ModelError(path_ + ": the model has " + std::to_string(size_) + " bytes instead of " +
                     std::to_string(header.size) + "; copy it again");
  }
  if (header.features != feature_fingerprint()) {
    throw ModelError(path_ +
                     ": the model was trained on other features; retrain it or use the "
                     "one that came with the program");
  }
  const std::span<const std::byte> rest(bytes_.get() + sizeof header, size_ - sizeof header);
  if (header.checksum != checksum_of(rest) || size_ % alignment != 0 ||
      header.sections > most_sections || sizeof header + header.sections * sizeof(Entry) > size_) {
    throw ModelError(path_ + ": the model is damaged (its checksum is wrong); copy it again");
  }
  sections_ = header.sections;
  checksum_ = header.checksum;
}

std::span<const std::byte> ModelFile::find(std::string_view name, std::size_t unit) const {
  for (std::uint32_t i = 0; i < sections_; ++i) {
    Entry entry;
    std::memcpy(&entry, bytes_.get() + sizeof(Header) + i * sizeof entry, sizeof entry);
    if (std::string_view(entry.name.data()) != name) continue;
    if (entry.offset % alignment != 0 || entry.offset > size_ ||
        entry.size > size_ - entry.offset || entry.size % unit != 0) {
      fail_size(name);
    }
    return {bytes_.get() + entry.offset, static_cast<std::size_t>(entry.size)};
  }
  throw ModelError(path_ + ": the model has no section '" + std::string(name) + "'");
}

std::vector<std::string> ModelFile::section_names() const {
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < sections_; ++i) {
    Entry entry;
    std::memcpy(&entry, bytes_.get() + sizeof(Header) + i * sizeof entry, sizeof entry);
    names.emplace_back(entry.name.data());
  }
  return names;
}

void ModelFile::fail_size(std::string_view name) const {
  throw ModelError(path_ + ": section '" + std::string(name) + "' of the model has a wrong size");
}

void ModelWriter::add_bytes(std::string_view name, std::span<const std::byte> bytes) {
  if (name.size() >= sizeof(Entry::name)) throw ModelError("section name too long");
  for (const Section& section : sections_) {
    if (section.name != name) continue;
    if (!std::equal(section.bytes.begin(), section.bytes.end(), bytes.begin(), bytes.end())) {
      throw ModelError("section '" + section.name + "' is there already with other content");
    }
    return;
  }
  sections_.push_back({std::string(name), {bytes.begin(), bytes.end()}});
}

void ModelWriter::add_all(const ModelFile& file) {
  for (const std::string& name : file.section_names()) {
    add<std::byte>(name, file.section<std::byte>(name));
  }
}

void ModelWriter::write(const std::filesystem::path& path) const {
  std::vector<std::byte> body(sections_.size() * sizeof(Entry));
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    Entry entry;
    std::memcpy(entry.name.data(), sections_[i].name.data(), sections_[i].name.size());
    entry.offset = sizeof(Header) + body.size();
    entry.size = sections_[i].bytes.size();
    std::memcpy(body.data() + i * sizeof entry, &entry, sizeof entry);
    body.insert(body.end(), sections_[i].bytes.begin(), sections_[i].bytes.end());
    body.resize(aligned(body.size()));
  }
  Header header;
  header.magic = magic;
  header.version = model_format_version;
  header.sections = static_cast<std::uint32_t>(sections_.size());
  header.features = feature_fingerprint();
  header.size = sizeof header + body.size();
  header.checksum = checksum_of(body);
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(reinterpret_cast<const char*>(body.data()), static_cast<std::streamsize>(body.size()));
  if (!out.flush()) throw ModelError(path.string() + ": the model cannot be written");
}

}  // namespace entente::annotate
