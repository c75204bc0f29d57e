// The container of a trained model: named sections behind a checked header.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace entente::annotate {

inline constexpr std::uint32_t model_format_version = 2;

/// A model read into memory with one read; sections are views into it and need
/// no parsing. Little-endian, sections aligned to 64 bytes.
class ModelFile {
 public:
  /// Throws ModelError if the file is missing, cut short, of another format
  /// version, made for other features, or altered.
  explicit ModelFile(const std::filesystem::path& path);

  /// Throws ModelError if there is no such section or its size does not fit.
  template <typename T>
  [[nodiscard]] std::span<const T> section(std::string_view name) const {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 64);
    const std::span<const std::byte> bytes = find(name, sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  /// The same, where exactly `count` elements are needed.
  template <typename T>
  [[nodiscard]] std::span<const T> section(std::string_view name, std::size_t count) const {
    const std::span<const T> values = section<T>(name);
    if (values.size() != count) fail_size(name);
    return values;
  }

  [[nodiscard]] std::uint64_t checksum() const { return checksum_; }
  [[nodiscard]] std::vector<std::string> section_names() const;

 private:
  struct Release {
    void operator()(std::byte* bytes) const;
  };
  [[nodiscard]] std::span<const std::byte> find(std::string_view name, std::size_t unit) const;
  [[noreturn]] void fail_size(std::string_view name) const;

  std::string path_;
  std::unique_ptr<std::byte[], Release> bytes_;
  std::size_t size_ = 0;
  std::uint32_t sections_ = 0;
  std::uint64_t checksum_ = 0;
};

/// Collects sections and writes the file. A section of the same name and bytes
/// as one before is dropped; throws ModelError if the bytes are others.
class ModelWriter {
 public:
  template <typename T>
  void add(std::string_view name, std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    add_bytes(name, std::as_bytes(values));
  }
  /// Adds every section of another model.
  void add_all(const ModelFile& file);
  void write(const std::filesystem::path& path) const;

 private:
  void add_bytes(std::string_view name, std::span<const std::byte> bytes);

  struct Section {
    std::string name;
    std::vector<std::byte> bytes;
  };
  std::vector<Section> sections_;
};

}  // namespace entente::annotate
