// Models: any bytes, and the real one with damage that its checksum does not show.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "extract/annotate/annotator.hpp"
#include "extract/annotate/model_file.hpp"
#include "fuzz/input.hpp"
#include "util/error.hpp"

using namespace entente;

namespace {

std::string scratch() {
  const std::string folder = std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp";
  return folder + "/entente-fuzz-model-" + std::to_string(getpid());
}

/// Removes the file at the end of the program.
struct Scratch {
  std::string path = scratch();
  Scratch() = default;
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove(path); }
};

void write_damaged(fuzz::Input& input, const std::string& path) {
  static const annotate::ModelFile model(ENTENTE_MODEL);
  static const auto names = model.section_names();
  const std::string& damaged = names[input.byte() % names.size()];
  annotate::ModelWriter writer;
  for (const auto& name : names) {
    const auto bytes = model.section<std::byte>(name);
    if (name != damaged) {
      writer.add<std::byte>(name, bytes);
      continue;
    }
    std::vector<std::byte> copy(bytes.begin(), bytes.end());
    if (input.byte() % 4 == 0) copy.resize(input.number() % (2 * copy.size() + 1));
    std::size_t at = copy.empty() ? 0 : input.number() % copy.size();
    for (; at < copy.size() && !input.empty(); ++at) copy[at] = std::byte{input.byte()};
    writer.add<std::byte>(name, copy);
  }
  writer.write(path);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Scratch file;
  fuzz::Input input(data, size);
  if (input.byte() % 2 == 0) {
    std::ofstream(file.path, std::ios::binary) << input.rest();
  } else {
    write_damaged(input, file.path);
  }
  try {
    const annotate::Annotator annotator(file.path);
    text::Document document;
    document.text = "The ministers of France met Jane Roe in Bern on 3 May. They didn't agree.";
    annotator.annotate(document);
  } catch (const ModelError&) {
  }
  return 0;
}
