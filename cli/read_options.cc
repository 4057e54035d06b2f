// SPDX-License-Identifier: Apache-2.0
#include "cli/command_options.h"

namespace relata::cli {

const char* const kReadExamples =
    "Examples:\n"
    "  relata read article.html --published 2016-12-13\n"
    "  relata read reports/ --format jsonl --output readings.jsonl\n"
    "  relata read news.csv --column text=body --column id=nr --date-order day --format summary\n"
    "  curl -s https://… | relata read - --input html --format html > page.html\n\n";

void add_input(Options& options, InputArguments& input) {
  options.value("FILE", input.paths, "files, folders, or - for standard input", "").required();
  options.value("--published", input.published, "the day the reports were published", "YYYY-MM-DD");
  options.value("--publisher", input.publisher, "who published them", "NAME");
  options.value("--title", input.title, "their title", "TEXT");
  options.value("--url", input.url, "their address", "URL");
  options.value("--id", input.id, "the doc of the output, instead of the file's name", "NAME");
  options
      .choice("--input", input.input, "what the input is",
              {"auto", "plain", "html", "pdf", "json", "csv"})
      .with_default();
  options.value("--encoding", input.encoding, "of the input, instead of what its bytes say",
                "NAME");
  options.choice("--date-order", input.date_order, "how 7/10/16 is meant in tables",
                 {"day", "month"});
  options.value("--column", input.columns,
                "which column of a table is which field (text, title, url, publisher, published, "
                "id); may be repeated",
                "FIELD=COLUMN");
}

void add_jobs(Options& options, unsigned& jobs) {
  options
      .value("-j,--jobs", jobs,
             "how many reports to read at the same time; 0: one for each core. The output is the "
             "same.",
             "N")
      .range(0, 1024)
      .with_default();
}

void add_looks(Options& options, std::string& colour, int& width) {
  options
      .choice("--color,--colour", colour, "colours and weights on the terminal",
              {"auto", "always", "never"})
      .with_default();
  options.value("--width", width, "columns of the text format; 0: those of the terminal", "N")
      .range(0, 1000);
}

void add_data(Options& options, std::string& data) {
  options.value("--data", data, "the folder that holds data/ and models/", "DIR");
}

void add_read(Options options, ReadArguments& read) {
  add_input(options, read.input);
  options
      .choice("-f,--format", read.format, "how the readings are shown; text is for people",
              {"text", "json", "jsonl", "summary", "html"})
      .with_default();
  options.value("-o,--output", read.output, "where to write instead of standard output", "FILE");
  options.flag("--layers", read.layers,
               "json, jsonl: also tokens, trees, names, attributions, places, times, quantities");
  add_jobs(options, read.jobs);
  add_looks(options, read.colour, read.width);
  add_data(options, read.data);
}

}  // namespace relata::cli
