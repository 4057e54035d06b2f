// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

namespace relata::cli {

namespace {

// "[####....] 50 %  "; "" if it is not known of how much.
std::string bar(std::uint64_t done, std::uint64_t of) {
  if (of == 0) return "";
  const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(of));
  constexpr int kBar = 24;
  const int full = static_cast<int>(share * kBar);
  return "[" + std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(kBar - full), '.') + "] " +
         std::to_string(static_cast<int>(share * 100)) + " %  ";
}

}  // namespace

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) != 0; }

int terminal_columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) {
    if (const int number = std::atoi(columns); number > 0) return std::min(number, 1000);
  }
  return 80;
}

bool wants_colour(std::string_view colour, std::FILE* stream) {
  if (colour == "always" || colour == "never") return colour == "always";
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  if (no_color != nullptr && *no_color != '\0') return false;
  return is_terminal(stream) && term != nullptr && std::string_view(term) != "dumb";
}

Progress::Progress(bool visible) : visible_(visible), begun_(Clock::now()), last_(begun_) {}

Progress::~Progress() { clear(); }

void Progress::show(std::uint64_t reports, std::uint64_t bytes,
                    std::optional<std::uint64_t> of_bytes) {
  if (!due()) return;
  const double seconds = std::chrono::duration<double>(last_ - begun_).count();
  draw(bar(bytes, of_bytes.value_or(0)) + std::to_string(reports) + " reports, " +
       std::to_string(static_cast<std::uint64_t>(static_cast<double>(reports) / seconds)) +
       " a second");
}

void Progress::show_part(std::string_view what, std::uint64_t done, std::uint64_t of) {
  if (due()) draw(bar(done, of) + std::string(what));
}

bool Progress::due() {
  using namespace std::chrono_literals;
  const auto now = Clock::now();
  if (!visible_ || now - begun_ < 1s || now - last_ < 100ms) return false;
  last_ = now;
  return true;
}

void Progress::draw(const std::string& line) {
  const std::string drawn = "\r" + line + "\x1b[K";
  std::fwrite(drawn.data(), 1, drawn.size(), stderr);
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace relata::cli
