// SPDX-License-Identifier: Apache-2.0
#include "relata/events/event.h"

#include <algorithm>
#include <array>

namespace relata {
namespace {

constexpr std::array<std::string_view, kEventTypes> kTypeNames = {
    "execution",       "massacre",
    "killing",         "shooting",
    "shelling",        "airstrike",
    "bombing",         "suicide_bombing",
    "chemical_attack", "attack",
    "torture",         "sexual_violence",
    "abduction",       "detention",
    "clash",           "offensive",
    "capture",         "withdrawal",
    "holding",         "siege",
    "destruction",     "weapons_disruption",
    "troop_movement",  "displacement",
    "evacuation",      "aid_delivery",
    "aid_obstruction", "toll",
    "gathering",       "appeal",
    "accusation",      "denial",
    "condemnation",    "threat",
    "agreement",       "violation",
    "negotiation",     "investigation",
    "crisis"};
constexpr std::array<std::string_view, 7> kStatusNames = {
    "asserted", "alleged", "denied", "doubted", "planned", "feared", "asked"};
constexpr std::array<std::string_view, 13> kVictimNames = {
    "civilians", "children",  "women",    "combatants", "medics", "aid_workers", "journalists",
    "detainees", "officials", "property", "place",      "people", "unknown"};

// The enumerator whose name stands in `names` at its own number.
template <typename Enum, std::size_t size>
std::optional<Enum> named(const std::array<std::string_view, size>& names, std::string_view name) {
  const auto* const at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

}  // namespace

std::string_view name_of(EventType type) { return kTypeNames[static_cast<std::size_t>(type)]; }
std::string_view name_of(Status status) { return kStatusNames[static_cast<std::size_t>(status)]; }
std::string_view name_of(VictimClass victim) {
  return kVictimNames[static_cast<std::size_t>(victim)];
}
std::optional<EventType> event_type_of(std::string_view name) {
  return named<EventType>(kTypeNames, name);
}
std::optional<Status> status_of(std::string_view name) { return named<Status>(kStatusNames, name); }
std::optional<VictimClass> victim_class_of(std::string_view name) {
  return named<VictimClass>(kVictimNames, name);
}

bool is_speech_act(EventType type) {
  return type == EventType::appeal || type == EventType::accusation || type == EventType::denial ||
         type == EventType::condemnation || type == EventType::threat;
}

bool leaves_method_open(EventType type) {
  return type == EventType::killing || type == EventType::attack || type == EventType::toll;
}

bool is_violent(EventType type) { return type <= EventType::attack || type == EventType::toll; }

bool types_agree(EventType a, EventType b) {
  return a == b || (leaves_method_open(a) && is_violent(b)) ||
         (leaves_method_open(b) && is_violent(a));
}

}  // namespace relata
