// Fields in the XML formats.
#pragma once

#include <string_view>

#include "render/escape.hpp"
#include "render/fields.hpp"
#include "render/text_out.hpp"

namespace entente::render {

/// Names of types that GraphML and GEXF share.
inline std::string_view xml_type(FieldType type) {
  switch (type) {
    case FieldType::text:
      break;
    case FieldType::integer:
      return "long";
    case FieldType::real:
      return "double";
    case FieldType::flag:
      return "boolean";
  }
  return "string";
}

inline void write_xml(TextOut& out, const FieldValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    append_xml(out.buffer(), *text);
  } else if (const auto* flag = std::get_if<bool>(&value)) {
    out << (*flag ? "true" : "false");
  } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    out << *whole;
  } else {
    out << std::get<double>(value);
  }
}

}  // namespace entente::render
