// Writes the text that word vectors are learnt from: raw text files in, a line
// a paragraph out, lower case, digits as 0, words apart by spaces.
//   entente-vector-text FOLDER... > raw.tok
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/annotate/characters.hpp"

namespace entente::train {
namespace {

namespace fs = std::filesystem;

using Characters = std::vector<char32_t>;

bool is_word(char32_t c) { return c == '_' || annotate::is_letter(c) || annotate::is_digit(c); }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool is_ascii_letter(char32_t c) { return c < 0x80 && annotate::is_letter(c); }

Characters characters_of(std::string_view line) {
  Characters result;
  for (std::size_t at = 0; at < line.size();) {
    const auto c = annotate::decode(line, at);
    result.push_back(annotate::to_lower(c.value));
    at += c.size;
  }
  return result;
}

class Cutter {
 public:
  explicit Cutter(const Characters& text) : text_(text) {}

  /// The tokens of the line, apart by spaces; empty if there are fewer than three.
  std::string line() {
    std::string out;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text_.size();) {
      if (annotate::is_space(text_[at])) {
        ++at;
        continue;
      }
      const std::size_t end = token_end(at);
      const std::size_t cut = clitic(at, end);
      append(out, at, cut);
      count += cut < end ? 2 : 1;
      if (cut < end) append(out, cut, end);
      at = end;
    }
    return count < 3 ? std::string{} : out;
  }

 private:
  [[nodiscard]] char32_t get(std::size_t at) const { return at < text_.size() ? text_[at] : 0; }

  template <typename Test>
  [[nodiscard]] std::size_t run(std::size_t at, Test test) const {
    while (at < text_.size() && test(text_[at])) ++at;
    return at;
  }

  /// Initials ("u.s."), apostrophes ("don't", "'s"), numbers, words, dashes and
  /// dots in a row, or one character.
  [[nodiscard]] std::size_t token_end(std::size_t at) const {
    if (is_ascii_letter(get(at)) && get(at + 1) == '.' && is_ascii_letter(get(at + 2))) {
      std::size_t end = at + 1;
      while (get(end) == '.' && is_ascii_letter(get(end + 1))) end += 2;
      return get(end) == '.' ? end + 1 : end;
    }
    if (is_apostrophe(get(at))) {
      const std::size_t end = run(at + 1, is_word);
      return is_ending(at + 1, end) ? end : at + 1;
    }
    if (annotate::is_digit(get(at))) return number_end(at);
    if (is_word(get(at))) {
      const std::size_t end = run(at, is_word);
      if (!is_apostrophe(get(end)) || !is_word(get(end + 1))) return end;
      return run(end + 1, is_word);
    }
    const char32_t c = get(at);
    if (c == '-' || c == '.') return run(at, [c](char32_t other) { return other == c; });
    return at + 1;
  }

  [[nodiscard]] std::size_t number_end(std::size_t at) const {
    std::size_t end = run(at, annotate::is_digit);
    while ((get(end) == '.' || get(end) == ',' || get(end) == ':') &&
           annotate::is_digit(get(end + 1))) {
      end = run(end + 1, annotate::is_digit);
    }
    return end;
  }

  [[nodiscard]] bool is_ending(std::size_t begin, std::size_t end) const {
    const std::u32string_view part(text_.data() + begin, end - begin);
    return part == U"s" || part == U"re" || part == U"ve" || part == U"ll" || part == U"d" ||
           part == U"m";
  }

  /// Where "n't" or "'s" is cut off the token, or its end.
  [[nodiscard]] std::size_t clitic(std::size_t begin, std::size_t end) const {
    const auto mark = std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                   text_.begin() + static_cast<std::ptrdiff_t>(end), is_apostrophe);
    const auto at = static_cast<std::size_t>(mark - text_.begin());
    if (at == begin || at >= end) return end;
    const bool negated =
        end - at == 2 && get(at + 1) == 't' && get(at - 1) == 'n' && at - 1 > begin;
    if (negated) return at - 1;
    return is_ending(at + 1, end) ? at : end;
  }

  void append(std::string& out, std::size_t begin, std::size_t end) const {
    if (!out.empty()) out += ' ';
    for (std::size_t i = begin; i < end; ++i) {
      const char32_t c = text_[i];
      annotate::append_utf8(out, annotate::is_digit(c) ? U'0' : c == 0x2019 ? U'\'' : c);
    }
  }

  const Characters& text_;
};

void write_folder(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      const Characters text = characters_of(line);
      const std::string tokens = Cutter(text).line();
      if (!tokens.empty()) std::cout << tokens << '\n';
    }
  }
}

}  // namespace
}  // namespace entente::train

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  for (int i = 1; i < argc; ++i) entente::train::write_folder(argv[i]);
  return 0;
}
