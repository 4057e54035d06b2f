// SPDX-License-Identifier: Apache-2.0
// relata completion: a script that lets a shell complete commands, options and their values. It is written from the
// commands themselves, so that it cannot fall behind them.
#include <cstdio>
#include <string>

#include "cli/commands.h"

namespace relata::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Text within single quotes of a shell. Brackets and colons mean something to zsh's _arguments and go as well.
std::string quotable(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != '\'' && c != '[' && c != ']' && c != ':') out += c;
  }
  return out;
}

std::vector<std::string> names_of(const std::vector<CommandOutline>& commands) {
  std::vector<std::string> names;
  for (const auto& command : commands) names.push_back(command.name);
  return names;
}

std::string bash(const std::vector<CommandOutline>& commands) {
  std::string out =
      "# bash completion for relata\n"
      "_relata() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W '" +
      joined(names_of(commands)) +
      " --help --version' -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case ${COMP_WORDS[1]},$before in\n";
  std::string options;
  for (const auto& command : commands) {
    std::vector<std::string> names;
    for (const auto& option : command.options) {
      names.insert(names.end(), option.names.begin(), option.names.end());
      if (option.choices.empty()) continue;
      for (const auto& name : option.names) {
        out += "    " + command.name + "," + name + ") COMPREPLY=($(compgen -W '" +
               joined(option.choices) + "' -- \"$word\")); return;;\n";
      }
    }
    if (!command.choices.empty()) {
      out += "    " + command.name + "," + command.name + ") COMPREPLY=($(compgen -W '" +
             joined(command.choices) + "' -- \"$word\")); return;;\n";
    }
    options += "    " + command.name + ",-*) COMPREPLY=($(compgen -W '" + joined(names) +
               "' -- \"$word\"));;\n";
  }
  return out + "  esac\n  case ${COMP_WORDS[1]},$word in\n" + options +
         "    *) COMPREPLY=($(compgen -f -- \"$word\"));;\n  esac\n}\ncomplete -o filenames -F "
         "_relata relata\n";
}

std::string zsh(const std::vector<CommandOutline>& commands) {
  std::string out = "#compdef relata\n_relata() {\n  local -a commands=(\n";
  for (const auto& command : commands)
    out += "    '" + command.name + ":" + quotable(command.description) + "'\n";
  out +=
      "  )\n  if (( CURRENT == 2 )); then _describe command commands; return; fi\n  case $words[2] "
      "in\n";
  for (const auto& command : commands) {
    out += "    " + command.name + ") shift words; (( CURRENT-- )); _arguments -s \\\n";
    for (const auto& option : command.options) {
      for (const auto& name : option.names) {
        out += "      '" + name + "[" + quotable(option.description) + "]";
        if (option.takes_value)
          out += ":value:" + (option.choices.empty() ? std::string("_files")
                                                     : "(" + joined(option.choices) + ")");
        out += "' \\\n";
      }
    }
    if (!command.choices.empty()) out += "      '1:what:(" + joined(command.choices) + ")' \\\n";
    out += "      '*:file:_files';;\n";
  }
  return out + "  esac\n}\n_relata \"$@\"\n";
}

std::string fish(const std::vector<CommandOutline>& commands) {
  std::string out = "# fish completion for relata\n";
  for (const auto& command : commands) {
    out += "complete -c relata -n __fish_use_subcommand -f -a " + command.name + " -d '" +
           quotable(command.description) + "'\n";
    const std::string when =
        "complete -c relata -n '__fish_seen_subcommand_from " + command.name + "'";
    for (const auto& option : command.options) {
      out += when;
      for (const auto& name : option.names)
        out += name[1] == '-' ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (!option.choices.empty()) {
        out += " -x -a '" + joined(option.choices) + "'";
      } else if (option.takes_value) {
        out += " -r";
      }
      out += " -d '" + quotable(option.description) + "'\n";
    }
    if (!command.choices.empty()) out += when + " -a '" + joined(command.choices) + "'\n";
  }
  return out;
}

}  // namespace

ExitCode run(const CompletionArguments& arguments, const std::vector<CommandOutline>& commands) {
  const std::string script = arguments.shell == "bash"  ? bash(commands)
                             : arguments.shell == "zsh" ? zsh(commands)
                                                        : fish(commands);
  return std::fwrite(script.data(), 1, script.size(), stdout) == script.size()
             ? ExitCode::ok
             : ExitCode::nothing_done;
}

}  // namespace relata::cli
