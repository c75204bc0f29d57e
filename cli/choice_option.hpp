// Options whose value is one of a few words.
#pragma once

#include <CLI/App.hpp>
#include <map>
#include <string>
#include <vector>

#include "render/palette.hpp"

namespace entente::cli {

/// `value` must live as long as the command line is read.
template <typename Value>
void add_choice(CLI::App& command, const char* flag, Value& value, const char* help,
                const std::map<std::string, Value>& values) {
  std::vector<std::string> words;
  for (const auto& [word, meaning] : values) words.push_back(word);
  command
      .add_option_function<std::string>(
          flag, [&value, values](const std::string& word) { value = values.at(word); }, help)
      ->check(CLI::IsMember(words));
}

inline void add_theme_option(CLI::App& command, render::Theme& theme) {
  add_choice<render::Theme>(command, "--theme", theme, "colours of the picture",
                            {{"light", render::Theme::light}, {"dark", render::Theme::dark}});
}

}  // namespace entente::cli
