#include "train/corpus.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "util/error.hpp"

namespace entente::train {
namespace {

template <typename Value>
std::optional<Value> value_named(std::string_view name, Value last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (text::name_of(static_cast<Value>(i)) == name) return static_cast<Value>(i);
  }
  return std::nullopt;
}

std::optional<int> entity_named(std::string_view tag) {
  static constexpr std::array<std::string_view, entity_tags> names{
      "O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"};
  const auto found = std::find(names.begin(), names.end(), tag);
  if (found == names.end()) return std::nullopt;
  return static_cast<int>(found - names.begin());
}

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> fields;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = line.find(separator, begin);
    fields.push_back(line.substr(begin, end - begin));
    if (end == std::string::npos) return fields;
    begin = end + 1;
  }
}

std::string misc_value(const std::string& misc, std::string_view key) {
  for (const std::string& field : split(misc, '|')) {
    if (field.size() > key.size() && field.starts_with(key) && field[key.size()] == '=') {
      return field.substr(key.size() + 1);
    }
  }
  return {};
}

class ConlluReader {
 public:
  explicit ConlluReader(const std::filesystem::path& path) : path_(path.string()), in_(path) {
    if (!in_) throw InputError(path_, 0, "cannot be read");
  }

  std::vector<Sentence> read() {
    std::string line;
    while (std::getline(in_, line)) {
      ++number_;
      if (line.empty()) {
        finish();
      } else if (line[0] == '#') {
        comment(line);
      } else {
        word(line);
      }
    }
    finish();
    return std::move(sentences_);
  }

 private:
  void comment(const std::string& line) {
    if (line.starts_with("# newdoc")) {
      document_ = line.substr(std::min(line.size(), std::string_view("# newdoc id = ").size()));
      current_.new_paragraph = true;
    } else if (line.starts_with("# newpar") && !line.starts_with("# newpar_")) {
      current_.new_paragraph = true;
    } else if (line.starts_with("# text = ")) {
      current_.text = line.substr(9);
    }
  }

  void word(const std::string& line) {
    const std::vector<std::string> columns = split(line, '\t');
    if (columns.size() != 10) throw InputError(path_, number_, "expected 10 columns");
    if (columns[0].find('.') != std::string::npos) return;
    if (const auto dash = columns[0].find('-'); dash != std::string::npos) {
      multiword_end_ = std::stoul(columns[0].substr(dash + 1));
      return;
    }
    Word word;
    word.form = columns[1];
    word.lemma = columns[2];
    word.feats = columns[5];
    word.head = columns[6] == "_" ? 0 : std::stoi(columns[6]);
    const auto upos = value_named(columns[3], text::Upos::x);
    const auto deprel = value_named(columns[7], text::Deprel::xcomp);
    if (!upos || !deprel) throw InputError(path_, number_, "unknown tag or relation");
    word.upos = *upos;
    word.deprel = *deprel;
    word.in_multiword = current_.words.size() < multiword_end_;
    word.space_after = columns[9].find("SpaceAfter=No") == std::string::npos;
    const std::string entity = misc_value(columns[9], "NER");
    has_entities_ |= !entity.empty();
    word.entity = entity.empty() ? 0 : entity_named(entity).value_or(0);
    current_.words.push_back(std::move(word));
  }

  void finish() {
    if (!current_.words.empty()) {
      current_.parsed = true;
      current_.document = document_;
      sentences_.push_back(std::move(current_));
    }
    current_ = {};
    multiword_end_ = 0;
  }

 public:
  [[nodiscard]] bool has_entities() const { return has_entities_; }

 private:
  std::string path_;
  std::ifstream in_;
  std::size_t number_ = 0;
  std::size_t multiword_end_ = 0;
  bool has_entities_ = false;
  std::string document_;
  Sentence current_;
  std::vector<Sentence> sentences_;
};

std::string key_of(const Sentence& sentence) {
  std::string key;
  for (const Word& word : sentence.words) key += word.form + ' ';
  return key;
}

}  // namespace

std::vector<Sentence> read_conllu(const std::filesystem::path& path) {
  ConlluReader reader(path);
  std::vector<Sentence> sentences = reader.read();
  if (reader.has_entities()) return sentences;
  for (Sentence& sentence : sentences) {
    for (Word& word : sentence.words) word.entity = unknown_tag;
  }
  return sentences;
}

std::vector<Sentence> read_iob(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw InputError(path.string(), 0, "cannot be read");
  std::vector<Sentence> sentences(1);
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) {
      if (!sentences.back().words.empty()) sentences.emplace_back();
      continue;
    }
    if (line.find('\t') == std::string::npos && line.starts_with("# ")) continue;
    const std::vector<std::string> columns = split(line, '\t');
    const auto tag = columns.size() < 2 ? std::nullopt : entity_named(columns[1]);
    if (!tag) throw InputError(path.string(), number, "expected a token and an entity tag");
    Word word;
    word.form = columns[0];
    word.entity = *tag;
    sentences.back().words.push_back(std::move(word));
  }
  if (sentences.back().words.empty()) sentences.pop_back();
  return sentences;
}

std::vector<Sentence> lend_entities(std::vector<Sentence>& sentences,
                                    std::vector<Sentence> lenders) {
  std::unordered_map<std::string, std::size_t> by_words;
  for (std::size_t i = 0; i < lenders.size(); ++i) by_words.emplace(key_of(lenders[i]), i);
  std::vector<bool> used(lenders.size());
  for (Sentence& sentence : sentences) {
    const auto found = by_words.find(key_of(sentence));
    if (found == by_words.end()) continue;
    used[found->second] = true;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      sentence.words[i].entity = lenders[found->second].words[i].entity;
    }
  }
  std::vector<Sentence> rest;
  for (std::size_t i = 0; i < lenders.size(); ++i) {
    if (!used[i]) rest.push_back(std::move(lenders[i]));
  }
  return rest;
}

}  // namespace entente::train
