// What `entente render` writes beside the pictures of render/registry.hpp.
#pragma once

#include <array>
#include <string_view>

namespace entente::cli {

inline constexpr std::string_view html_format = "html";
inline constexpr std::string_view json_format = "json";

struct PageFormat {
  std::string_view name;
  std::string_view summary;
};

inline constexpr std::array<PageFormat, 2> page_formats{{
    {html_format, "the explorer: one page with search, filters, paths and every sentence"},
    {json_format, "the same as entente export json"},
}};

}  // namespace entente::cli
