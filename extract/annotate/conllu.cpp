#include "extract/annotate/conllu.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "util/error.hpp"

namespace entente::annotate {
namespace {

using text::Document;
using text::Sentence;
using text::Token;

constexpr std::size_t columns = 10;

std::array<std::string_view, columns> split(std::string_view line, const std::string& file,
                                            std::size_t number) {
  std::array<std::string_view, columns> fields;
  for (std::size_t i = 0; i < columns; ++i) {
    const std::size_t end = line.find('\t');
    if ((end == std::string_view::npos) != (i + 1 == columns)) {
      throw InputError(file, number, "a CoNLL-U word line needs ten columns");
    }
    fields[i] = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
  return fields;
}

class Reader {
 public:
  explicit Reader(const std::string& file) : file_(file) {}

  void line(std::string_view line, std::size_t number) {
    number_ = number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
      end_sentence();
    } else if (line.front() == '#') {
      comments_.emplace_back(line);
    } else {
      word(split(line, file_, number));
    }
  }

  std::vector<Document> finish() {
    end_sentence();
    return std::move(documents_);
  }

 private:
  Document& document() {
    if (documents_.empty()) {
      documents_.emplace_back();
      documents_.back().path = file_;
    }
    return documents_.back();
  }

  void begin_sentence() {
    const auto opens = [](const std::string& comment) { return comment.starts_with("# newdoc"); };
    const auto found = std::find_if(comments_.begin(), comments_.end(), opens);
    if (found != comments_.end()) {
      documents_.emplace_back();
      documents_.back().path = file_;
      if (const auto is = found->find("= "); is != std::string::npos) {
        documents_.back().id = found->substr(is + 2);
      }
    }
    current_.comments = std::move(comments_);
    comments_.clear();
    current_.first = static_cast<std::uint32_t>(document().tokens.size());
    current_.span.begin = static_cast<std::uint32_t>(document().text.size());
    open_ = true;
  }

  void word(const std::array<std::string_view, columns>& fields) {
    if (!open_) begin_sentence();
    if (fields[0].find('.') != std::string_view::npos) return;  // an empty node
    if (fields[1].empty()) throw InputError(file_, number_, "a word without a form");
    const bool space = fields[9].find("SpaceAfter=No") == std::string_view::npos;
    if (const auto dash = fields[0].find('-'); dash != std::string_view::npos) {
      begin_multiword(fields[1], to_number(fields[0].substr(0, dash)),
                      to_number(fields[0].substr(dash + 1)), space);
      return;
    }
    Token token;
    if (multiword_left_ > 0) {
      token.span = next_part(fields[1]);
      token.space_after = multiword_left_ == 0 && multiword_space_;
      if (multiword_first_) {
        token.multiword_begins = true;
        token.multiword_size = multiword_size_;
        multiword_first_ = false;
      }
    } else {
      token.span = append(fields[1]);
      token.space_after = space;
    }
    if (token.space_after) document().text += ' ';
    document().tokens.push_back(std::move(token));
  }

  std::uint32_t to_number(std::string_view digits) const {
    std::uint32_t value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (result.ec != std::errc{}) throw InputError(file_, number_, "an id that is no number");
    return value;
  }

  util::TextSpan append(std::string_view form) {
    const auto begin = static_cast<std::uint32_t>(document().text.size());
    document().text += form;
    return {begin, static_cast<std::uint32_t>(document().text.size())};
  }

  void begin_multiword(std::string_view form, std::uint32_t first, std::uint32_t last, bool space) {
    if (last <= first || last - first > 20) {
      throw InputError(file_, number_, "an impossible range of words");
    }
    multiword_ = append(form);
    multiword_size_ = static_cast<std::uint8_t>(last - first + 1);
    multiword_left_ = multiword_size_;
    multiword_first_ = true;
    multiword_space_ = space;
  }

  /// The bytes of a word within its multiword token: its own form where the
  /// token goes on with it, else an even share of what is left.
  util::TextSpan next_part(std::string_view form) {
    const std::string_view rest = document().text_of(multiword_);
    std::size_t size = form.size();
    if (!rest.starts_with(form)) size = rest.size() / multiword_left_;
    --multiword_left_;
    if (multiword_left_ == 0 || size > rest.size()) size = rest.size();
    while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0U) == 0x80U) ++size;
    const util::TextSpan part{multiword_.begin,
                              multiword_.begin + static_cast<std::uint32_t>(size)};
    multiword_.begin = part.end;
    return part;
  }

  void end_sentence() {
    if (!open_) return;
    Document& owner = document();
    current_.last = static_cast<std::uint32_t>(owner.tokens.size());
    if (current_.last > current_.first) {
      current_.span.end = owner.tokens.back().span.end;
      owner.sentences.push_back(std::move(current_));
      if (owner.text.ends_with(' ')) owner.text.pop_back();
      owner.text += '\n';
    }
    current_ = {};
    open_ = false;
    multiword_left_ = 0;
  }

  std::string file_;
  std::size_t number_ = 0;
  std::vector<Document> documents_;
  std::vector<std::string> comments_;
  Sentence current_;
  bool open_ = false;
  util::TextSpan multiword_;
  std::uint8_t multiword_size_ = 0;
  std::uint8_t multiword_left_ = 0;
  bool multiword_first_ = false;
  bool multiword_space_ = true;
};

/// A sentence's text on one line.
std::string flat_text(const Document& document, const Sentence& sentence) {
  std::string flat(document.text_of(sentence.span));
  for (char& c : flat) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return flat;
}

