// SPDX-License-Identifier: Apache-2.0
#include "relata/query/terminal_page.h"

#include <algorithm>

#include "relata/base/utf8.h"
#include "relata/export/safe_text.h"

namespace relata {
namespace {

constexpr int kLeastColumns = 40;
constexpr int kLabel = 8;
constexpr std::string_view kInks[] = {"",           "\x1b[1m",  "\x1b[2m",
                                      "\x1b[1;36m", "\x1b[32m", "\x1b[33m"};

std::string spaces(int count) {
  return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

}  // namespace

TerminalPage::TerminalPage(const View& view, std::string& out)
    : colour_(view.colour), columns_(std::max(view.columns, kLeastColumns)), out_(out) {}

std::string TerminalPage::painted(std::string_view safe, Ink ink) const {
  const std::string_view mark = kInks[static_cast<std::size_t>(ink)];
  if (!colour_ || mark.empty() || safe.empty()) return std::string(safe);
  return std::string(mark) + std::string(safe) + "\x1b[0m";
}

void TerminalPage::line(int indent, std::string_view words, Ink ink) {
  bool first = true;
  for (const std::string& part : wrapped(shown(words), columns_ - indent - 2)) {
    out_ += spaces(first ? indent : indent + 2) + painted(isolated(part), ink) + '\n';
    first = false;
  }
}

void TerminalPage::labelled(int indent, std::string_view label, std::string_view words, Ink ink) {
  std::string lead =
      spaces(indent) + painted(label, Ink::faint) + spaces(kLabel - columns_of(label));
  for (const std::string& part : wrapped(shown(words), columns_ - indent - kLabel)) {
    out_ += lead + painted(isolated(part), ink) + '\n';
    lead = spaces(indent + kLabel);
  }
}

std::string TerminalPage::cell(std::string_view words, int columns, bool right) {
  std::string safe = shown(words);
  if (columns_of(safe) > columns) {
    std::string cut;
    for (std::size_t at = 0; at < safe.size();) {
      const std::size_t begin = at;
      next_code_point(safe, at);
      if (columns_of(cut) + columns_of(safe.substr(begin, at - begin)) > columns - 1) break;
      cut += safe.substr(begin, at - begin);
    }
    safe = cut + "…";
  }
  const std::string fill = spaces(columns - columns_of(safe));
  return right ? fill + isolated(safe) : isolated(safe) + fill;
}

void TerminalPage::safe_line(std::string_view line) {
  while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  out_ += line;
  out_ += '\n';
}

}  // namespace relata
