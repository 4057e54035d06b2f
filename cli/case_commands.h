// SPDX-License-Identifier: Apache-2.0
// The commands of `relata` that work on a casebook: what each is asked, as plain structs, and the function that does it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"

namespace relata::cli {

struct AddArguments {
  std::string casebook;
  InputArguments input;
  unsigned jobs = 0;
  std::string key;  // the file of the signing key; "": the user's own
  std::string data;
};

// Reads every report again that this version has not read yet.
struct RereadArguments {
  std::string casebook;
  unsigned jobs = 0;
  std::string key;
  std::string data;
};

// What incidents are asked for. All that is given must hold.
struct FilterArguments {
  std::string place;     // a name: of the place, what it lies in, its region or country
  std::string near;      // "36.2,37.1,5": within 5 km of a point
  std::string from, to;  // days
  std::vector<std::string> types;
  std::string actor, victims, voice, words, status;
  std::vector<std::string> grades;
  unsigned lineages = 0;  // at least
};

// How a list is shown.
struct ListArguments {
  std::string format = "text";
  std::string sort = "date";
  unsigned limit = 50;  // 0: all
  std::string after;    // where the page before ended
  std::string colour = "auto";
  int width = 0;
};

struct IncidentsArguments {
  std::string casebook;
  FilterArguments filter;
  ListArguments list;
  std::string data;
};

struct SearchArguments {
  std::string casebook;
  std::string query;
  ListArguments list;
  std::string data;
};

// An incident, a claim or a report, by as much of its id as names one.
struct ShowArguments {
  std::string casebook, id;
  std::string format = "text", colour = "auto";
  int width = 0;
  std::string data;
};
struct WhyArguments {
  std::string casebook, id;
  std::string format = "text", colour = "auto";
  int width = 0;
  std::string data;
};

struct ControlArguments {
  std::string casebook, place, on;
  std::string format = "text", colour = "auto";
  int width = 0;
  std::string data;
};

struct VoicesArguments {
  std::string casebook;
  ListArguments list;
  std::string data;
};

struct DecideArguments {
  std::string casebook, action;
  std::vector<std::string> about;  // ids, slots, values: as the action wants them
  std::string who, why;
  std::string key;
  std::string data;
};

struct VerifyArguments {
  std::string casebook;
  std::string public_key;  // whose signatures are expected; "": those of the casebook's own key
  std::string proof;       // the number of an entry: print its proof
  std::string format = "text";
};

struct EraseArguments {
  std::string casebook;
  std::string what;  // a report's id
  std::string who, why;
  std::string key;
  std::string data;
};

struct ExportArguments {
  std::string casebook, profile, output;
  bool is_public = false;
  std::string incident;  // "": all that fit
  FilterArguments filter;
  std::string data;
};

ExitCode run(const AddArguments& arguments);
ExitCode run(const RereadArguments& arguments);
ExitCode run(const IncidentsArguments& arguments);
ExitCode run(const SearchArguments& arguments);
ExitCode run(const ShowArguments& arguments);
ExitCode run(const WhyArguments& arguments);
ExitCode run(const ControlArguments& arguments);
ExitCode run(const VoicesArguments& arguments);
ExitCode run(const DecideArguments& arguments);
ExitCode run(const VerifyArguments& arguments);
ExitCode run(const EraseArguments& arguments);
ExitCode run(const ExportArguments& arguments);

}  // namespace relata::cli
