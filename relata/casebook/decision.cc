// SPDX-License-Identifier: Apache-2.0
#include "relata/casebook/decision.h"

#include <array>
#include <utility>

#include "relata/casebook/correction.h"
#include "relata/casebook/record_json.h"
#include "relata/corroboration/assessment.h"
#include "relata/export/json_writer.h"

namespace relata {
namespace {

constexpr std::string_view kForm = "relata decision 1";
constexpr std::uint32_t kDepth = 4;
constexpr std::array<std::pair<std::string_view, Action>, 9> kActions = {{
    {"accept", Action::accept},
    {"reject", Action::reject},
    {"correct", Action::correct},
    {"merge", Action::merge},
    {"split", Action::split},
    {"grade", Action::grade},
    {"reliability", Action::reliability},
    {"seal", Action::seal},
    {"undo", Action::undo},
}};

bool has_second(Action action) { return action == Action::merge || action == Action::split; }
bool has_claim(Action action) {
  return action != Action::reliability && action != Action::seal && action != Action::undo;
}

bool is_letter(std::string_view value) {
  return value.size() == 1 && value.front() >= 'A' && value.front() <= 'F';
}

}  // namespace

std::string_view name_of(Action action) {
  return kActions.at(static_cast<std::size_t>(action)).first;
}

std::optional<Action> action_of(std::string_view name) {
  for (const auto& [known, action] : kActions) {
    if (known == name) return action;
  }
  return std::nullopt;
}

Result<Done> check(const Decision& decision) {
  if (decision.who.empty()) return Error{"a decision needs somebody who takes it"};
  if (decision.why.empty()) return Error{"a decision needs a reason"};
  const Action action = decision.action;
  if (has_claim(action) && !decision.first)
    return Error{std::string(name_of(action)) + " needs a claim"};
  if (has_second(action) && (!decision.second || decision.second == decision.first))
    return Error{std::string(name_of(action)) + " needs two claims"};
  if (action == Action::correct) {
    Account tried;
    return correct(tried, decision.slot, decision.value);
  }
  if (action == Action::grade && !grade_of(decision.value))
    return Error{"'" + decision.value +
                 "' is no grade: confirmed, fair, weak, contested, discounted"};
  if (action == Action::reliability && !is_letter(decision.value))
    return Error{"'" + decision.value + "' is no letter of reliability: A to F"};
  if ((action == Action::reliability || action == Action::seal) && decision.subject.empty())
    return Error{std::string(name_of(action)) + " needs a voice"};
  return Done{};
}

std::string decision_record(const Decision& decision) {
  std::string record;
  JsonWriter json(record, JsonWriter::Layout::line);
  json.begin_object().key("form").string(kForm).key("who").string(decision.who);
  json.key("why").string(decision.why).key("action").string(name_of(decision.action));
  if (decision.first) json.key("first").string(text_of(*decision.first));
  if (decision.second) json.key("second").string(text_of(*decision.second));
  if (decision.action == Action::correct) json.key("slot").string(decision.slot);
  if (decision.action == Action::correct || !decision.value.empty())
    json.key("value").string(decision.value);
  if (!decision.subject.empty()) json.key("subject").string(decision.subject);
  if (decision.action == Action::undo)
    json.key("undoes").integer(static_cast<std::int64_t>(decision.undoes));
  json.end_object();
  return record;
}

Result<Decision> decision_of_record(std::string_view record) {
  JsonParser parser(kDepth);
  auto object = parser.parse(record);
  if (!object) return object.error().with("a decision's record");
  RecordMembers members(*object);
  if (members.text("form") != kForm) return Error{"a decision's record is of an unknown form"};
  Decision decision;
  decision.who = members.text("who");
  decision.why = members.text("why");
  const auto action = action_of(members.text("action"));
  if (!action) return Error{"a decision's record has an unknown action"};
  decision.action = *action;
  const auto key = [&](std::string_view name) -> std::optional<AccountKey> {
    const auto text = members.text_or_null(name);
    const auto found = text ? account_key_of(*text) : std::nullopt;
    if (text && !found) members.wrong(name);
    return found;
  };
  decision.first = key("first");
  decision.second = key("second");
  decision.slot = members.text_or_null("slot").value_or("");
  decision.value = members.text_or_null("value").value_or("");
  decision.subject = members.text_or_null("subject").value_or("");
  decision.undoes = members.integer_or_null("undoes").value_or(0);
  if (!members.wrong().empty())
    return Error{"a decision's record has no good member '" + members.wrong() + "'"};
  RELATA_TRY(Done(), check(decision));
  return decision;
}

}  // namespace relata
