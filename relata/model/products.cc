// SPDX-License-Identifier: Apache-2.0
#include "relata/model/products.h"

#include "relata/model/products_loop.h"

namespace relata {
namespace {

using Add = void (*)(const Products&);

Add widest() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) return add_products_avx512;
  if (__builtin_cpu_supports("avx2")) return add_products_avx2;
#endif
  return add_products_anywhere;
}

}  // namespace

void add_products_anywhere(const Products& products) { loop_over(products); }

void add_products(const Products& products) {
  static const Add add = widest();
  add(products);
}

}  // namespace relata
