#include "extract/annotate/annotator.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "extract/annotate/apposition.hpp"
#include "extract/annotate/feature_names.hpp"
#include "extract/annotate/honorific.hpp"
#include "extract/annotate/lemmatizer.hpp"
#include "extract/annotate/name_agreement.hpp"
#include "extract/annotate/name_tagger.hpp"
#include "extract/annotate/network.hpp"
#include "extract/annotate/party_tag.hpp"
#include "extract/annotate/purpose.hpp"
#include "extract/annotate/segmenter.hpp"
#include "util/error.hpp"

namespace entente::annotate {
namespace {

using text::Document;
using text::Token;

/// Words that go through the network together: enough for long vectors of
/// work, few enough to bound the memory.
constexpr std::size_t batch_words = 2000;
/// Words whose names are decided together.
constexpr std::size_t window_words = 20000;

/// A FEATS string of the model, and the same parsed.
struct FeatureSet {
  std::string name;
  text::Features features;
};

std::vector<FeatureSet> read_feature_sets(const ModelFile& file) {
  const auto texts = file.section<char>("feats.names");
  std::vector<FeatureSet> sets;
  std::string_view rest(texts.data(), texts.size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    const std::string_view name = rest.substr(0, end);
    sets.push_back({std::string(name), parse_features(name)});
    rest.remove_prefix(end + 1);
  }
  const auto sizes = file.section<std::uint32_t>("heads", 3);
  if (sets.size() != sizes[2]) {
    throw ModelError("the feature names of the language model do not fit it; copy it again");
  }
  return sets;
}

/// Part of a sentence that is short enough for the network: tokens of the document, in order.
using Piece = std::vector<std::uint32_t>;

/// Pieces that go through the networks together.
struct Batch {
  std::vector<Piece> pieces;
  std::vector<std::string_view> forms;
  std::vector<std::uint32_t> begins;  ///< of each piece among the forms

  void add(const Document& document, Piece piece) {
    begins.push_back(static_cast<std::uint32_t>(forms.size()));
    for (const std::uint32_t token : piece) forms.push_back(document.form(document.tokens[token]));
    pieces.push_back(std::move(piece));
  }
};

/// Pieces whose names are scored but not yet decided.
struct Window {
  std::vector<Piece> pieces;
  std::vector<std::string_view> forms;
  std::vector<TagScores> scores;

  void add(const Batch& batch, std::span<const TagScores> names) {
    pieces.insert(pieces.end(), batch.pieces.begin(), batch.pieces.end());
    forms.insert(forms.end(), batch.forms.begin(), batch.forms.end());
    scores.insert(scores.end(), names.begin(), names.end());
  }
};

/// Tokens of the sentence that the networks are to see.
Piece words_of(const text::Sentence& sentence, std::span<const PartyTag> asides) {
  Piece words;
  words.reserve(sentence.last - sentence.first);
  std::uint32_t at = sentence.first;
  for (const PartyTag& aside : asides) {
    while (at < aside.first) words.push_back(at++);
    at = aside.last;
  }
  while (at < sentence.last) words.push_back(at++);
  return words;
}

std::vector<Piece> cut_in_pieces(const Document& document, Piece words) {
  std::vector<Piece> pieces;
  auto first = words.begin();
  while (words.end() - first > static_cast<std::ptrdiff_t>(longest_sentence)) {
    auto cut = first + static_cast<std::ptrdiff_t>(longest_sentence);
    for (auto at = cut; at > first + static_cast<std::ptrdiff_t>(longest_sentence / 2); --at) {
      const std::string_view form = document.form(document.tokens[*(at - 1)]);
      if (form == ";" || form == "." || form == ",") {
        cut = at;
        break;
      }
    }
    pieces.emplace_back(first, cut);
    first = cut;
  }
  if (first == words.begin()) {
    pieces.push_back(std::move(words));
  } else {
    pieces.emplace_back(first, words.end());
  }
  return pieces;
}

}  // namespace

class Annotator::Impl {
 public:
  explicit Impl(const std::filesystem::path& model)
      : file_(model),
        segmenter_(file_),
        network_(file_, best_kernels()),
        name_tagger_(file_, best_kernels()),
        lemmatizer_(file_),
        feature_sets_(read_feature_sets(file_)) {}

  void annotate(Document& document) const {
    document.sentences.clear();
    document.tokens.clear();
    const std::vector<RawSentence> cut = segmenter_.segment(document.text, document.furniture);
    std::size_t count = 0;
    for (const RawSentence& words : cut) count += words.size();
    document.tokens.reserve(count);  // growing by doubling would need twice the memory
    document.sentences.reserve(cut.size());
    for (const RawSentence& words : cut) {
      text::Sentence sentence;
      sentence.first = static_cast<std::uint32_t>(document.tokens.size());
      sentence.span = {words.front().span.begin, words.back().span.end};
      for (const RawWord& word : words) add_token(document, word, sentence.first);
      sentence.last = static_cast<std::uint32_t>(document.tokens.size());
      document.sentences.push_back(std::move(sentence));
    }
    set_space_after(document);
    annotate_tokens(document);
  }

