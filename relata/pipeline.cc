// SPDX-License-Identifier: Apache-2.0
#include "relata/pipeline.h"
