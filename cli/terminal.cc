// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

namespace relata::cli {

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) != 0; }

int terminal_columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) {
    if (const int number = std::atoi(columns); number > 0) return std::min(number, 1000);
  }
  return 80;
}

bool wants_colour(Colour colour, std::FILE* stream) {
  if (colour != Colour::automatic) return colour == Colour::always;
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  if (no_color != nullptr && *no_color != '\0') return false;
  return is_terminal(stream) && term != nullptr && std::string_view(term) != "dumb";
}

Progress::Progress(bool visible) : visible_(visible), begun_(Clock::now()), last_(begun_) {}

Progress::~Progress() { clear(); }

void Progress::show(std::uint64_t reports, std::uint64_t bytes,
                    std::optional<std::uint64_t> of_bytes) {
  using namespace std::chrono_literals;
  const auto now = Clock::now();
  if (!visible_ || now - begun_ < 1s || now - last_ < 100ms) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  std::string line = "\r";
  if (of_bytes && *of_bytes > 0) {
    const double share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(*of_bytes));
    constexpr int kBar = 24;
    const int full = static_cast<int>(share * kBar);
    line += "[" + std::string(static_cast<std::size_t>(full), '#') +
            std::string(static_cast<std::size_t>(kBar - full), '.') + "] " +
            std::to_string(static_cast<int>(share * 100)) + " %  ";
  }
  line += std::to_string(reports) + " reports, " +
          std::to_string(static_cast<std::uint64_t>(static_cast<double>(reports) / seconds)) +
          " a second\x1b[K";
  std::fwrite(line.data(), 1, line.size(), stderr);
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
