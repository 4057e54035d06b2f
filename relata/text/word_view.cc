// SPDX-License-Identifier: Apache-2.0
#include "relata/text/word_view.h"

#include <algorithm>

#include "relata/base/utf8.h"
#include "relata/model/feature.h"

namespace relata {
namespace {

// The ASCII that a typographic mark stands for, or nothing.
std::string_view ascii_of(char32_t mark) {
  switch (mark) {
    case U'‘':
    case U'’':
    case U'ʼ':
    case U'`':
    case U'´':
    case U'‛':
      return "'";
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
      return "\"";
    case U'–':
    case U'—':
    case U'―':
      return "-";
    case U'…':
      return "...";
    default:
      return {};
  }
}

char shape_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (c >= 'A' && c <= 'Z') return 'X';
  if (c >= 'a' && c <= 'z') return 'x';
  if (c >= '0' && c <= '9') return '0';
  return byte >= 0x80 ? 'u' : c;
}

}  // namespace

std::string_view plain_form(std::string_view form, std::string& buffer) {
  const auto special = [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '`'; };
  if (std::none_of(form.begin(), form.end(), special)) return form;
  buffer.clear();
  for (std::size_t at = 0; at < form.size();) {
    const std::size_t begin = at;
    const std::string_view ascii = ascii_of(next_code_point(form, at));
    buffer += ascii.empty() ? form.substr(begin, at - begin) : ascii;
  }
  return buffer;
}

WordView view_word(std::string_view form) {
  std::string plain_buffer;
  const std::string_view plain = plain_form(form, plain_buffer);
  WordView view;
  view.form = hash_text(plain);
  view.size = static_cast<std::uint8_t>(std::min<std::size_t>(plain.size(), 255));
  std::array<char, 64> lower{};
  std::array<char, 16> shape{};
  std::size_t shape_size = 0;
  bool small = false;
  std::size_t capitals = 0;
  const std::size_t size = std::min(plain.size(), lower.size());
  for (std::size_t i = 0; i < size; ++i) {
    const char kind = shape_of(plain[i]);
    lower[i] = kind == 'X' ? static_cast<char>(plain[i] + 32) : kind == '0' ? '0' : plain[i];
    small = small || kind == 'x';
    capitals += kind == 'X';
    const bool repeats = shape_size > 0 && shape[shape_size - 1] == kind;
    if (!repeats && shape_size < shape.size()) shape[shape_size++] = kind;
  }
  const std::string_view low(lower.data(), size);
  view.lower = hash_text(low);
  for (std::size_t i = 0; i < view.suffix.size(); ++i) {
    view.suffix[i] = hash_text(low.substr(size - std::min(size, i + 1)));
  }
  for (std::size_t i = 0; i < view.prefix.size(); ++i)
    view.prefix[i] = hash_text(low.substr(0, i + 1));
  view.shape = hash_text({shape.data(), shape_size});
  view.capital = !plain.empty() && plain[0] >= 'A' && plain[0] <= 'Z';
  view.all_capitals = capitals >= 2 && !small;
  return view;
}

}  // namespace relata
