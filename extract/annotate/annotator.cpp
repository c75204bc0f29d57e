#include "extract/annotate/annotator.hpp"

#include <algorithm>
#include <string>

#include "extract/annotate/feature_names.hpp"
#include "extract/annotate/lemmatizer.hpp"
#include "extract/annotate/network.hpp"
#include "extract/annotate/segmenter.hpp"
#include "util/error.hpp"

namespace entente::annotate {
namespace {

using text::Document;
using text::Token;

/// Words that go through the network together: enough for long vectors of
/// work, few enough to bound the memory.
constexpr std::size_t batch_words = 2000;

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
  const auto sizes = file.section<std::uint32_t>("sizes");
  if (sizes.size() < 7 || sets.size() != sizes[6]) {
    throw ModelError("the feature names of the language model do not fit it; copy it again");
  }
  return sets;
}

/// Part of a sentence that is short enough for the network.
struct Piece {
  std::uint32_t first = 0;  ///< tokens of the document
  std::uint32_t last = 0;
};

std::vector<Piece> pieces_of(const Document& document, const text::Sentence& sentence) {
  std::vector<Piece> pieces;
  std::uint32_t first = sentence.first;
  while (sentence.last - first > longest_sentence) {
    std::uint32_t cut = first + static_cast<std::uint32_t>(longest_sentence);
    for (std::uint32_t at = cut; at > first + longest_sentence / 2; --at) {
      const std::string_view form = document.form(document.tokens[at - 1]);
      if (form == ";" || form == "." || form == ",") {
        cut = at;
        break;
      }
    }
    pieces.push_back({first, cut});
    first = cut;
  }
  pieces.push_back({first, sentence.last});
  return pieces;
}

}  // namespace

class Annotator::Impl {
 public:
  explicit Impl(const std::filesystem::path& model)
      : file_(model),
        segmenter_(file_),
        network_(file_, best_kernels()),
        lemmatizer_(file_),
        feature_sets_(read_feature_sets(file_)) {}

  void annotate(Document& document) const {
    document.sentences.clear();
    document.tokens.clear();
    for (const RawSentence& words : segmenter_.segment(document.text, document.furniture)) {
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
    std::vector<Piece> batch;
    std::size_t words = 0;
    for (const text::Sentence& sentence : document.sentences) {
      for (const Piece piece : pieces_of(document, sentence)) {
        if (piece.first == piece.last) continue;
        batch.push_back(piece);
        words += piece.last - piece.first;
        if (words < batch_words) continue;
        run(document, batch);
        batch.clear();
        words = 0;
      }
    }
    if (!batch.empty()) run(document, batch);
    for (const text::Sentence& sentence : document.sentences) join_pieces(document, sentence);
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

  void run(Document& document, const std::vector<Piece>& batch) const {
    std::vector<std::string_view> forms;
    std::vector<std::uint32_t> begins;
    for (const Piece& piece : batch) {
      begins.push_back(static_cast<std::uint32_t>(forms.size()));
      for (std::uint32_t i = piece.first; i < piece.last; ++i) {
        forms.push_back(document.form(document.tokens[i]));
      }
    }
    begins.push_back(static_cast<std::uint32_t>(forms.size()));
    const std::vector<Prediction> predictions = network_.predict(forms, begins);
    for (std::size_t p = 0; p < batch.size(); ++p) {
      const std::uint32_t n = batch[p].last - batch[p].first;
      for (std::uint32_t i = 0; i < n; ++i) {
        const Prediction& prediction = predictions[begins[p] + i];
        Token& token = document.tokens[batch[p].first + i];
        apply(prediction, forms[begins[p] + i], token);
        token.head = prediction.head == n
                         ? Token::no_head
                         : static_cast<std::int32_t>(batch[p].first + prediction.head);
      }
    }
  }

  void apply(const Prediction& prediction, std::string_view form, Token& token) const {
    const FeatureSet& set = feature_sets_[prediction.feats];
    token.upos = prediction.upos;
    token.feats = set.name;
    token.features = set.features;
    token.deprel = prediction.deprel;
    token.lemma = lemmatizer_.lemma(form, prediction.upos, prediction.feats);
    token.entity = static_cast<text::EntityType>((prediction.entity + 1) / 2);
    token.entity_begins = prediction.entity % 2 == 1;
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
