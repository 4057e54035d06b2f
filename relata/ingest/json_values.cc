// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/json_values.h"

#include <algorithm>

#include "relata/ingest/scan.h"

namespace relata {

namespace {

// Finds where a value ends, over as many pieces as it comes in. Only brackets and strings are looked at.
class ValueScan {
 public:
  // The byte after the value, if it ends within `text`; looks only at what it has not seen.
  std::optional<std::size_t> end_in(std::string_view text) {
    for (; at_ < text.size(); ++at_) {
      const char c = text[at_];
      if (in_string_) {
        if (escaped_) {
          escaped_ = false;
        } else if (c == '\\') {
          escaped_ = true;
        } else if (c == '"') {
          in_string_ = false;
        }
        continue;
      }
      if (c == '"') in_string_ = true;
      if (c == '{' || c == '[') ++depth_;
      if (c == '}' || c == ']') {
        if (depth_ <= 1) return depth_ == 1 ? at_ + 1 : at_;
        --depth_;
      }
      if (depth_ == 0 && (c == ',' || c == '\n')) return at_;
    }
    return std::nullopt;
  }
  // The bytes before this one have been given up.
  void forget(std::size_t count) { at_ -= count; }

 private:
  std::size_t at_ = 0;
  std::uint64_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace

void JsonValues::pass(std::size_t count) {
  const std::string_view gone = input_.rest().substr(0, count);
  line_ += static_cast<std::uint64_t>(std::count(gone.begin(), gone.end(), '\n'));
  input_.take(count);
}

Error JsonValues::too_large() const {
  return Error{"the record is larger than the limit of " + std::to_string(limits_.record_bytes) +
               " bytes"};
}

Result<bool> JsonValues::skip_space(std::string_view also) {
  while (true) {
    const std::string_view rest = input_.rest();
    std::size_t at = 0;
    while (at < rest.size() && (is_space(rest[at]) || also.find(rest[at]) != also.npos)) ++at;
    const bool stopped = at < rest.size();
    pass(at);
    if (stopped) return true;
    RELATA_TRY(const bool more, input_.more());
    if (!more) return false;
  }
}

Result<Done> JsonValues::find_layout() {
  RELATA_TRY(const bool any, skip_space(""));
  if (!any) return Error{"holds no text"};
  const char first = input_.rest()[0];
  if (first == '[') {
    layout_ = Layout::array;
    pass(1);
    return Done{};
  }
  if (first != '{') return Error{"is no JSON: begins with neither { nor ["};
  // If the first line is a whole object, there is one on each line.
  ValueScan scan;
  while (input_.rest().size() <= limits_.record_bytes) {
    if (const auto end = scan.end_in(input_.rest())) {
      const std::string_view rest = input_.rest();
      const bool one_line = rest.substr(0, *end).find('\n') == rest.npos;
      layout_ = one_line ? Layout::lines : Layout::values;
      return Done{};
    }
    RELATA_TRY(const bool more, input_.more());
    if (!more) break;
  }
  layout_ = Layout::values;
  return Done{};
}

Result<JsonValues::Value> JsonValues::next_line() {
  while (true) {
    std::size_t seen = 0;
    std::size_t end = 0;
    bool over = false;
    value_line_ = line_;
    while (true) {
      end = input_.rest().find('\n', seen);
      if (end != std::string_view::npos) break;
      seen = input_.rest().size();
      if (seen > limits_.record_bytes) {
        over = true;
        input_.take(seen);
        seen = 0;
      }
      RELATA_TRY(const bool more, input_.more());
      if (more) continue;
      end = input_.rest().size();
      if (end == 0 && !over) return Value();
      break;
    }
    if (over || end > limits_.record_bytes) {
      pass(std::min(end + 1, input_.rest().size()));
      return too_large();
    }
    const std::string_view line = input_.rest().substr(0, end);
    given_ = std::min(end + 1, input_.rest().size());
    if (line.find_first_not_of(" \t\r") != line.npos) return Value(line);
    pass(given_);
    given_ = 0;
  }
}

// The end of the value that begins here, which is then held as a whole. An error has passed over it.
Result<std::size_t> JsonValues::value_end() {
  ValueScan scan;
  bool over = false;
  while (true) {
    if (const auto end = scan.end_in(input_.rest())) {
      if (!over && *end <= limits_.record_bytes) return *end;
      pass(*end);
      return too_large();
    }
    if (input_.rest().size() > limits_.record_bytes) {
      over = true;
      const std::size_t size = input_.rest().size();
      pass(size);
      scan.forget(size);
    }
    RELATA_TRY(const bool more, input_.more());
    if (more) continue;
    layout_ = Layout::done;
    return Error{"is no JSON: the file ends within a value"};
  }
}

Result<JsonValues::Value> JsonValues::next_value() {
  RELATA_TRY(const bool any, skip_space(layout_ == Layout::array ? "," : ""));
  value_line_ = line_;
  if (!any) {
    const bool open = layout_ == Layout::array;
    layout_ = Layout::done;
    if (open) return Error{"is no JSON: the file ends within an array"};
    return Value();
  }
  if (input_.rest()[0] == ']' && layout_ == Layout::array) {
    pass(1);
    layout_ = Layout::done;
    RELATA_TRY(const bool rest, skip_space(""));
    if (rest) return Error{"is no JSON: something stands after the array"};
    return Value();
  }
  RELATA_TRY(const std::size_t end, value_end());
  if (end == 0) {
    layout_ = Layout::done;
    return Error{"is no JSON: a bracket that nothing opened; the rest is not read"};
  }
  given_ = end;
  return Value(input_.rest().substr(0, end));
}

Result<std::optional<std::string_view>> JsonValues::next() {
  pass(given_);
  given_ = 0;
  value_line_ = line_;
  if (layout_ == Layout::unknown) {
    const auto found = find_layout();
    if (!found) {
      layout_ = Layout::done;
      return found.error();
    }
  }
  if (layout_ == Layout::done) return Value();
  return layout_ == Layout::lines ? next_line() : next_value();
}

}  // namespace relata
