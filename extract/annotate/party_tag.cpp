#include "extract/annotate/party_tag.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "extract/annotate/characters.hpp"

namespace entente::annotate {
namespace {

using text::Deprel;
using text::Document;
using text::Token;
using text::Upos;

constexpr std::uint32_t longest_place = 4;  ///< words: "N.", "Y.", "New", "York"

bool is_letter_of_party(std::string_view form) {
  static constexpr std::array<std::string_view, 7> letters{"D", "D.", "I", "I.", "R", "R.", "DFL"};
  return std::find(letters.begin(), letters.end(), form) != letters.end();
}

bool is_dash(std::string_view form) { return form == "-" || form == "–" || form == "—"; }

bool begins_name(std::string_view form) { return !form.empty() && is_upper(decode(form, 0).value); }

/// Reads one aside.
class Reader {
 public:
  Reader(const Document& document, const text::Sentence& sentence)
      : document_(document), end_(sentence.last) {}

  [[nodiscard]] std::optional<PartyTag> read(std::uint32_t first) const {
    const bool bracket = form(first) == "(";
    if (!bracket && form(first) != ",") return std::nullopt;
    std::uint32_t at = first + 1;
    if (!is_letter_of_party(form(at))) return std::nullopt;
    ++at;
    const bool linked = is_dash(form(at)) || (bracket && form(at) == ",");
    if (linked) {
      const std::uint32_t place = ++at;
      while (at < place + longest_place && begins_name(form(at))) ++at;
      if (at == place) return std::nullopt;
      if (bracket && form(at) == ".") ++at;
    }
    if (bracket) return form(at) == ")" ? std::optional(PartyTag{first, at + 1}) : std::nullopt;
    return linked && form(at) == "," ? std::optional(PartyTag{first, at}) : std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view form(std::uint32_t token) const {
    return token < end_ ? document_.form(document_.tokens[token]) : std::string_view();
  }

  const Document& document_;
  std::uint32_t end_;
};

}  // namespace

std::vector<PartyTag> party_tags(const Document& document, const text::Sentence& sentence) {
  std::vector<PartyTag> tags;
  const Reader reader(document, sentence);
  for (std::uint32_t at = sentence.first + 1; at + 2 < sentence.last; ++at) {
    if (!begins_name(document.form(document.tokens[at - 1]))) continue;
    const auto tag = reader.read(at);
    if (!tag) continue;
    tags.push_back(*tag);
    at = tag->last - 1;
  }
  return tags;
}

void hang_party_tag(Document& document, PartyTag tag) {
  auto& tokens = document.tokens;
  std::uint32_t name = tag.first - 1;
  while (tokens[name].deprel == Deprel::flat && tokens[name].head != Token::no_head)
    name = static_cast<std::uint32_t>(tokens[name].head);
  const std::uint32_t letter = tag.first + 1;
  for (std::uint32_t i = tag.first; i < tag.last; ++i) {
    Token& token = tokens[i];
    const bool word = begins_name(document.form(token));
    token.upos = word ? Upos::propn : Upos::punct;
    token.feats = word ? "Number=Sing" : "_";
    token.features = {};
    if (word) token.features.number = text::Number::singular;
    token.lemma = std::string(document.form(token));
    token.deprel = word ? Deprel::nmod : Deprel::punct;
    token.head = static_cast<std::int32_t>(letter);
    token.entity = text::EntityType::none;
    token.entity_begins = false;
  }
  tokens[letter].head = static_cast<std::int32_t>(name);
  tokens[letter].deprel = Deprel::appos;
}

}  // namespace entente::annotate
