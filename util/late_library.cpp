#include "util/late_library.hpp"

#include <dlfcn.h>

#include <utility>

#include "util/error.hpp"

namespace entente::util {

LateLibrary::LateLibrary(std::string file, const std::string& purpose)
    : file_(std::move(file)), handle_(dlopen(file_.c_str(), RTLD_LAZY | RTLD_LOCAL)) {
  if (handle_ != nullptr) return;
  const char* why = dlerror();
  throw Error("the library " + file_ + ", needed " + purpose + ", cannot be loaded (" +
              (why != nullptr ? why : "unknown error") + "); install it, or Entente anew");
}

LateLibrary::Symbol LateLibrary::operator[](const char* name) const {
  void* address = dlsym(handle_, name);
  if (address == nullptr) {
    throw Error("the library " + file_ + " has no " + name +
                "; build Entente anew with the one that is installed");
  }
  return Symbol(address);
}

}  // namespace entente::util
