// SPDX-License-Identifier: Apache-2.0
// relata-train: rebuilds the trained weights under models/ from the treebanks and name corpora, bit for bit.
#include <cstdio>
#include <string_view>
#include <vector>

#include "cli/train/command.h"

namespace {

constexpr const char* kUsage =
    "usage: relata-train COMMAND OPTIONS\n"
    "  syntax   tags, trees and lemmas from CoNLL-U files and word vectors\n"
    "           --tree FILE (may be given again) --vectors FILE --out MODEL [--dev FILE] [--epochs N]\n"
    "  names    the name tagger\n"
    "           --re3d FOLDER --gum FILE --conll FILE --claims FOLDER (any may be given again) --data FOLDER --out MODEL\n"
    "           [--hold-out 0-9 [--misses yes]] [--epochs N]\n"
    "  coreference   measures who is who on the voices of reports with claims; trains nothing\n"
    "           --claims FOLDER (may be given again) [--data FOLDER] [--misses yes]\n"
    "  events   the classifier of events\n"
    "           --gold FOLDER --peace FILE (may be given again) --root FOLDER --out MODEL [--cross-validate FILE]\n"
    "           [--epochs N] [--threshold THOUSANDTHS]\n"
    "  slots    which place, time and counts belong to an event\n"
    "           --gold FOLDER --root FOLDER --out MODEL\n"
    "example:\n"
    "  relata-train syntax --tree ewt/train.conllu --tree gum/train.conllu --vectors vectors.json "
    "--dev ewt/dev.conllu --out models/english.bin\n";

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string_view> arguments(values + 1, values + count);
  const auto files = relata::real_files();
  using Command = relata::Result<relata::Done> (*)(const relata::Files&, const std::vector<std::string_view>&);
  Command command = nullptr;
  if (!arguments.empty() && arguments[0] == "syntax") command = relata::train_syntax;
  if (!arguments.empty() && arguments[0] == "names") command = relata::train_names;
  if (!arguments.empty() && arguments[0] == "events") command = relata::train_events;
  if (!arguments.empty() && arguments[0] == "slots") command = relata::train_slots;
  if (!arguments.empty() && arguments[0] == "coreference") command = relata::measure_coreference;
  if (command == nullptr) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  const auto done = command(*files, {arguments.begin() + 1, arguments.end()});
  if (done) return 0;
  std::fprintf(stderr, "relata-train: %s\n", done.error().message.c_str());
  return 1;
}
