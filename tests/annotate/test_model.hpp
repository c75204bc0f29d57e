// The language model that the tests use: the one in the source tree.
#pragma once

#include <filesystem>

namespace entente::test {

inline std::filesystem::path model_path() { return ENTENTE_SOURCE_DIR "/models/english.model"; }

}  // namespace entente::test
