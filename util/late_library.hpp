// Shared libraries that are loaded when they are first needed. Large ones bring others with them,
// and loading all takes longer than answering most questions.
#pragma once

#include <string>

namespace entente::util {

/// Stays loaded to the end of the program.
class LateLibrary {
 public:
  /// What a name of the library stands for; becomes a pointer to what its header declares.
  class Symbol {
   public:
    explicit Symbol(void* address) : address_(address) {}
    template <typename Declared>
    operator Declared*() const {  // NOLINT(google-explicit-constructor): that is its use
      return reinterpret_cast<Declared*>(address_);
    }

   private:
    void* address_;
  };

  /// `file` is a path, or a name that the system's loader and the program's run path find.
  /// Throws Error if there is none, with `purpose`, as in "to read packed files".
  LateLibrary(std::string file, const std::string& purpose);

  /// Throws Error if the library lacks it.
  [[nodiscard]] Symbol operator[](const char* name) const;

 private:
  std::string file_;
  void* handle_;
};

}  // namespace entente::util
