// The errors that stop a piece of work. Messages are ready to print: they name
// the file or thing at fault and say what to do about it.
#pragma once

#include <stdexcept>
#include <string>

namespace entente {

/// Base of every error that Entente throws on purpose.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Something is wrong with an input file. `line` is 1-based; 0 means the whole file.
class InputError : public Error {
 public:
  InputError(const std::string& file, std::size_t line, const std::string& what)
      : Error(file + (line != 0 ? ":" + std::to_string(line) : std::string{}) + ": " + what),
        file_(file),
        reason_(what) {}

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  std::string file_;
  std::string reason_;
};

/// The database cannot be opened, read or written as asked.
class StoreError : public Error {
 public:
  using Error::Error;
};

/// A model file is missing, damaged, or made for other features.
class ModelError : public Error {
 public:
  using Error::Error;
};

}  // namespace entente
