// SPDX-License-Identifier: Apache-2.0
// The program as a user meets it: exit codes, what goes where, the same bytes however many jobs.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "cli/in_order.h"

namespace {

struct Outcome {
  int code = -1;
  std::string out, errors;
};

// A folder that goes away with the test.
class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() /
              ("relata-test-" +
               std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::filesystem::path path_;
};

// Runs a line of the shell in which `relata` is the program.
Outcome shell(const Folder& folder, const std::string& line) {
  const std::string command =
      "relata() { '" RELATA_PROGRAM "' \"$@\"; }; export RELATA_DATA='" RELATA_SOURCE_DIR "'; { " +
      line + "; } >'" + folder.at("out") + "' 2>'" + folder.at("errors") + "'";
  const int status = std::system(("bash -c \"" +
                                  [&] {
                                    std::string quoted;
                                    for (const char c : command) {
                                      if (c == '"' || c == '$' || c == '\\' || c == '`')
                                        quoted += '\\';
                                      quoted += c;
                                    }
                                    return quoted;
                                  }() +
                                  "\"")
                                     .c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, folder.read("out"), folder.read("errors")};
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

constexpr const char* kExamples = RELATA_SOURCE_DIR "/examples";

}  // namespace

TEST_CASE("exit codes say what happened, and errors name the file") {
  const Folder folder;
  folder.write("good.txt", "Shelling killed nine people in Aleppo, a medic said.\n");
  struct {
    const char* line;
    int code;
    const char* out;
    const char* errors;
  } const cases[] = {
      {"relata --help", 0, "Exit codes:", ""},
      {"relata --version", 0, "relata ", ""},
      {"relata read --help", 0, "Examples:", ""},
      {"relata", 2, "", "required"},
      {"relata read", 2, "", "required"},
      {"relata red x", 2, "", "red"},
      {"relata read good.txt --format yaml", 2, "", "yaml"},
      {"relata read good.txt --published yesterday", 2, "", "yesterday"},
      {"relata read good.txt --column body", 2, "", "FIELD=COLUMN"},
      {"relata read missing.txt", 3, "", "missing.txt"},
      {"relata read good.txt --data nowhere", 3, "", "nowhere"},
      {"relata read good.txt missing.txt --format jsonl", 1, "\"doc\":\"good\"", "missing.txt"},
      {"relata read good.txt --format jsonl", 0, "\"doc\":\"good\"", ""},
      {"relata read good.txt --output no/such/folder", 3, "", "no/such/folder"},
      {"relata read - < good.txt", 0, "killed", ""},
      {"relata eval claims missing", 3, "", "missing"},
      {"relata completion fish", 0, "complete -c relata", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const Outcome outcome = shell(folder, "cd " + folder.at("") + " && " + c.line);
    CAPTURE(outcome.errors);
    CHECK(outcome.code == c.code);
    CHECK(holds(outcome.out, c.out));
    CHECK(holds(outcome.errors, c.errors));
    if (*c.errors == '\0') CHECK(outcome.errors == "");
  }
}

TEST_CASE("any number of jobs gives the same bytes") {
  const Folder folder;
  std::string lines;
  for (int i = 0; i < 60; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"Troops took " +
             std::string(static_cast<std::size_t>(i % 7 + 1) * 30, 'x') +
             " and al-Fardous on Monday, Radio Saffron said. Shelling killed " + std::to_string(i) +
             " people.\"}\n";
    if (i % 10 == 3) lines += "{\"id\": broken\n";
  }
  folder.write("many.jsonl", lines);
  for (const char* format : {"jsonl", "text", "html", "summary", "json"}) {
    const std::string line =
        "relata read " + folder.at("many.jsonl") + " " + kExamples + " --format " + format;
    const Outcome one = shell(folder, line + " --jobs 1"),
                  eight = shell(folder, line + " --jobs 8");
    CAPTURE(format);
    CHECK(one.code == 1);
    CHECK(eight.code == 1);
    CHECK(one.out.size() > 1000);
    CHECK(one.out == eight.out);
    CHECK(one.errors == eight.errors);
  }
}

TEST_CASE("colours come only when asked for, where there is no terminal") {
  const Folder folder;
  const std::string read = std::string("relata read ") + kExamples + "/04-tidewater-wire.txt";
  CHECK(!holds(shell(folder, read).out, "\x1b["));
  CHECK(!holds(shell(folder, read + " --color never").out, "\x1b["));
  CHECK(holds(shell(folder, read + " --color always").out, "\x1b["));
}

TEST_CASE("completion scripts are such that shells accept them") {
  const Folder folder;
  const Outcome bash = shell(folder, "relata completion bash | bash -n");
  CHECK(bash.code == 0);
  CHECK(bash.errors == "");
  const Outcome offered = shell(folder,
                                "eval \"$(relata completion bash)\"; COMP_WORDS=(relata read "
                                "--format h); COMP_CWORD=3; _relata; echo ${COMPREPLY[@]}");
  CHECK(offered.out == "html\n");
}

TEST_CASE(
    "results come in the order of the items, whoever is done first, and few are held at once") {
  for (const unsigned jobs : {1U, 2U, 7U}) {
    std::atomic<int> made = 0, taken = 0, most = 0;
    std::vector<int> order;
    relata::cli::in_order<int, int>(
        jobs,
        [&]() -> std::optional<int> {
          const int held = made - taken;
          if (held > most) most = held;
          return made < 200 ? std::optional(made++) : std::nullopt;
        },
        [](int item) {
          std::this_thread::sleep_for(std::chrono::microseconds(item * 7919 % 500));
          return item * 2;
        },
        [&](int result) {
          order.push_back(result);
          ++taken;
        });
    REQUIRE(order.size() == 200);
    for (int i = 0; i < 200; ++i) CHECK(order[static_cast<std::size_t>(i)] == 2 * i);
    CHECK(most <= static_cast<int>(jobs) * 8 + 1);
  }
}

TEST_CASE("commands on casebooks say what is wrong, and by their exit code of what kind it is") {
  const Folder folder;
  const std::string set = "cd '" + folder.at("") + "'; export XDG_CONFIG_HOME=\"$PWD/config\"; ";
  REQUIRE(shell(folder, set + "relata add case.relata " + kExamples + "/0[1-4]*").code == 0);
  folder.write("no.relata", "this is no casebook, and was never one of them at all");
  struct Case {
    const char* line;
    int code;
    const char* says;
  };
  const Case cases[] = {
      {"incidents case.relata", 0, ""},
      {"incidents absent.relata", 3, "absent.relata: there is no such casebook"},
      {"incidents no.relata", 3, "no.relata"},
      {"incidents case.relata --type raid", 2, "'raid' is no type"},
      {"incidents case.relata --near 36.2,37.15,50", 0, ""},
      {"incidents case.relata --near 36.2", 2, "--near"},
      {"search case.relata '\"open'", 2, "a quote is not closed"},
      {"show case.relata i00000", 3, "there is no incident 'i00000'"},
      {"why case.relata 01-tidewater-wire", 3, "is a report"},
      {"decide case.relata split 01-tidewater-wire --why x", 2,
       "relata decide CASE split CLAIM CLAIM"},
      {"decide case.relata undo 0 --why x", 3, "entry 0 is no decision that holds"},
      {"control case.relata Nowhere", 3, "'Nowhere'"},
      {"verify case.relata --proof 999", 3, "there is no entry 999"},
      {"erase case.relata nothing --why x", 3, "there is no report 'nothing'"},
      {"export case.relata --profile ged --output /proc/x", 3, "/proc/x"},
      {"export case.relata --profile html --incident i00000 --output out", 3, "there is no incident"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.line);
    const Outcome outcome = shell(folder, set + "relata " + one.line);
    CHECK(outcome.code == one.code);
    CHECK(holds(outcome.errors, one.says));
  }
  CHECK(shell(folder, set + "relata verify case.relata").code == 0);  // and nothing was lost
}
