// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/command_options.h"
#include "relata/export/form.h"

namespace relata::cli {
namespace {

constexpr const char* kExitCodes =
    "Exit codes:\n"
    "  0  all went well\n"
    "  1  some input could not be read, the rest was\n"
    "  2  the command line makes no sense\n"
    "  3  nothing could be read, or the program failed\n";

std::vector<CommandOutline> outline_of(const CLI::App& app, const OptionChoices& choices) {
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

// The commands with their arguments, as they are filled.
class CommandTable {
 public:
  explicit CommandTable(CLI::App& app) : app_(app) {}

  template <typename Arguments>
  void command(const char* name, const char* description, const char* examples,
               void (*add_options)(Options, Arguments&), Arguments& arguments) {
    CLI::App* command = app_.add_subcommand(name, description);
    command->footer(std::string(examples) + kExitCodes);
    add_options(Options(*command, choices_), arguments);
    taken_.push_back([command, &arguments](CommandLine& line) {
      if (command->parsed()) line.action = Command(arguments);
    });
  }

  [[nodiscard]] const OptionChoices& choices() const { return choices_; }
  void take(CommandLine& line) const {
    for (const auto& one : taken_) one(line);
  }

 private:
  CLI::App& app_;
  OptionChoices choices_;
  std::vector<std::function<void(CommandLine&)>> taken_;
};

// Everything that the command line may ask for.
struct AllArguments {
  ReadArguments read;
  AddArguments add;
  RereadArguments reread;
  IncidentsArguments incidents;
  ShowArguments show;
  WhyArguments why;
  ControlArguments control;
  VoicesArguments voices;
  SearchArguments search;
  DecideArguments decide;
  VerifyArguments verify;
  EraseArguments erase;
  ExportArguments exported;
  EvalArguments eval;
  GazetteerArguments gazetteer;
  CompletionArguments completion;
};

void add_commands(CommandTable& table, AllArguments& all) {
  table.command("read", "say what reports claim", kReadExamples, &add_read, all.read);
  table.command("add", "add reports and what they claim to a casebook", kAddExamples, &add_add,
                all.add);
  table.command("reread", "read the reports of a casebook again with this version", kRereadExamples,
                &add_reread, all.reread);
  table.command("incidents", "list the incidents of a casebook", kIncidentsExamples, &add_incidents,
                all.incidents);
  table.command("show", "show an incident, a claim or a report with all about it", kShowExamples,
                &add_show, all.show);
  table.command("why", "say why an incident has its grade, and what would change it", kWhyExamples,
                &add_why, all.why);
  table.command("control", "say who held what when, by whose word", kControlExamples, &add_control,
                all.control);
  table.command("voices", "list who speaks, of what kind and side", kVoicesExamples, &add_voices,
                all.voices);
  table.command("search", "search a casebook's words and fields", kSearchExamples, &add_search,
                all.search);
  table.command("decide", "record a person's decision, with its reason", kDecideExamples,
                &add_decide, all.decide);
  table.command("verify", "check every hash and signature of a casebook", kVerifyExamples,
                &add_verify, all.verify);
  table.command("erase", "erase a report for safety or law", kEraseExamples, &add_erase, all.erase);
  table.command("export", "write a casebook in the forms of others", kExportExamples, &add_export,
                all.exported);
  table.command("eval", "measure accuracy on a gold set", kEvalExamples, &add_eval, all.eval);
  table.command("gazetteer", "make the list of the world's places", kGazetteerExamples,
                &add_gazetteer, all.gazetteer);
  table.command("completion", "write a script that completes commands in a shell",
                kCompletionExamples, &add_completion, all.completion);
}

}  // namespace

CommandLine parse_command_line(int count, const char* const* words) {
  CLI::App app(
      "Relata reads reports of armed conflict, says who claims what, on whose word and in which "
      "words, and keeps a casebook of it.",
      "relata");
  app.set_version_flag("--version", "relata " + std::string(version()));
  app.require_subcommand(1);
  app.footer(std::string(kReadExamples) + kExitCodes);
  AllArguments all;
  CommandTable table(app);
  add_commands(table, all);
  CommandLine line{ExitCode::usage, outline_of(app, table.choices())};
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    line.action = app.exit(error) == 0 ? ExitCode::ok : ExitCode::usage;
    return line;
  }
  table.take(line);
  return line;
}

}  // namespace relata::cli
