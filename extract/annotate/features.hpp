// What the network sees of a word. Training and use share this code, and the
// model file carries feature_fingerprint(), so the two cannot drift apart.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente::annotate {

enum class FeatureKind : std::uint8_t { word, prefix3, suffix2, suffix3, suffix4, shape };
inline constexpr std::size_t feature_kinds = 6;

/// A feature is known by the 64-bit hash of its kind and text; the strings are
/// kept nowhere.
using WordFeatures = std::array<std::uint64_t, feature_kinds>;

/// Features of one form: lower-cased word with digits as 0 and typographic
/// quotes and dashes as typewriter ones, its affixes, and its letter shape.
WordFeatures features_of(std::string_view form);

/// The shape feature that the form would have in capitals, and as a headline
/// ("Like This"). Training uses them so that such text is no surprise.
std::uint64_t capitals_shape(std::string_view form);
std::uint64_t title_shape(std::string_view form);

/// Mixes bytes to 64 bits; also keys the lemma table.
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed);

/// Changes when the features of some probe words change.
std::uint64_t feature_fingerprint();

}  // namespace entente::annotate
