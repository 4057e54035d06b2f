// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value or an Error, for whatever input, disk or model can cause. Bugs are RELATA_CHECK.
//
//   Result<Page> parse(std::string_view bytes);
//   Result<Report> read(std::string_view bytes) {
//     RELATA_TRY(Page page, parse(bytes));       // an error is passed up
//     return Report{page.text};
//   }
//   if (!report) std::cerr << report.error().with("reading a.html").message;
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace relata {

// Why something could not be done, in words for the person who asked; where() comes first: "a.html: line 3: …".
struct Error {
  std::string message;

  // The same error, said to have happened at `where`.
  [[nodiscard]] Error with(std::string_view where) const {
    return Error{std::string(where) + ": " + message};
  }
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

// The result of something that gives nothing back.
struct Done {};

[[noreturn]] inline void check_failed(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "relata: bug: %s does not hold at %s:%d\n", expression, file, line);
  std::abort();
}

}  // namespace relata

#define RELATA_CONCAT_(a, b) a##b
#define RELATA_CONCAT(a, b) RELATA_CONCAT_(a, b)
#define RELATA_TRY_(temporary, declaration, expression)       \
  auto temporary = (expression);                              \
  if (!temporary) return std::move(temporary).error();        \
  declaration = std::move(temporary).value()

// RELATA_TRY(declaration, expression): the value of a Result, or return its error from this function.
#define RELATA_TRY(declaration, expression) \
  RELATA_TRY_(RELATA_CONCAT(relata_try_, __LINE__), declaration, expression)

// Always on: a broken promise inside the program stops it before it can spoil the record.
#define RELATA_CHECK(expression) \
  ((expression) ? void() : ::relata::check_failed(#expression, __FILE__, __LINE__))
