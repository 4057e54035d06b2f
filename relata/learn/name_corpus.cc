// SPDX-License-Identifier: Apache-2.0
#include "relata/learn/name_corpus.h"

#include <algorithm>
#include <map>
#include <optional>

#include "relata/base/fold.h"
#include "relata/base/utf8.h"
#include "relata/ingest/json.h"
#include "relata/learn/claim_record.h"
#include "relata/learn/name_core.h"

namespace relata {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// What a corpus calls person, body and location.
enum class Mark : std::uint8_t { person, body, location };

std::optional<Mark> mark_of(std::string_view type) {
  const std::string lower = lower_ascii(type);
  if (lower == "per" || lower == "person") return Mark::person;
  if (lower == "org" || lower == "corporation" || lower == "group" || lower == "organisation" ||
      lower == "organization") {
    return Mark::body;
  }
  if (lower == "loc" || lower == "location" || lower == "place") return Mark::location;
  return std::nullopt;
}

bool overlaps_any(Span span, const std::vector<MarkedName>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const MarkedName& name) { return name.span.overlaps(span); });
}

// Collects the names of one text: longer marks first, none over another.
class Collector {
 public:
  Collector(NamedText& text, const Lexicon& lexicon) : out_(text), lexicon_(lexicon) {}

  void add(Mark mark, Span span) { marks_.push_back({mark, span}); }
  void leave_open(Span span) { out_.open.push_back(span); }

  void finish() {
    std::stable_sort(marks_.begin(), marks_.end(), [](const Marked& a, const Marked& b) {
      return a.span.size() > b.span.size();
    });
    for (const Marked& mark : marks_) take(mark);
    std::sort(out_.names.begin(), out_.names.end(),
              [](const MarkedName& a, const MarkedName& b) { return a.span < b.span; });
  }

 private:
  struct Marked {
    Mark mark;
    Span span;
  };

  void take(const Marked& mark) {
    if (mark.mark == Mark::person) return take_person(mark.span);
    const auto core = core_of(out_.text, mark.span);
    if (!core || overlaps_any(core->span, out_.names)) return;
    const auto runs = capital_runs(out_.text, core->span);
    if (mark.mark == Mark::location) {
      for (const Span run : runs) take_run(mark, run, core->whole && runs.size() == 1);
    } else if (runs.size() > 1) {
      leave_open(mark.span);
    } else {
      take_run(mark, core->span, core->whole);
    }
  }

  void take_run(const Marked& mark, Span run, bool whole) {
    const auto words = words_of(out_.text, run);
    const auto nation = lexicon_.nations.find(words);
    const bool demonym = nation && lexicon_.nation_word[*nation].form == NationForm::demonym;
    const bool known = lexicon_.actors.find(words).has_value();
    if (demonym && !known) return;  // "Iraqi forces": the tables find the demonym
    // "ISIL tactical units", but not "ISIL-held buildings".
    if (!whole && !known && !nation && mark.mark == Mark::body) return leave_open(mark.span);
    const NameKind kind = mark.mark == Mark::body || (known && !nation)
                              ? body_kind(words, lexicon_)
                              : place_kind(words, lexicon_);
    out_.names.push_back({run, kind});
  }

  void take_person(Span span) {
    std::vector<Span> others;
    for (const Marked& other : marks_) {
      if (other.mark != Mark::person && span.contains(other.span)) others.push_back(other.span);
    }
    const auto person = person_in(out_.text, span, others, lexicon_);
    if (!person || overlaps_any(*person, out_.names)) return;
    if (const auto core = core_of(out_.text, *person); core) {
      out_.names.push_back({cover(*person, core->span), NameKind::person});
    }
  }

  NamedText& out_;
  const Lexicon& lexicon_;
  std::vector<Marked> marks_;
};

// One text of a word-a-line corpus while it is read.
struct ConllText {
  NamedText text;
  std::vector<std::pair<Mark, Span>> marks;
  std::optional<Mark> running;

  void word(std::string_view form, std::string_view label) {
    if (!text.text.empty() && text.text.back() != '\n') text.text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.text.size());
    text.text += form;
    const Span span{begin, static_cast<std::uint32_t>(text.text.size())};
    const auto mark = label.size() > 2 ? mark_of(label.substr(2)) : std::nullopt;
    if (mark && mark == running && label[0] == 'I') {
      marks.back().second.end = span.end;
    } else if (mark) {
      marks.emplace_back(*mark, span);
    }
    running = mark;
  }
};

}  // namespace

