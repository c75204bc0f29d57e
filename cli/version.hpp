// The program's version, as one line and as the mark it leaves in databases.
#pragma once

#include <string>

namespace entente::cli {

std::string version_number();  ///< "0.1.0"
std::string version_text();    ///< "entente 0.1.0"

}  // namespace entente::cli
