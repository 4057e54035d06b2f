// SPDX-License-Identifier: Apache-2.0
// Writes a trained network as the sections that SentenceNetwork opens.
#pragma once

#include "relata/learn/network_trainer.h"
#include "relata/model/model_file.h"

namespace relata {

void add_network(const TrainedNetwork& trained, ModelWriter& writer);

}  // namespace relata
