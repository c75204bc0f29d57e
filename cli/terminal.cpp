#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <ostream>
#include <string>

namespace entente::cli {

std::size_t terminal_width(const Session& session) {
  if (&session.out != &std::cout || isatty(STDOUT_FILENO) == 0) return 0;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 20) return 80;
  return size.ws_col;
}

void write_indented(std::ostream& out, std::string_view words, std::size_t indent,
                    std::size_t width) {
  const std::string margin(indent, ' ');
  std::size_t used = 0;
  while (!words.empty()) {
    const auto end = std::min(words.find_first_of(" \t\n"), words.size());
    const auto word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    if (word.empty()) continue;
    const bool full = width != 0 && used > indent && used + 1 + width_of(word) > width;
    if (used == 0 || full) {
      out << (full ? "\n" : "") << margin << word;
      used = indent + width_of(word);
    } else {
      out << ' ' << word;
      used += 1 + width_of(word);
    }
  }
  if (used != 0) out << '\n';
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace entente::cli
