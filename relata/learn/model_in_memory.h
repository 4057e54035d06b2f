// SPDX-License-Identifier: Apache-2.0
// A model as it will be once written and mapped, without a file: for trainers that use what they have just trained.
#pragma once

#include "relata/model/model_file.h"

namespace relata {

[[nodiscard]] ModelFile model_in_memory(const ModelWriter& writer);

}  // namespace relata
