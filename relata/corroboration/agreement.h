// SPDX-License-Identifier: Apache-2.0
// Agreement: which lineages bear an account out and which contradict it, and the Admiralty number that follows. A lineage
// bears an account out if it has one that differs from it in no slot; it contradicts it if all that it has differ in some.
//
//   1 two or more independent lineages, none against    2 more for than against, or one lineage against its own interest
//   3 one lineage that says where and when              4 as many against as for
//   5 more against than for                             6 cannot be judged: one lineage without where or when, plans, appeals
//
// The letter of a voice plays no part: the two axes are independent. Lineages of opposed sides that agree count as one more.
#pragma once

#include <span>
#include <vector>

#include "relata/corroboration/assessment.h"
#include "relata/corroboration/lineage_facts.h"

namespace relata {

class Agreement {
 public:
  Agreement(std::span<const ComparedAccount> sayings, std::span<const Lineage> lineages,
            std::span<const LineageFacts> facts, const Setting& setting,
            const VoiceLexicon& voices);

  [[nodiscard]] Credibility credibility_of(std::uint32_t account) const;
  // Between lineages, each pair of words once, by slot and then by key.
  [[nodiscard]] std::vector<Contradiction> contradictions() const;
  // Voices of sides that fight each other tell of it and accuse no different sides.
  [[nodiscard]] bool opposed_sides_agree() const;

 private:
  struct Support {
    std::size_t with = 0, against = 0;
  };
  [[nodiscard]] Support support_of(std::uint32_t account) const;
  [[nodiscard]] bool opposed(std::size_t a, std::size_t b) const;

  std::span<const ComparedAccount> sayings_;
  std::span<const LineageFacts> facts_;
  const Setting& setting_;
  const VoiceLexicon& voices_;
  std::vector<std::vector<std::uint32_t>>
      spoken_;  // of each lineage, sayings that differ in something, the first by key
  std::vector<std::vector<std::uint32_t>> lineages_;  // of each account
};

}  // namespace relata
