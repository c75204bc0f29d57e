// RapidJSON's writer with string_views, and numbers of a fixed precision.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <string_view>

namespace entente::render {

class JsonWriter {
 public:
  explicit JsonWriter(rapidjson::StringBuffer& buffer) : writer_(buffer) {}

  void open_object() { writer_.StartObject(); }
  void close_object() { writer_.EndObject(); }
  void open_array() { writer_.StartArray(); }
  void close_array() { writer_.EndArray(); }

  void key(std::string_view name) {
    writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  void value(std::string_view text) {
    writer_.String(text.data() != nullptr ? text.data() : "",
                   static_cast<rapidjson::SizeType>(text.size()));
  }
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool flag) { writer_.Bool(flag); }
  void value(std::int64_t number) { writer_.Int64(number); }
  void value(std::uint32_t number) { writer_.Uint(number); }
  /// Four decimals: more would be noise.
  void value(double number) { writer_.Double(std::round(number * 1e4) / 1e4); }
  /// Digits that are a number already.
  void number(std::string_view digits) {
    writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
  }
  void null() { writer_.Null(); }
  void text_or_null(std::string_view text) { text.empty() ? null() : value(text); }

  template <typename Value>
  void member(std::string_view name, const Value& content) {
    key(name);
    value(content);
  }
  void member_or_null(std::string_view name, std::string_view text) {
    key(name);
    text_or_null(text);
  }
  /// Ready for the next document into the same (cleared) buffer.
  void restart(rapidjson::StringBuffer& buffer) {
    buffer.Clear();
    writer_.Reset(buffer);
  }

 private:
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace entente::render
