// SPDX-License-Identifier: Apache-2.0
#include "relata/profiles/case_page.h"

namespace relata {

// Marks of the matrix differ by shape as well as by colour, so that neither print nor colour-blindness loses them.
std::string_view case_style() {
  return R"css(:root { color-scheme: light; --paper: #fff; --ink: #1d1c1a; --faint: #6a665e; --rule: #d8d3c8; --says: #1c5d99; --denies: #a3262a; --open: #8a5a00; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .3rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
.facts, figcaption, footer, small { color: var(--faint); font-size: .85rem; }
.facts { margin: 0 0 .8rem; overflow-wrap: anywhere; }
figure { margin: 1rem 0; }
svg { width: 100%; height: auto; display: block; background: #f7f5f0; border: 1px solid var(--rule); }
.coast { fill: none; stroke: #6f7f8c; stroke-width: 14; }
.border { fill: none; stroke: #a79f8f; stroke-width: 12; stroke-dasharray: 60 30; }
.area { fill: #e9e2d0; stroke: #b9ae94; stroke-width: 8; }
.within { fill: #1c5d99; fill-opacity: .05; stroke: #1c5d99; stroke-opacity: .5; stroke-width: 8; }
.spot, .bar { fill: #1c5d99; fill-opacity: .85; }
svg text { font-size: 190px; fill: #6a665e; }
.map text { text-anchor: middle; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; }
th, td { text-align: start; vertical-align: top; padding: .25rem .6rem .25rem 0; font-weight: 400; border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
thead th { color: var(--faint); border-top: 0; vertical-align: bottom; }
.matrix td { text-align: center; }
.says { color: var(--says); font-weight: 700; }
.denies { color: var(--denies); font-weight: 700; }
.leaves_open { color: var(--open); font-weight: 700; }
.grade { display: inline-block; border: 1px solid currentColor; border-radius: 3px; padding: 0 .4em; font-size: .8rem; font-weight: 600; }
blockquote { margin: .1rem 0 .2rem; padding-inline-start: .8rem; border-inline-start: 3px solid var(--rule); }
a { color: inherit; }
.claims { list-style: none; padding: 0; margin: 0; }
.claims li { margin-bottom: .7rem; break-inside: avoid; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } section { break-inside: auto; } h2, h3 { break-after: avoid; } tr, figure { break-inside: avoid; } }
)css";
}

}  // namespace relata
