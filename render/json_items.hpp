// JSON documents of many small objects, written one by one; what the JSON formats share.
#pragma once

#include <algorithm>
#include <ostream>
#include <string_view>

#include "render/fields.hpp"
#include "render/json_writer.hpp"
#include "render/text_out.hpp"

namespace entente::render {

/// Objects with commas between them. The stream must outlive it.
class JsonItems {
 public:
  explicit JsonItems(std::ostream& out) : out_(out) {}

  /// What stands around the objects; the next one is the first of its list.
  void frame(std::string_view words) {
    out_ << words;
    first_ = true;
  }
  /// Opens the next object.
  JsonWriter& begin() {
    if (!first_) out_ << ",";
    out_ << "\n";
    first_ = false;
    json_.restart(buffer_);
    json_.open_object();
    return json_;
  }
  void end() {
    json_.close_object();
    out_ << std::string_view(buffer_.GetString(), buffer_.GetSize());
  }
  void flush() { out_.flush(); }

 private:
  TextOut out_;
  rapidjson::StringBuffer buffer_;
  JsonWriter json_{buffer_};
  bool first_ = true;
};

inline void write_value(JsonWriter& json, const FieldValue& value) {
  std::visit([&](const auto& content) { json.value(content); }, value);
}

/// All fields of an actor or a relation that are known.
template <typename Fields, typename Item>
void write_fields(JsonWriter& json, const Fields& fields, const Item& item) {
  for (const auto& field : fields) {
    const FieldValue value = field.value(item);
    if (is_empty(value)) continue;
    json.key(field.name);
    write_value(json, value);
  }
}

/// How our own JSON names an actor.
inline void write_party(JsonWriter& json, std::string_view name, std::string_view id,
                        std::string_view kind) {
  json.member("name", name);
  json.member("id", id);
  json.member("kind", kind);
}

/// "economic,legal" as a list; empty if none.
inline void write_contexts(JsonWriter& json, std::string_view contexts) {
  json.key("contexts");
  json.open_array();
  while (!contexts.empty()) {
    const std::size_t comma = std::min(contexts.find(','), contexts.size());
    json.value(contexts.substr(0, comma));
    contexts.remove_prefix(std::min(comma + 1, contexts.size()));
  }
  json.close_array();
}

inline std::string relation_id(const graph::TripleView& relation) {
  std::string id;
  append_relation_id(id, relation);
  return id;
}

}  // namespace entente::render