Result<std::vector<NamedText>> read_conll(std::string_view bytes, const Lexicon& lexicon) {
  if (first_bad_utf8(bytes)) return Error{"not UTF-8"};
  std::vector<NamedText> texts;
  ConllText current;
  bool documents = bytes.find("-DOCSTART-") != std::string_view::npos;
  const auto finish = [&] {
    if (current.text.text.empty()) return;
    Collector collector(current.text, lexicon);
    for (const auto& [mark, span] : current.marks) collector.add(mark, span);
    collector.finish();
    texts.push_back(std::move(current.text));
    current = ConllText();
  };
  for (std::string_view line : split(bytes, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t cut = line.find_last_of("\t ");
    const bool blank = line.find_first_not_of("\t ") == std::string_view::npos;
    if (line.starts_with("-DOCSTART-")) {
      finish();
    } else if (blank && documents) {
      if (!current.text.text.empty() && current.text.text.back() != '\n') current.text.text += '\n';
      current.running.reset();
    } else if (blank) {
      finish();
    } else if (cut == std::string_view::npos || cut == 0) {
      return Error{"no word and label: " + std::string(line)};
    } else {
      current.word(line.substr(0, line.find_first_of("\t ")), line.substr(cut + 1));
    }
  }
  finish();
  return texts;
}

namespace {

// An entity of GUM that has begun: "(1-person-new-nnnnn-cf1-1,2-coref" opens, "1)" closes.
struct OpenEntity {
  std::string id;
  std::optional<Mark> mark;
  std::uint32_t begin = 0;
  std::vector<std::size_t> heads;  // words within it that carry it, from 1
  std::size_t words = 0;
  bool named = false;
};

class GumReader {
 public:
  explicit GumReader(const Lexicon& lexicon) : lexicon_(lexicon) {}

  void start_document() {
    if (!text_.text.empty()) {
      Collector collector(text_, lexicon_);
      for (const auto& [mark, span] : marks_) collector.add(mark, span);
      collector.finish();
      texts_.push_back(std::move(text_));
    }
    text_ = NamedText();
    marks_.clear();
    open_.clear();
  }
  void end_sentence() {
    if (text_.text.empty() || text_.text.back() == '\n') return;
    while (text_.text.back() == ' ') text_.text.pop_back();
    text_.text += '\n';
  }
  void word(const std::vector<std::string_view>& columns) {
    const std::string_view misc = columns[9];
    const auto begin = static_cast<std::uint32_t>(text_.text.size());
    text_.text += columns[1];
    const auto end = static_cast<std::uint32_t>(text_.text.size());
    if (misc.find("SpaceAfter=No") == std::string_view::npos) text_.text += ' ';
    const std::size_t at = misc.find("Entity=");
    const std::string_view entity = at == std::string_view::npos
                                        ? std::string_view()
                                        : misc.substr(at + 7, misc.find('|', at) - at - 7);
    for (const std::string_view part : split(entity, '(')) open(part, begin);
    for (OpenEntity& one : open_) {
      ++one.words;
      const bool head = std::find(one.heads.begin(), one.heads.end(), one.words) != one.heads.end();
      one.named = one.named || (head && columns[3] == "PROPN");
    }
    close(entity, end);
  }
  std::vector<NamedText> take() {
    start_document();
    return std::move(texts_);
  }

 private:
  // "1-person-new-nnnnn-cf1-1,2-coref": what stands between an opening bracket and the next.
  void open(std::string_view part, std::uint32_t begin) {
    part = part.substr(0, part.find(')'));
    const auto fields = split(part, '-');
    if (fields.size() < 6) return;
    OpenEntity entity;
    entity.id = fields[0];
    entity.mark = mark_of(fields[1]);
    entity.begin = begin;
    for (const auto number : split(fields[5], ',')) {
      entity.heads.push_back(static_cast<std::size_t>(std::atoi(std::string(number).c_str())));
    }
    open_.push_back(std::move(entity));
  }
  // Every ')' closes the entity that is named before it: "(3-place…)", "3)", or the one opened last.
  void close(std::string_view entity, std::uint32_t end) {
    for (std::size_t at = entity.find(')'); at != std::string_view::npos;
         at = entity.find(')', at + 1)) {
      std::size_t from = entity.find_last_of("()", at == 0 ? 0 : at - 1);
      from = from == std::string_view::npos || at == 0 ? 0 : from + 1;
      const std::string_view id = entity.substr(from, std::min(entity.find('-', from), at) - from);
      const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                      [&](const OpenEntity& one) { return one.id == id; });
      if (found == open_.rend()) continue;
      if (found->mark && found->named) marks_.emplace_back(*found->mark, Span{found->begin, end});
      open_.erase(std::next(found).base());
    }
  }

  const Lexicon& lexicon_;
  NamedText text_;
  std::vector<std::pair<Mark, Span>> marks_;
  std::vector<OpenEntity> open_;
  std::vector<NamedText> texts_;
};

}  // namespace

Result<std::vector<NamedText>> read_gum_names(std::string_view bytes, const Lexicon& lexicon) {
  if (first_bad_utf8(bytes)) return Error{"not UTF-8"};
  GumReader reader(lexicon);
  for (const std::string_view line : split(bytes, '\n')) {
    if (line.starts_with("# newdoc")) reader.start_document();
    if (line.empty()) reader.end_sentence();
    if (line.empty() || line[0] == '#') continue;
    const auto columns = split(line, '\t');
    if (columns.size() != 10) return Error{"a row without ten columns: " + std::string(line)};
    if (columns[0].find_first_of("-.") == std::string_view::npos) reader.word(columns);
  }
  return reader.take();
}

