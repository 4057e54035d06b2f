// SPDX-License-Identifier: Apache-2.0
// The options of the commands that work on a casebook.
#include "cli/command_options.h"

namespace relata::cli {

const char* const kAddExamples =
    "Examples:\n"
    "  relata add aleppo.relata reports/             made if it is not there\n"
    "  relata add aleppo.relata news.csv --column text=body --date-order day\n\n";
const char* const kRereadExamples =
    "Examples:\n"
    "  relata reread aleppo.relata                   after an update of the program\n\n";
const char* const kIncidentsExamples =
    "Examples:\n"
    "  relata incidents aleppo.relata --place Aleppo --from 2016-11-01 --grade fair\n"
    "  relata incidents aleppo.relata --type airstrike --lineages 2 --format csv\n\n";
const char* const kShowExamples =
    "Examples:\n"
    "  relata show aleppo.relata i3f9a12ab           an incident\n"
    "  relata show aleppo.relata 77ab01cd            a report\n"
    "  relata show aleppo.relata 77ab01cd:152-160    a claim\n\n";
const char* const kWhyExamples =
    "Examples:\n"
    "  relata why aleppo.relata i3f9a12ab\n\n";
const char* const kControlExamples =
    "Examples:\n"
    "  relata control aleppo.relata                  every place\n"
    "  relata control aleppo.relata al-Fardous\n"
    "  relata control aleppo.relata --on 2016-12-01 --format json\n\n";
const char* const kVoicesExamples =
    "Examples:\n"
    "  relata voices aleppo.relata --sort contradicted\n\n";
const char* const kSearchExamples =
    "Examples:\n"
    "  relata search aleppo.relata '\"barrel bombs\" place:Hanano -type:appeal'\n"
    "  relata search aleppo.relata 'الفردوس'         finds al-Fardous as well\n\n";
const char* const kDecideExamples =
    "Examples:\n"
    "  relata decide aleppo.relata split 77ab01cd:152-160 3f9a12ab:12-20 --why 'an hour apart'\n"
    "  relata decide aleppo.relata correct 77ab01cd:152-160 killed 3-5 --why 'the list says so'\n"
    "  relata decide aleppo.relata grade i3f9a12ab contested --why 'both sides shelled that day'\n"
    "  relata decide aleppo.relata seal 'a baker' --why 'asked us to'\n"
    "  relata decide aleppo.relata undo 41 --why 'a mistake'\n\n";
const char* const kVerifyExamples =
    "Examples:\n"
    "  relata verify aleppo.relata\n"
    "  relata verify aleppo.relata --proof 41 > entry-41.proof\n\n";
const char* const kEraseExamples =
    "Examples:\n"
    "  relata erase aleppo.relata 77ab01cd --why 'names a witness who is in danger'\n\n";
const char* const kExportExamples =
    "Examples:\n"
    "  relata export aleppo.relata --profile ged --output out/\n"
    "  relata export aleppo.relata --profile geojson --public --output out/\n\n";

namespace {

void add_casebook(Options& options, std::string& casebook) {
  options.value("CASE", casebook, "the casebook: a file NAME.relata", "").required();
}

void add_key(Options& options, std::string& key) {
  options.value("--key", key, "the file of the signing key, instead of your own", "FILE");
}

void add_reason(Options& options, std::string& who, std::string& why) {
  options.value("--who", who, "who decides; your name on this machine if it is left out", "NAME");
  options.value("--why", why, "the reason, for those who come after", "TEXT").required();
}

void add_filter(Options& options, FilterArguments& filter) {
  options.value("--place", filter.place, "a place, or what it lies in: a town, region or country",
                "NAME");
  options.value("--near", filter.near, "within so many kilometres of a point", "LAT,LON,KM");
  options.value("--from", filter.from, "not before this day", "YYYY-MM-DD");
  options.value("--to", filter.to, "not after this day", "YYYY-MM-DD");
  options.value("--type", filter.types, "airstrike, killing …; may be repeated", "TYPE");
  options.value("--actor", filter.actor, "who is said to have done it: a name or a side", "NAME");
  options.value("--victims", filter.victims, "whom it befell: civilians, children, medics …",
                "CLASS");
  options.value("--voice", filter.voice, "who tells of it: a name, kind or side", "NAME");
  options.value("--grade", filter.grades,
                "confirmed, fair, weak, contested, discounted; may be repeated", "GRADE");
  options.value("--lineages", filter.lineages, "told by at least so many independent lineages",
                "N");
  options.value("--status", filter.status, "with a claim of this status", "STATUS");
  options.value("--words", filter.words, "whose reports hold these words", "TEXT");
}

void add_list(Options& options, ListArguments& list, std::vector<std::string> formats,
              std::vector<std::string> orders) {
  options
      .choice("-f,--format", list.format, "how it is shown; text is for people", std::move(formats))
      .with_default();
  options.choice("--sort", list.sort, "in which order", std::move(orders)).with_default();
  options.value("--limit", list.limit, "how many at most; 0: all", "N").with_default();
  options.value("--after", list.after, "go on behind the page that ended with this mark", "MARK");
  add_looks(options, list.colour, list.width);
}

template <typename Arguments>
void add_shown(Options& options, Arguments& arguments) {
  options
      .choice("-f,--format", arguments.format, "how it is shown; text is for people",
              {"text", "json"})
      .with_default();
  add_looks(options, arguments.colour, arguments.width);
  add_data(options, arguments.data);
}

}  // namespace

void add_add(Options options, AddArguments& add) {
  add_casebook(options, add.casebook);
  add_input(options, add.input);
  add_jobs(options, add.jobs);
  add_key(options, add.key);
  add_data(options, add.data);
}

void add_reread(Options options, RereadArguments& reread) {
  add_casebook(options, reread.casebook);
  add_jobs(options, reread.jobs);
  add_key(options, reread.key);
  add_data(options, reread.data);
}

void add_incidents(Options options, IncidentsArguments& incidents) {
  add_casebook(options, incidents.casebook);
  add_filter(options, incidents.filter);
  add_list(options, incidents.list, {"text", "json", "jsonl", "csv", "geojson", "groups"},
           {"date", "grade", "lineages", "killed", "place"});
  add_data(options, incidents.data);
}

void add_show(Options options, ShowArguments& show) {
  add_casebook(options, show.casebook);
  options.value("ID", show.id, "of an incident, a claim or a report; its beginning is enough", "")
      .required();
  add_shown(options, show);
}

void add_why(Options options, WhyArguments& why) {
  add_casebook(options, why.casebook);
  options.value("ID", why.id, "of an incident or one of its claims; its beginning is enough", "")
      .required();
  add_shown(options, why);
}

void add_control(Options options, ControlArguments& control) {
  add_casebook(options, control.casebook);
  options.value("PLACE", control.place, "one place; left out: all", "");
  options.value("--on", control.on, "only that day", "YYYY-MM-DD");
  add_shown(options, control);
}

void add_voices(Options options, VoicesArguments& voices) {
  voices.list.sort = "told";
  add_casebook(options, voices.casebook);
  add_list(options, voices.list, {"text", "json", "jsonl"},
           {"told", "borne_out", "contradicted", "name"});
  add_data(options, voices.data);
}

void add_search(Options options, SearchArguments& search) {
  add_casebook(options, search.casebook);
  options.value("QUERY", search.query, "words, \"phrases\", field:value, -not, OR", "").required();
  add_list(options, search.list, {"text", "json", "jsonl"},
           {"date", "grade", "lineages", "killed", "place"});
  add_data(options, search.data);
}

void add_decide(Options options, DecideArguments& decide) {
  add_casebook(options, decide.casebook);
  options
      .choice(
          "ACTION", decide.action, "what is decided",
          {"accept", "reject", "correct", "merge", "split", "grade", "reliability", "seal", "undo"})
      .required();
  options
      .value("ABOUT", decide.about, "ids, and what the action needs beside them (see the man page)",
             "")
      .required();
  add_reason(options, decide.who, decide.why);
  add_key(options, decide.key);
  add_data(options, decide.data);
}

void add_verify(Options options, VerifyArguments& verify) {
  add_casebook(options, verify.casebook);
  options.value("--public-key", verify.public_key, "the key that must have signed", "KEY");
  options.value("--proof", verify.proof, "print the proof of one entry", "NUMBER");
  options
      .choice("-f,--format", verify.format, "how it is shown; text is for people", {"text", "json"})
      .with_default();
}

void add_erase(Options options, EraseArguments& erase) {
  add_casebook(options, erase.casebook);
  options.value("WHAT", erase.what, "a report's id, or its beginning", "").required();
  add_reason(options, erase.who, erase.why);
  add_key(options, erase.key);
  add_data(options, erase.data);
}

void add_export(Options options, ExportArguments& exported) {
  add_casebook(options, exported.casebook);
  options
      .choice("--profile", exported.profile, "the form",
              {"incidents", "claims", "csv", "geojson", "acled", "ged", "hxl", "ftm", "annotations",
               "prov", "html"})
      .required();
  options
      .value("-o,--output", exported.output, "the folder to write into; made if it is not there",
             "DIR")
      .required();
  options.value("--incident", exported.incident, "one incident alone, as for a report of it", "ID");
  options.flag(
      "--public", exported.is_public,
      "for everybody: places and times coarse, voices at risk sealed, small numbers held back");
  add_filter(options, exported.filter);
  add_data(options, exported.data);
}

}  // namespace relata::cli
