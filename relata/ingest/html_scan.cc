// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/html_scan.h"

#include <algorithm>

#include "relata/base/fold.h"
#include "relata/ingest/scan.h"

namespace relata {

namespace {

constexpr std::size_t kDeclarationBytes = 4096;

// The value after a name and '=' in `text`, quoted or not.
std::optional<std::string> value_after(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    std::size_t next = skip(text, at + name.size(), " \t\r\n");
    if (next >= text.size() || text[next] != '=') continue;
    next = skip(text, next + 1, " \t\r\n\"'");
    std::size_t end = next;
    while (end < text.size() && !is_space(text[end]) &&
           std::string_view("\"';>/?").find(text[end]) == std::string_view::npos)
      ++end;
    if (end > next && end - next <= 40) return std::string(text.substr(next, end - next));
  }
  return std::nullopt;
}

// Case of ASCII letters apart.
bool begins_with(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
    return a == (is_upper(b) ? static_cast<char>(b - 'A' + 'a') : b);
  });
}

// After an element whose content is no markup ("script", "style") or a comment: where it ends. `at` is its '<'.
std::optional<std::size_t> raw_end(std::string_view page, std::size_t at) {
  const std::string_view rest = page.substr(at);
  if (rest.starts_with("<!--")) {
    const std::size_t end = page.find("-->", at + 4);
    return end == page.npos ? page.size() : end + 3;
  }
  for (const std::string_view name : {"<script", "<style"}) {
    if (!begins_with(rest, name)) continue;
    std::size_t end = page.find("</", at);
    const std::string_view want = name.substr(1);
    while (end != page.npos && !begins_with(page.substr(end + 2), want))
      end = page.find("</", end + 2);
    return end == page.npos ? page.size() : end;
  }
  return std::nullopt;
}

// The end of the tag whose name begins at `at`; counts its attributes.
std::size_t tag_end(std::string_view page, std::size_t at, std::uint32_t& attributes) {
  while (at < page.size() && !is_space(page[at]) && page[at] != '>') ++at;
  while (true) {
    at = skip(page, at, " \t\r\n\f/");
    if (at >= page.size() || page[at] == '>') return at;
    ++attributes;
    const std::size_t name = at;
    while (at < page.size() && !is_space(page[at]) && page[at] != '>' && page[at] != '=') ++at;
    at = skip(page, at, " \t\r\n\f");
    if (at < page.size() && page[at] == '=') {
      at = skip(page, at + 1, " \t\r\n\f");
      if (at < page.size() && (page[at] == '"' || page[at] == '\'')) {
        const std::size_t close = page.find(page[at], at + 1);
        at = close == page.npos ? page.size() : close + 1;
      } else {
        while (at < page.size() && !is_space(page[at]) && page[at] != '>') ++at;
      }
    }
    if (at == name) ++at;
  }
}

}  // namespace

std::optional<std::string> declared_encoding(std::string_view page) {
  const std::string head = lower_ascii(page.substr(0, kDeclarationBytes));
  if (head.starts_with("<?xml")) {
    const std::string_view declaration = std::string_view(head).substr(0, head.find('>'));
    if (auto value = value_after(declaration, "encoding")) return value;
  }
  for (std::size_t at = head.find("<meta"); at != head.npos; at = head.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    if (auto value = value_after(tag, "charset")) return value;
  }
  return std::nullopt;
}

std::optional<std::size_t> too_many_attributes(std::string_view page, std::uint32_t most) {
  for (std::size_t at = page.find('<'); at != page.npos; at = page.find('<', at)) {
    if (const auto end = raw_end(page, at)) {
      at = *end;
      if (page.substr(std::min(at, page.size())).starts_with("</")) ++at;
      continue;
    }
    if (at + 1 >= page.size() || !is_letter(page[at + 1])) {
      ++at;
      continue;
    }
    std::uint32_t attributes = 0;
    const std::size_t end = tag_end(page, at + 1, attributes);
    if (attributes > most) return at;
    at = end;
  }
  return std::nullopt;
}

bool looks_like_html(std::string_view bytes) {
  const std::size_t at = skip(bytes, bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0, " \t\r\n");
  const std::string_view rest = bytes.substr(std::min(at, bytes.size()));
  for (const std::string_view start : {"<!doctype html", "<html", "<head", "<body", "<!--"}) {
    if (begins_with(rest, start)) return true;
  }
  return begins_with(rest, "<?xml") && rest.substr(0, 1024).find("<html") != rest.npos;
}

}  // namespace relata
