// SPDX-License-Identifier: Apache-2.0
#include "relata/corroboration/assessment.h"

#include <array>

namespace relata {
namespace {

constexpr std::array<std::string_view, 5> kGrades = {"confirmed", "fair", "weak", "contested",
                                                     "discounted"};
constexpr std::array<std::string_view, 6> kLetters = {"A", "B", "C", "D", "E", "F"};
constexpr std::array<std::string_view, 5> kDifferingSlots = {"whether", "who", "where", "when",
                                                             "how_many"};

template <typename Choice, std::size_t kCount>
std::optional<Choice> named(const std::array<std::string_view, kCount>& names,
                            std::string_view name) {
  for (std::size_t i = 0; i < kCount; ++i) {
    if (names[i] == name) return static_cast<Choice>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Grade grade) { return kGrades[static_cast<std::size_t>(grade)]; }
std::string_view name_of(Reliability letter) { return kLetters[static_cast<std::size_t>(letter)]; }
std::string_view name_of(DifferingSlot slot) {
  return kDifferingSlots[static_cast<std::size_t>(slot)];
}

std::optional<Grade> grade_of(std::string_view name) { return named<Grade>(kGrades, name); }
std::optional<Reliability> reliability_of(std::string_view name) {
  return named<Reliability>(kLetters, name);
}

std::optional<Grade> final_grade(const Assessment& assessment) {
  return assessment.decided ? assessment.decided : assessment.grade;
}

bool in_headline(Grade grade) { return grade == Grade::confirmed || grade == Grade::fair; }

}  // namespace relata
