#include "cli/shard.hpp"

#include <cstdlib>

#include "util/error.hpp"
#include "util/sha256.hpp"

namespace entente::cli {
namespace {

std::optional<std::uint64_t> number(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

std::optional<std::uint64_t> number_of_variable(const char* name) {
  const char* text = std::getenv(name);
  return text != nullptr ? number(text) : std::nullopt;
}

std::optional<std::uint64_t> index_of_job() {
  for (const char* name : {"SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"}) {
    if (const auto index = number_of_variable(name)) return index;
  }
  const auto index = number_of_variable("SGE_TASK_ID");  // "undefined" outside of arrays
  return index && *index > 0 ? std::optional(*index - 1) : std::nullopt;
}

}  // namespace

bool Shard::holds(std::string_view document_name) const {
  const auto digest = util::sha256(document_name);
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    hash = hash << 8 | static_cast<unsigned char>(digest[i]);
  }
  return hash % count == index;
}

Shard parse_shard(const std::string& words) {
  const auto slash = words.find('/');
  const auto count = number(slash == std::string::npos ? words : words.substr(slash + 1));
  const auto index = slash == std::string::npos ? index_of_job() : number(words.substr(0, slash));
  if (!count || *count == 0) {
    throw Error("--shard " + words + " is not i/n or n; for the first of eight write 0/8");
  }
  if (!index) {
    throw Error("--shard " + words +
                ": no SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX or SGE_TASK_ID says which; for the "
                "first write 0/" +
                std::to_string(*count));
  }
  if (*index >= *count) {
    throw Error("--shard " + words + ": there is no shard " + std::to_string(*index) + " of " +
                std::to_string(*count) + "; they count from 0");
  }
  return {*index, *count};
}

}  // namespace entente::cli
