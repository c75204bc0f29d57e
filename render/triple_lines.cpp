#include "render/triple_lines.hpp"

#include <ostream>

#include "render/json_writer.hpp"

namespace entente::render {

class TripleLines::Impl {
 public:
  explicit Impl(std::ostream& out) : out_(out) {}

  void write(const graph::TripleView& triple) {
    json_.restart(buffer_);
    json_.open_object();
    json_.member("document", triple.document);
    json_.member("evidence", triple.evidence);
    json_.member("begin", triple.span.begin);
    json_.member("end", triple.span.end);
    write_part("subject", triple.subject);
    write_relation(triple);
    write_part("object", triple.object);
    json_.member("polarity", triple.polarity);
    json_.member("modality", triple.modality);
    json_.member_or_null("attribution", triple.attribution);
    json_.member_or_null("date", triple.date);
    json_.member("symmetric", triple.symmetric);
    json_.member("confidence", triple.confidence);
    json_.member("evidences", triple.evidences);
    json_.close_object();
    buffer_.Put('\n');
    out_.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
  }

 private:
  void write_part(std::string_view name, const graph::TripleView::Part& part) {
    json_.key(name);
    json_.open_object();
    json_.member("name", part.name);
    json_.member("id", part.key);
    json_.member("kind", part.kind);
    json_.member("mention", part.mention);
    json_.close_object();
  }

  void write_relation(const graph::TripleView& triple) {
    json_.key("relation");
    json_.open_object();
    json_.member("class", triple.type);
    json_.member_or_null("mode", triple.mode);
    json_.member("phrase", triple.phrase);
    json_.member("lemma", triple.lemma);
    json_.close_object();
  }

  std::ostream& out_;
  rapidjson::StringBuffer buffer_;
  JsonWriter json_{buffer_};
};

TripleLines::TripleLines(std::ostream& out) : impl_(std::make_unique<Impl>(out)) {}
TripleLines::~TripleLines() = default;
void TripleLines::write(const graph::TripleView& triple) { impl_->write(triple); }

}  // namespace entente::render
