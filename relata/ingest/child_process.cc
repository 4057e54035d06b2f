// SPDX-License-Identifier: Apache-2.0
#include "relata/ingest/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

namespace relata {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostErrors = 2000;
constexpr int kCannotStart = 127;

// Both ends of a two-way pipe. A socket, because writing to one whose reader is gone can be told to raise no signal.
struct Pair {
  int ours = -1;
  int theirs = -1;
  Pair() {
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0) {
      ours = ends[0];
      theirs = ends[1];
      ::fcntl(ours, F_SETFL, O_NONBLOCK);
    }
  }
  ~Pair() {
    close_ours();
    close_theirs();
  }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;
  void close_ours() { close_end(ours); }
  void close_theirs() { close_end(theirs); }
  static void close_end(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

void limit(int what, std::uint64_t value) {
  const rlimit both{static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
  ::setrlimit(static_cast<__rlimit_resource_t>(what), &both);
}

// In the child, between fork and exec: only calls that are safe there.
[[noreturn]] void become(const char* program, char* const* arguments, int in, int out, int err,
                         const ChildLimits& limits) {
  ::setpgid(0, 0);
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
#ifdef __linux__
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, limits.cpu_seconds);
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 64);
  char locale[] = "LC_ALL=C";
  char* environment[] = {locale, nullptr};
  ::execve(program, arguments, environment);
  ::_exit(kCannotStart);
}

// A child that has been started; killed and waited for at the end of its scope if it is still there.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  ~Child() {
    if (id_ > 0) {
      kill();
      wait();
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  void kill() const {
    ::kill(-id_, SIGKILL);
    ::kill(id_, SIGKILL);
  }
  int wait() {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = -1;
    return status;
  }

 private:
  pid_t id_;
};

// Moves bytes between us and the child until it closes its output.
class Exchange {
 public:
  Exchange(Pair& in, Pair& out, Pair& err, std::string_view input, const ChildLimits& limits)
      : in_(in),
        out_(out),
        err_(err),
        input_(input),
        limits_(limits),
        deadline_(Clock::now() + std::chrono::seconds(limits.seconds)) {}

  Result<ChildOutput> run() {
    ChildOutput output;
    while (out_.ours >= 0 || err_.ours >= 0) {
      std::array<pollfd, 3> ends = {pollfd{in_.ours, POLLOUT, 0}, pollfd{out_.ours, POLLIN, 0},
                                    pollfd{err_.ours, POLLIN, 0}};
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
      if (left <= 0)
        return Error{"took longer than the limit of " + std::to_string(limits_.seconds) +
                     " seconds"};
      if (::poll(ends.data(), ends.size(), static_cast<int>(left)) < 0 && errno != EINTR) {
        return Error{std::string("cannot be waited for: ") + std::strerror(errno)};
      }
      if (ends[0].revents != 0) write_some();
      if (ends[1].revents != 0) read_some(out_, output.bytes, limits_.output_bytes + 1);
      if (ends[2].revents != 0) read_some(err_, output.errors, kMostErrors);
      if (output.bytes.size() > limits_.output_bytes) {
        return Error{"gave more than the limit of " + std::to_string(limits_.output_bytes) +
                     " bytes"};
      }
    }
    return output;
  }

 private:
  void write_some() {
    const ssize_t sent = ::send(in_.ours, input_.data(),
                                std::min<std::size_t>(input_.size(), 1u << 16), MSG_NOSIGNAL);
    if (sent > 0) input_.remove_prefix(static_cast<std::size_t>(sent));
    const bool gone = sent < 0 && errno != EAGAIN && errno != EINTR;
    if (gone || input_.empty()) in_.close_ours();
  }

  // What is beyond `most` is read and dropped.
  static void read_some(Pair& from, std::string& into, std::size_t most) {
    char buffer[1 << 16];
    const ssize_t got = ::recv(from.ours, buffer, sizeof buffer, 0);
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) return from.close_ours();
    if (got > 0 && into.size() < most)
      into.append(buffer, std::min(static_cast<std::size_t>(got), most - into.size()));
  }

  Pair& in_;
  Pair& out_;
  Pair& err_;
  std::string_view input_;
  const ChildLimits& limits_;
  Clock::time_point deadline_;
};

}  // namespace

Result<ChildOutput> run_child(const std::string& program, const std::vector<std::string>& arguments,
                              std::string_view input, const ChildLimits& limits) {
  Pair in;
  Pair out;
  Pair err;
  if (in.ours < 0 || out.ours < 0 || err.ours < 0) return Error{program + ": no descriptors left"};
  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const pid_t id = ::fork();
  if (id < 0) return Error{program + ": cannot be started: " + std::strerror(errno)};
  if (id == 0) become(program.c_str(), pointers.data(), in.theirs, out.theirs, err.theirs, limits);
  Child child(id);
  in.close_theirs();
  out.close_theirs();
  err.close_theirs();
  if (input.empty()) in.close_ours();
  auto output = Exchange(in, out, err, input, limits).run();
  if (!output) {
    child.kill();
    child.wait();
    return output.error().with(program);
  }
  const int status = child.wait();
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    const char* why = signal == SIGXCPU || signal == SIGKILL ? "it reached its limit of time"
                                                             : ::strsignal(signal);
    return Error{program + ": was stopped: " + why};
  }
  output->status = WEXITSTATUS(status);
  if (output->status == kCannotStart) return Error{program + ": cannot be started"};
  return output;
}

}  // namespace relata