class ConlluWriter {
 public:
  ConlluWriter(const Document& document, std::ostream& out) : document_(document), out_(out) {}

  void write() {
    for (std::size_t i = 0; i < document_.sentences.size(); ++i) {
      const Sentence& sentence = document_.sentences[i];
      buffer_.clear();
      comments(sentence, i);
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) word(sentence, t);
      buffer_ += '\n';
      out_ << buffer_;
    }
  }

 private:
  void comments(const Sentence& sentence, std::size_t index) {
    for (const std::string& comment : sentence.comments) (buffer_ += comment) += '\n';
    if (!sentence.comments.empty()) return;
    if (index == 0 && !document_.id.empty()) {
      ((buffer_ += "# newdoc id = ") += document_.id) += '\n';
    }
    (((buffer_ += "# sent_id = ") += document_.id.empty() ? "s" : document_.id + "-") +=
     std::to_string(index + 1)) += '\n';
    ((buffer_ += "# text = ") += flat_text(document_, sentence)) += '\n';
  }

  void number(std::uint32_t value) {
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    buffer_.append(digits.data(), end);
  }

  /// Forms never hold the separators of the format.
  void field(std::string_view text) {
    const std::size_t begin = buffer_.size();
    buffer_ += text;
    for (std::size_t i = begin; i < buffer_.size(); ++i) {
      if (static_cast<unsigned char>(buffer_[i]) < 0x20) buffer_[i] = ' ';
    }
    buffer_ += '\t';
  }

  void word(const Sentence& sentence, std::uint32_t t) {
    const Token& token = document_.tokens[t];
    const std::uint32_t id = t - sentence.first + 1;
    if (token.multiword_begins) multiword(sentence, t);
    number(id);
    buffer_ += '\t';
    field(document_.form(token));
    field(token.lemma.empty() ? "_" : std::string_view(token.lemma));
    ((buffer_ += name_of(token.upos)) += "\t_\t");
    field(token.feats.empty() ? "_" : std::string_view(token.feats));
    number(token.head == Token::no_head
               ? 0
               : static_cast<std::uint32_t>(token.head) - sentence.first + 1);
    ((buffer_ += '\t') += name_of(token.deprel)) += "\t_\tNER=";
    if (token.entity != text::EntityType::none) buffer_ += token.entity_begins ? "B-" : "I-";
    buffer_ += name_of(token.entity);
    if (!token.space_after && !inside_multiword(sentence, t)) buffer_ += "|SpaceAfter=No";
    buffer_ += '\n';
  }

  void multiword(const Sentence& sentence, std::uint32_t t) {
    const Token& first = document_.tokens[t];
    const std::uint32_t last = std::min(t + first.multiword_size, sentence.last) - 1;
    const Token& end = document_.tokens[last];
    multiword_end_ = last + 1;
    number(t - sentence.first + 1);
    buffer_ += '-';
    number(last - sentence.first + 1);
    buffer_ += '\t';
    field(document_.text_of({first.span.begin, end.span.end}));
    buffer_ += "_\t_\t_\t_\t_\t_\t_\t";
    buffer_ += end.space_after ? "_\n" : "SpaceAfter=No\n";
  }

  bool inside_multiword(const Sentence&, std::uint32_t t) const { return t < multiword_end_; }

  const Document& document_;
  std::ostream& out_;
  std::string buffer_;
  std::uint32_t multiword_end_ = 0;
};

void append_json(std::string& out, std::string_view text) {
  static constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      ((out += "\\u00") += hex[byte >> 4U]) += hex[byte & 15U];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_token(const Document& document, const Sentence& sentence, std::uint32_t t,
                  std::string& out) {
  const Token& token = document.tokens[t];
  out += "{\"form\":";
  append_json(out, document.form(token));
  out += ",\"begin\":" + std::to_string(token.span.begin) +
         ",\"end\":" + std::to_string(token.span.end) + ",\"lemma\":";
  append_json(out, token.lemma);
  (out += ",\"upos\":\"") += name_of(token.upos);
  out += "\",\"feats\":";
  append_json(out, token.feats);
  out += ",\"head\":" +
         std::to_string(token.head == Token::no_head
                            ? 0
                            : token.head - static_cast<std::int32_t>(sentence.first) + 1);
  ((out += ",\"deprel\":\"") += name_of(token.deprel)) += '"';
  if (token.entity != text::EntityType::none) {
    ((out += ",\"entity\":\"") += token.entity_begins ? "B-" : "I-") += name_of(token.entity);
    out += '"';
  }
  if (token.multiword_begins) out += ",\"words\":" + std::to_string(token.multiword_size);
  out += '}';
}

}  // namespace

std::vector<Document> read_conllu(std::istream& in, const std::string& file) {
  Reader reader(file);
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) reader.line(line, number);
  return reader.finish();
}

void write_conllu(const Document& document, std::ostream& out) {
  ConlluWriter(document, out).write();
}

void write_json(const Document& document, std::ostream& out) {
  for (const Sentence& sentence : document.sentences) {
    std::string line = "{\"document\":";
    append_json(line, document.id);
    line += ",\"begin\":" + std::to_string(sentence.span.begin) +
            ",\"end\":" + std::to_string(sentence.span.end) + ",\"text\":";
    append_json(line, document.text_of(sentence.span));
    line += ",\"tokens\":[";
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (t != sentence.first) line += ',';
      append_token(document, sentence, t, line);
    }
    line += "]}\n";
    out << line;
  }
}

}  // namespace entente::annotate