namespace {

constexpr std::uint32_t kJsonDepth = 16;
constexpr double kSure = 0.5;  // of re3d's confidences

struct Re3dEntity {
  Span code_points;
  std::string type;
  double confidence = 0;
};

std::string text_of(const Json& object, std::string_view name) {
  const Json* value = object.find(name);
  return value == nullptr ? std::string() : value->text;
}

// The values of a file of JSON Lines.
Result<std::vector<Json>> json_lines(std::string_view bytes) {
  JsonParser parser(kJsonDepth);
  std::vector<Json> values;
  for (const std::string_view line : split(bytes, '\n')) {
    if (line.find('{') == std::string_view::npos) continue;
    RELATA_TRY(Json value, parser.parse(line.substr(line.find('{'))));
    values.push_back(std::move(value));
  }
  return values;
}

NamedText named_report(std::string text, const std::vector<Re3dEntity>& entities,
                       const Lexicon& lexicon) {
  NamedText named;
  named.text = std::move(text);
  const CodePoints points(named.text);
  Collector collector(named, lexicon);
  std::vector<Span> unsure;
  for (const Re3dEntity& entity : entities) {
    const auto mark = mark_of(entity.type);
    const Span span = points.inside(entity.code_points);
    if (span.end > named.text.size() || span.empty() || !mark) continue;
    if (entity.confidence < kSure) {
      unsure.push_back(span);
      continue;
    }
    collector.add(*mark, span);
    // "Tabqa Dam, Syria": each part is a place.
    for (auto comma = words_of(named.text, span).find(", ");
         comma != std::string_view::npos && *mark == Mark::location;
         comma = words_of(named.text, span).find(", ", comma + 1)) {
      collector.add(*mark, {span.begin + static_cast<std::uint32_t>(comma) + 2, span.end});
    }
  }
  collector.finish();
  for (const Span span : unsure) {
    if (!overlaps_any(span, named.names)) named.open.push_back(span);
  }
  return named;
}

}  // namespace

Result<std::vector<NamedText>> read_re3d(std::string_view documents, std::string_view entities,
                                         const Lexicon& lexicon) {
  RELATA_TRY(const auto marks, json_lines(entities));
  std::map<std::string, std::vector<Re3dEntity>> of_document;
  for (const Json& mark : marks) {
    const auto number = [&](std::string_view name) {
      return std::strtod(text_of(mark, name).c_str(), nullptr);
    };
    of_document[text_of(mark, "documentId")].push_back(
        {{static_cast<std::uint32_t>(number("begin")), static_cast<std::uint32_t>(number("end"))},
         text_of(mark, "type"),
         number("confidence")});
  }
  RELATA_TRY(const auto reports, json_lines(documents));
  std::vector<NamedText> texts;
  for (const Json& report : reports) {
    texts.push_back(
        named_report(text_of(report, "text"), of_document[text_of(report, "_id")], lexicon));
  }
  return texts;
}

namespace {

bool is_person(const VoiceRecord& voice) {
  for (const std::string_view kind :
       {"activist", "resident", "official", "analyst", "medic", "monitor"}) {
    if (voice.kind == kind) return true;
  }
  return false;
}

bool is_body(const VoiceRecord& voice) {
  for (const std::string_view kind :
       {"news_agency", "newspaper", "broadcaster", "state_media", "ngo",
        "international_organisation", "armed_group", "military"}) {
    if (voice.kind == kind) return true;
  }
  return false;
}

// "Rami Abdel Rahman": at least two words, all with capitals, which no table knows as a body.
bool looks_personal(std::string_view name, const Lexicon& lexicon) {
  if (name.find(' ') == std::string_view::npos) return false;
  if (const auto actor = lexicon.actors.find(name))
    return lexicon.actor[*actor].kind == NameKind::person;
  for (const std::string_view word : split(name, ' ')) {
    if (word.empty() || (word[0] >= 'a' && word[0] <= 'z' && !word.starts_with("al-")))
      return false;
    if (lexicon.roles.find(word) || lexicon.nations.find(word)) return false;
  }
  return true;
}

}  // namespace

Result<NamedText> read_claim_names(std::string text, std::string_view json,
                                   const Lexicon& lexicon) {
  RELATA_TRY(const ReportRecord record, parse_report_record(json));
  NamedText named;
  named.text = std::move(text);
  named.complete = false;
  const CodePoints points(named.text);
  Collector collector(named, lexicon);
  for (const VoiceRecord& voice : record.voices) {
    for (const Span outside : voice.spans) {
      const Span span = points.inside(outside);
      const auto at = words_of(named.text, span).find(voice.name);
      if (at == std::string_view::npos) continue;
      const auto begin = span.begin + static_cast<std::uint32_t>(at);
      const Span name{begin, begin + static_cast<std::uint32_t>(voice.name.size())};
      if (is_person(voice) && looks_personal(voice.name, lexicon))
        collector.add(Mark::person, name);
      if (is_body(voice)) collector.add(Mark::body, name);
    }
  }
  for (const ClaimRecord& claim : record.claims) {
    for (const NamedSpan& place : claim.where) {
      if (place.span) collector.add(Mark::location, points.inside(*place.span));
    }
  }
  collector.finish();
  named.open.clear();
  return named;
}

}  // namespace relata