  void annotate_tokens(Document& document) const {
    Batch batch;
    Window window;
    std::vector<PartyTag> asides;
    for (const text::Sentence& sentence : document.sentences) {
      const std::vector<PartyTag> here = party_tags(document, sentence);
      asides.insert(asides.end(), here.begin(), here.end());
      for (Piece& piece : cut_in_pieces(document, words_of(sentence, here))) {
        if (piece.empty()) continue;
        batch.add(document, std::move(piece));
        if (batch.forms.size() >= batch_words) run(document, batch, window);
        if (window.forms.size() >= window_words) set_names(document, window);
      }
    }
    if (!batch.forms.empty()) run(document, batch, window);
    set_names(document, window);
    for (const PartyTag aside : asides) hang_party_tag(document, aside);
    for (const text::Sentence& sentence : document.sentences) {
      join_pieces(document, sentence);
      hang_names_on_persons(document.tokens, sentence.first, sentence.last);
      set_summaries_apart(document.tokens, document.text, sentence.first, sentence.last);
      free_purposes(document.tokens, sentence.first, sentence.last);
      name_after_honorific(document.tokens, document.text, sentence.first, sentence.last);
    }
  }

 private:
  static void add_token(Document& document, const RawWord& word, std::uint32_t first) {
    Token token;
    token.span = word.span;
    if (word.continues && document.tokens.size() > first) {
      std::size_t begin = document.tokens.size() - 1;
      while (begin > first && !document.tokens[begin].multiword_begins &&
             document.tokens[begin].span.begin == document.tokens[begin - 1].span.end) {
        --begin;
      }
      Token& head =
          document.tokens[begin].multiword_begins ? document.tokens[begin] : document.tokens.back();
      head.multiword_begins = true;
      ++head.multiword_size;
    }
    document.tokens.push_back(std::move(token));
  }

  static void set_space_after(Document& document) {
    for (std::size_t i = 0; i < document.tokens.size(); ++i) {
      const bool last = i + 1 == document.tokens.size();
      document.tokens[i].space_after =
          last || document.tokens[i + 1].span.begin > document.tokens[i].span.end;
    }
  }

  /// Tags, trees and lemmas of a batch, which it empties; names wait in `window`.
  void run(Document& document, Batch& batch, Window& window) const {
    std::vector<std::uint32_t> begins = batch.begins;
    begins.push_back(static_cast<std::uint32_t>(batch.forms.size()));
    const WordBatch words(batch.forms, begins);
    const std::vector<Prediction> predictions = network_.predict(words);
    std::vector<TagScores> names = name_tagger_.score(words);
    for (std::size_t p = 0; p < batch.pieces.size(); ++p) {
      const Piece& piece = batch.pieces[p];
      const auto n = static_cast<std::uint32_t>(piece.size());
      for (std::uint32_t i = 0; i < n; ++i) {
        const std::size_t at = begins[p] + i;
        const Prediction& prediction = predictions[at];
        Token& token = document.tokens[piece[i]];
        apply(prediction, batch.forms[at], token);
        token.head = prediction.head == n ? Token::no_head
                                          : static_cast<std::int32_t>(piece[prediction.head]);
        for (std::size_t tag = 0; tag < entity_tag_count; ++tag) {
          names[at][tag] += prediction.names[tag];
        }
      }
    }
    window.add(batch, names);
    batch = {};
  }

  /// Decides the names of a window, which it empties.
  void set_names(Document& document, Window& window) const {
    let_names_agree(window.forms, window.scores);
    std::span<const TagScores> scores(window.scores);
    std::vector<std::uint8_t> tags;
    for (const Piece& piece : window.pieces) {
      tags.resize(piece.size());
      name_tagger_.chain().best_tags(scores.first(tags.size()), tags);
      scores = scores.subspan(tags.size());
      for (std::size_t i = 0; i < tags.size(); ++i) {
        Token& token = document.tokens[piece[i]];
        token.entity = static_cast<text::EntityType>((tags[i] + 1) / 2);
        token.entity_begins = tags[i] % 2 == 1;
      }
    }
    window = {};
  }

  void apply(const Prediction& prediction, std::string_view form, Token& token) const {
    const FeatureSet& set = feature_sets_[prediction.feats];
    token.upos = prediction.upos;
    token.feats = set.name;
    token.features = set.features;
    token.deprel = prediction.deprel;
    token.lemma = lemmatizer_.lemma(form, prediction.upos, prediction.feats);
  }

  /// The roots of later pieces of one sentence hang on the first one.
  static void join_pieces(Document& document, const text::Sentence& sentence) {
    std::int32_t root = Token::no_head;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      Token& token = document.tokens[i];
      if (token.head != Token::no_head) continue;
      if (root == Token::no_head) {
        root = static_cast<std::int32_t>(i);
      } else {
        token.head = root;
        token.deprel = text::Deprel::parataxis;
      }
    }
  }

  ModelFile file_;
  Segmenter segmenter_;
  Network network_;
  NameTagger name_tagger_;
  Lemmatizer lemmatizer_;
  std::vector<FeatureSet> feature_sets_;
};

Annotator::Annotator(const std::filesystem::path& model) : impl_(std::make_unique<Impl>(model)) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;

void Annotator::annotate(text::Document& document) const { impl_->annotate(document); }
void Annotator::annotate_tokens(text::Document& document) const {
  impl_->annotate_tokens(document);
}

}  // namespace entente::annotate
