#include "extract/annotate/model_file.hpp"

#include <cstring>
#include <fstream>
#include <sstream>
#include <string>

#include "extract/annotate/annotator.hpp"
#include "tests/annotate/test_model.hpp"
#include "tests/catch.hpp"
#include "util/error.hpp"

namespace {

using namespace entente;

std::string model_bytes() {
  std::ifstream in(test::model_path(), std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

/// What loading a model of these bytes complains about.
std::string complaint(const std::string& bytes) {
  const std::filesystem::path path = ENTENTE_BINARY_DIR "/damaged.model";
  std::ofstream(path, std::ios::binary) << bytes;
  try {
    const annotate::Annotator annotator(path);
  } catch (const ModelError& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("a damaged model is refused with its fault named", "[annotate]") {
  const std::string whole = model_bytes();
  CHECK(complaint(whole) == "none");
  CHECK_THAT(complaint(whole.substr(0, 10)), Catch::Matchers::Contains("too short"));
  CHECK_THAT(complaint(whole.substr(0, whole.size() / 2)), Catch::Matchers::Contains("instead of"));
  CHECK_THAT(complaint("X" + whole.substr(1)), Catch::Matchers::Contains("not a language model"));
  std::string changed = whole;
  changed[8] = 9;
  CHECK_THAT(complaint(changed), Catch::Matchers::Contains("model format 9"));
  changed = whole;
  changed[16] = static_cast<char>(changed[16] ^ 1);
  CHECK_THAT(complaint(changed), Catch::Matchers::Contains("other features"));
  for (const std::size_t at : {std::size_t{100}, whole.size() / 3, whole.size() - 1}) {
    changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    CHECK_THAT(complaint(changed), Catch::Matchers::Contains("damaged"));
  }
}

TEST_CASE("a missing model is named", "[annotate]") {
  CHECK_THROWS_WITH(annotate::Annotator("nowhere/english.model"),
                    Catch::Matchers::Contains("nowhere/english.model"));
}

TEST_CASE("sections are found by name and checked for size", "[annotate]") {
  const std::filesystem::path path = ENTENTE_BINARY_DIR "/small.model";
  annotate::ModelWriter writer;
  const std::vector<std::int32_t> numbers{1, 2, 3};
  writer.add<std::int32_t>("numbers", numbers);
  writer.write(path);
  const annotate::ModelFile file(path);
  const auto read = file.section<std::int32_t>("numbers", 3);
  CHECK(std::vector<std::int32_t>(read.begin(), read.end()) == numbers);
  CHECK_THROWS_AS(file.section<std::int32_t>("numbers", 4), ModelError);
  CHECK_THROWS_AS(file.section<std::int64_t>("numbers"), ModelError);
  CHECK_THROWS_AS(file.section<std::int32_t>("letters"), ModelError);
}
