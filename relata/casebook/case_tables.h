// SPDX-License-Identifier: Apache-2.0
// CaseTables: the tables of a casebook's views, open for whoever fills them. The caller holds the transaction.
#pragma once

#include "relata/casebook/episode_table.h"
#include "relata/casebook/kept_accounts.h"
#include "relata/casebook/nearby_actions.h"
#include "relata/casebook/part_table.h"
#include "relata/casebook/testimony_table.h"
#include "relata/lineages/copy_table.h"
#include "relata/query/view_writer.h"

namespace relata {

struct CaseTables {
  ViewWriter writer;
  EpisodeTable episodes;
  CopyTable copies;
  NearbyActions nearby;
  KeptAccounts kept;
  TestimonyTable testimonies;
  PartTable parts;

  static Result<CaseTables> open(Database& database) {
    RELATA_TRY(ViewWriter writer, ViewWriter::open(database));
    RELATA_TRY(EpisodeTable episodes, EpisodeTable::open(database));
    RELATA_TRY(CopyTable copies, CopyTable::open(database));
    RELATA_TRY(NearbyActions nearby, NearbyActions::open(database));
    RELATA_TRY(KeptAccounts kept, KeptAccounts::open(database));
    RELATA_TRY(TestimonyTable testimonies, TestimonyTable::open(database));
    RELATA_TRY(PartTable parts, PartTable::open(database));
    return CaseTables{std::move(writer), std::move(episodes), std::move(copies),
                      std::move(nearby), std::move(kept),     std::move(testimonies),
                      std::move(parts)};
  }
};

}  // namespace relata
