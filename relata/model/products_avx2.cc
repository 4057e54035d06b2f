// SPDX-License-Identifier: Apache-2.0
#include "relata/model/products.h"

#if defined(__x86_64__)
#include "relata/model/products_loop.h"

namespace relata {

void add_products_avx2(const Products& products) { loop_over(products); }

}  // namespace relata
#endif
