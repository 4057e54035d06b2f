// SPDX-License-Identifier: Apache-2.0
#include "relata/events/victims.h"

#include "relata/base/fold.h"

namespace relata {
namespace {

constexpr TokenIndex kMostWordsBefore =
    2;  // of a group's name before its head: "aid agency workers"

VictimClass of_name(NameKind kind) {
  switch (kind) {
    case NameKind::armed_group:
      return VictimClass::combatants;
    case NameKind::organisation:
      return VictimClass::officials;
    case NameKind::person:
    case NameKind::nationality:
      return VictimClass::people;
    case NameKind::place:
      return VictimClass::place;
    case NameKind::facility:
    case NameKind::weapon:
      return VictimClass::property;
    case NameKind::date:
    case NameKind::quantity:
      return VictimClass::unknown;
  }
  return VictimClass::unknown;
}

}  // namespace

Result<VictimClasses> VictimClasses::load(const DataFolder& folder) {
  VictimClasses classes;
  RELATA_TRY(const Table table, folder.table("person_groups.tsv", {"word", "class"}));
  for (const auto& row : table.rows()) {
    const auto victim = victim_class_of(row.cell("class"));
    if (!victim)
      return Error{row.where() + ": no class is called " + std::string(row.cell("class"))};
    classes.groups_.add(row.cell("word"), static_cast<std::uint32_t>(*victim));
  }
  RELATA_TRY(const Table countries, folder.table("countries.tsv", {"name", "names"}));
  for (const auto& row : countries.rows()) {
    classes.countries_.add(row.cell("name"), 0);
    for (const auto name : row.list("names", ';')) classes.countries_.add(name, 0);
  }
  return classes;
}

std::optional<VictimClass> VictimClasses::person(const Document& document, TokenIndex head) const {
  const TokenIndex sentence = document.sentences[document.tokens[head].sentence].first;
  for (TokenIndex before = kMostWordsBefore + 1; before-- > 0;) {
    if (head < sentence + before) continue;
    const auto found = groups_.find(document.words(document.span_of(head - before, head)));
    if (found) return static_cast<VictimClass>(*found);
    if (before != 0) continue;
    const auto lemma = groups_.find(document.lemma(head));
    if (lemma) return static_cast<VictimClass>(*lemma);
  }
  return std::nullopt;
}

VictimClass VictimClasses::of(const Document& document, const TokenWords& words,
                              TokenIndex head) const {
  if (const auto found = person(document, head)) return *found;
  const auto mention = document.mention_headed_by(head);
  if (mention && document.mentions[*mention].kind)
    return of_name(*document.mentions[*mention].kind);
  const ClassMask classes = words.classes[head];
  if (classes & bit(WordClass::force)) return VictimClass::combatants;
  if (classes & bit(WordClass::civilian)) return VictimClass::people;
  if (classes & (bit(WordClass::property) | bit(WordClass::arms) | bit(WordClass::vehicle)))
    return VictimClass::property;
  if (classes & bit(WordClass::place)) return VictimClass::place;
  return document.tokens[head].upos == Upos::num || document.tokens[head].upos == Upos::pron
             ? VictimClass::people
             : VictimClass::unknown;
}

}  // namespace relata
