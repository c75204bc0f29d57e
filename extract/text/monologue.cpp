#include "extract/text/monologue.hpp"

#include <algorithm>
#include <string_view>

namespace entente::text {
namespace {

constexpr std::uint32_t furthest_colon = 30;  // tokens into the sentence that introduces

bool is_quote(std::string_view form) {
  return form == "\"" || form == "\u201C" || form == "\u201D" || form == "``" || form == "''";
}

bool is_saying(std::string_view lemma) {
  static constexpr std::string_view verbs[] = {"add",    "comment", "conclude", "continue",
                                               "remark", "say",     "state",    "write"};
  return std::find(std::begin(verbs), std::end(verbs), lemma) != std::end(verbs);
}

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document) {}

  std::vector<std::optional<std::uint32_t>> read() {
    std::vector<std::optional<std::uint32_t>> found(document_.sentences.size());
    std::optional<std::uint32_t> speaks;
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const bool paragraph = begins_paragraph(s);
      if (speaks && (has_quotes(s) || (paragraph && is_told_again(*speaks, s)))) speaks.reset();
      if (const auto verb = introduction(s)) {
        // the words may begin in the same sentence, or in the next paragraph
        const bool runs_on = s + 1 < document_.sentences.size() && !has_quotes(s + 1);
        speaks = runs_on ? std::optional(s) : std::nullopt;
        speaker_ = subject_of(*verb);
        continue;
      }
      found[s] = speaks;
    }
    return found;
  }

 private:
  [[nodiscard]] std::string_view form(std::uint32_t t) const {
    return document_.form(document_.tokens[t]);
  }

  [[nodiscard]] bool begins_paragraph(std::uint32_t s) const {
    if (s == 0) return true;
    const util::TextSpan gap{document_.sentences[s - 1].span.end,
                             document_.sentences[s].span.begin};
    return document_.text_of(gap).find('\n') != std::string_view::npos;
  }

  [[nodiscard]] bool has_quotes(std::uint32_t s) const {
    const Sentence& sentence = document_.sentences[s];
    return sentence.first < sentence.last && is_quote(form(sentence.first));
  }

  /// The verb of saying before a colon, with plain words or the end of the paragraph after it.
  [[nodiscard]] std::optional<std::uint32_t> introduction(std::uint32_t s) const {
    const Sentence& sentence = document_.sentences[s];
    const std::uint32_t end = std::min(sentence.last, sentence.first + furthest_colon);
    for (std::uint32_t t = sentence.first; t < end; ++t) {
      if (is_quote(form(t))) return std::nullopt;
      if (form(t) != ":") continue;
      if (t + 1 == sentence.last) {
        if (s + 1 >= document_.sentences.size() || !begins_paragraph(s + 1)) return std::nullopt;
      } else if (is_quote(form(t + 1))) {
        return std::nullopt;
      }
      // "said today:", "said in Paris:"
      for (std::uint32_t verb = t; verb-- > sentence.first;) {
        const Token& token = document_.tokens[verb];
        if (token.upos == Upos::verb && is_saying(token.lemma)) {
          return subject_of(verb) ? std::optional(verb) : std::nullopt;
        }
      }
      return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::uint32_t> subject_of(std::uint32_t verb) const {
    for (std::uint32_t t = verb; t-- > 0;) {
      const Token& token = document_.tokens[t];
      if (token.head == static_cast<std::int32_t>(verb) && token.deprel == Deprel::nsubj) return t;
      if (verb - t > furthest_colon) break;
    }
    return std::nullopt;
  }

  /// A paragraph from which the article itself goes on.
  [[nodiscard]] bool is_told_again(std::uint32_t introduction, std::uint32_t s) const {
    return names_speaker(s) || is_notes(s) ||
           (s > introduction + 1 && !speaks_of_himself(introduction + 1));
  }

  /// "I", "our", from that sentence on up to the next quotation.
  [[nodiscard]] bool speaks_of_himself(std::uint32_t from) const {
    for (std::uint32_t s = from; s < document_.sentences.size() && !has_quotes(s); ++s) {
      const Sentence& sentence = document_.sentences[s];
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        const Token& token = document_.tokens[t];
        if (token.upos == Upos::pron && is_first_person(form(t))) return true;
      }
    }
    return false;
  }

  static bool is_first_person(std::string_view word) {
    static constexpr std::string_view words[] = {"I",  "Me", "My",  "Our", "Us", "We",
                                                 "me", "my", "our", "us",  "we"};
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
  }

  /// "The Foreign Secretary will return on Sunday": the article goes on.
  [[nodiscard]] bool names_speaker(std::uint32_t s) const {
    if (!speaker_) return false;
    const Sentence& sentence = document_.sentences[s];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (document_.tokens[t].upos != Upos::pron && is_in_name(form(t))) return true;
    }
    return false;
  }

  /// One of the words that the introduction names the speaker by.
  [[nodiscard]] bool is_in_name(std::string_view word) const {
    if (word == form(*speaker_)) return true;
    for (std::uint32_t t = *speaker_ + 1; t < document_.tokens.size(); ++t) {
      const Token& token = document_.tokens[t];
      if (token.head != static_cast<std::int32_t>(*speaker_) || token.deprel != Deprel::flat) break;
      if (word == form(t)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_notes(std::uint32_t s) const {
    static constexpr std::string_view words[] = {"ENDS", "Further", "Note", "Notes", "Background"};
    const Sentence& sentence = document_.sentences[s];
    return sentence.first < sentence.last &&
           std::find(std::begin(words), std::end(words), form(sentence.first)) != std::end(words);
  }

  const Document& document_;
  std::optional<std::uint32_t> speaker_;
};

}  // namespace

std::vector<std::optional<std::uint32_t>> monologues(const Document& document) {
  return Reader(document).read();
}

}  // namespace entente::text
