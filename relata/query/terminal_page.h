// SPDX-License-Identifier: Apache-2.0
// TerminalPage: lines for a terminal. Whatever words it is given are made safe to show (export/safe_text.h), wrapped to the
// width asked for, and painted where colours are wanted.
#pragma once

#include <string>
#include <string_view>

#include "relata/export/form.h"

namespace relata {

class TerminalPage {
 public:
  enum class Ink : std::uint8_t { plain, strong, faint, head, good, warn };

  TerminalPage(const View& view, std::string& out);

  // Words behind `indent` spaces, further lines two spaces deeper.
  void line(int indent, std::string_view words, Ink ink = Ink::plain);
  // "     told  CNN ← …": a faint label, and words that are wrapped beside it.
  void labelled(int indent, std::string_view label, std::string_view words, Ink ink = Ink::plain);
  void blank() { out_ += '\n'; }

  [[nodiscard]] int columns() const { return columns_; }
  [[nodiscard]] std::string painted(std::string_view safe, Ink ink) const;
  // The words made safe, cut to so many columns with "…", and filled up with spaces to them.
  [[nodiscard]] static std::string cell(std::string_view words, int columns, bool right = false);
  // A line whose parts are safe and as wide as they should be.
  void safe_line(std::string_view line);

 private:
  bool colour_;
  int columns_;
  std::string& out_;
};

}  // namespace relata
