// SPDX-License-Identifier: Apache-2.0
// The options of each command, and the examples that its --help ends with.
#pragma once

#include <string>

#include "cli/case_commands.h"
#include "cli/commands.h"
#include "cli/options.h"

namespace relata::cli {

// Parts that several commands share.
void add_input(Options& options, InputArguments& input);
void add_jobs(Options& options, unsigned& jobs);
void add_looks(Options& options, std::string& colour, int& width);
void add_data(Options& options, std::string& data);

extern const char* const kReadExamples;
extern const char* const kEvalExamples;
extern const char* const kGazetteerExamples;
extern const char* const kCompletionExamples;
void add_read(Options options, ReadArguments& read);
void add_eval(Options options, EvalArguments& eval);
void add_gazetteer(Options options, GazetteerArguments& gazetteer);
void add_completion(Options options, CompletionArguments& completion);

extern const char* const kAddExamples;
extern const char* const kRereadExamples;
extern const char* const kIncidentsExamples;
extern const char* const kShowExamples;
extern const char* const kWhyExamples;
extern const char* const kControlExamples;
extern const char* const kVoicesExamples;
extern const char* const kSearchExamples;
extern const char* const kDecideExamples;
extern const char* const kVerifyExamples;
extern const char* const kEraseExamples;
extern const char* const kExportExamples;
void add_add(Options options, AddArguments& add);
void add_reread(Options options, RereadArguments& reread);
void add_incidents(Options options, IncidentsArguments& incidents);
void add_show(Options options, ShowArguments& show);
void add_why(Options options, WhyArguments& why);
void add_control(Options options, ControlArguments& control);
void add_voices(Options options, VoicesArguments& voices);
void add_search(Options options, SearchArguments& search);
void add_decide(Options options, DecideArguments& decide);
void add_verify(Options options, VerifyArguments& verify);
void add_erase(Options options, EraseArguments& erase);
void add_export(Options options, ExportArguments& exported);

}  // namespace relata::cli
