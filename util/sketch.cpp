#include "util/sketch.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "util/lower.hpp"

namespace entente::util {
namespace {

constexpr std::size_t words_in_a_run = 4;
constexpr std::size_t runs_needed = 37;
constexpr std::uint32_t empty = std::numeric_limits<std::uint32_t>::max();

/// The finaliser of MurmurHash3: every bit of the input sways every bit of the output.
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 33)) * 0xff51afd7ed558ccdULL;
  value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53ULL;
  return value ^ (value >> 33);
}

bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Calls `take` with a hash of each word.
template <typename Take>
void for_each_word(std::string_view text, const Take& take) {
  std::uint64_t hash = 0;
  bool inside = false;
  for (const char c : text) {
    if (in_word(c)) {
      hash = (hash ^ static_cast<unsigned char>(lower(c))) * 0x100000001b3ULL;  // FNV-1a
    } else if (inside) {
      take(hash);
    }
    inside = in_word(c);
    if (!inside) hash = 0xcbf29ce484222325ULL;
  }
  if (inside) take(hash);
}

void fill_empty_places(Sketch& sketch) {
  const Sketch given = sketch;
  for (std::size_t i = 0; i < sketch.size(); ++i) {
    std::uint32_t steps = 0;
    while (given[(i + steps) % given.size()] == empty) ++steps;
    if (steps == 0) continue;
    const auto borrowed = given[(i + steps) % given.size()] + steps * 0x9e3779b9U;
    sketch[i] = borrowed == empty ? 0 : borrowed;
  }
}

}  // namespace

std::optional<Sketch> sketch_of(std::string_view text) {
  Sketch sketch;
  sketch.fill(empty);
  std::array<std::uint64_t, words_in_a_run> run{};
  std::size_t words = 0;
  for_each_word(text, [&](std::uint64_t word) {
    std::rotate(run.begin(), run.begin() + 1, run.end());
    run.back() = word;
    if (++words < words_in_a_run) return;
    std::uint64_t hash = 0;
    for (const auto each : run) hash = mixed(hash + each);
    auto& place = sketch[hash % sketch.size()];
    place = std::min(place, static_cast<std::uint32_t>(hash >> 32));
  });
  if (words < runs_needed + words_in_a_run - 1) return std::nullopt;
  fill_empty_places(sketch);
  return sketch;
}

double resemblance(const Sketch& one, const Sketch& other) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < one.size(); ++i) same += one[i] == other[i] ? 1 : 0;
  return static_cast<double>(same) / static_cast<double>(one.size());
}

std::array<std::int64_t, sketch_bands> bands_of(const Sketch& sketch) {
  constexpr std::size_t width = std::tuple_size_v<Sketch> / sketch_bands;
  std::array<std::int64_t, sketch_bands> bands{};
  for (std::size_t band = 0; band < sketch_bands; ++band) {
    std::uint64_t hash = band;
    for (std::size_t i = 0; i < width; ++i) hash = mixed(hash + sketch[band * width + i]);
    bands[band] = static_cast<std::int64_t>(hash >> 1);
  }
  return bands;
}

}  // namespace entente::util
