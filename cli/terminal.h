// SPDX-License-Identifier: Apache-2.0
// The terminal, if there is one: whether it is one, how wide, whether colours are wanted, and a progress bar on it.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace relata::cli {

[[nodiscard]] bool is_terminal(std::FILE* stream);
// Of standard output; what COLUMNS says, or 80, if that is no terminal.
[[nodiscard]] int terminal_columns();
// "always" and "never" are obeyed; else only a terminal that is not "dumb", and only if NO_COLOR is not set (no-color.org).
[[nodiscard]] bool wants_colour(std::string_view colour, std::FILE* stream);

// A line on standard error that says how far long work is. Shown only after a second, and only if asked to.
class Progress {
 public:
  explicit Progress(bool visible);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::uint64_t reports, std::uint64_t bytes, std::optional<std::uint64_t> of_bytes);
  // So much of so many somethings.
  void show_part(std::string_view what, std::uint64_t done, std::uint64_t of);
  // Takes the line away, so that something else can be said.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  [[nodiscard]] bool due();
  void draw(const std::string& line);
  bool visible_;
  bool drawn_ = false;
  Clock::time_point begun_, last_;
};

}  // namespace relata::cli
