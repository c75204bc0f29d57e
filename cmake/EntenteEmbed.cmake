# entente_embed(entente_store migrations schemas/001_graph.sql ...)
# compiles the files (paths from the root of the source tree, or absolute ones of files that the
# build makes) into the target. Its sources then
#   #include "embedded/migrations.hpp"
# and call entente::embedded::migrations(), a span of util::EmbeddedFile in the order given.
# The assembler copies the bytes (.incbin), so that a file of many megabytes costs no compile time.
function(entente_embed target name)
  set(dir ${PROJECT_BINARY_DIR}/embedded_${target})
  set(header ${dir}/embedded/${name}.hpp)
  set(source ${dir}/${name}.cpp)
  set(symbols "")
  set(rows "")
  set(assembler "")
  set(inputs "")
  set(index 0)
  foreach(path IN LISTS ARGN)
    if(IS_ABSOLUTE ${path})
      set(input ${path})
      get_filename_component(path ${path} NAME)
    else()
      set(input ${PROJECT_SOURCE_DIR}/${path})
      if(NOT EXISTS ${input})
        message(FATAL_ERROR "entente_embed(${target} ${name}): there is no ${path}")
      endif()
    endif()
    list(APPEND inputs ${input})
    set(symbol entente_embedded_${name}_${index})
    string(APPEND symbols
      "extern const char ${symbol}_begin[];\nextern const char ${symbol}_end[];\n")
    string(APPEND assembler
      "\"${symbol}_begin:\\n.incbin \\\"${input}\\\"\\n${symbol}_end:\\n.byte 0\\n\"\n"
      "\".hidden ${symbol}_begin\\n.global ${symbol}_begin\\n\"\n"
      "\".hidden ${symbol}_end\\n.global ${symbol}_end\\n\"\n")
    string(APPEND rows
      "      {\"${path}\", {${symbol}_begin, static_cast<std::size_t>(${symbol}_end - ${symbol}_begin)}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${header} @ONLY CONTENT [[
#pragma once

#include "util/embedded_file.hpp"

#include <span>

namespace entente::embedded {
std::span<const util::EmbeddedFile> @name@();
}
]])
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
#include "embedded/@name@.hpp"

#include <array>
#include <cstddef>

extern "C" {
@symbols@}

asm(".pushsection .rodata\n"
@assembler@".popsection\n");

namespace entente::embedded {

std::span<const util::EmbeddedFile> @name@() {
  static const std::array<util::EmbeddedFile, @index@> files{{
@rows@  }};
  return files;
}

}  // namespace entente::embedded
]])
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${inputs}")
  target_sources(${target} PRIVATE ${source})
  target_include_directories(${target} PRIVATE ${dir})
endfunction()
