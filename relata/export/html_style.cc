// SPDX-License-Identifier: Apache-2.0
#include "relata/export/reading_html.h"

namespace relata {

// Statuses differ by the line under the words as well as by colour, so that neither print nor colour-blindness loses them.
std::string_view html_style() {
  return R"css(:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d1c1a; --faint: #6a665e; --rule: #ddd8cd;
  --asserted: #1c5d99; --alleged: #8a5a00; --denied: #a3262a; --open: #5b4b8a; --wash: #f5eed6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --card: #1e2125; --ink: #e8e5de; --faint: #a09a8e; --rule: #34383e;
    --asserted: #7fb8ea; --alleged: #e0b050; --denied: #f08a86; --open: #b9a6f0; --wash: #e0b0501c;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 Charter, "Bitstream Charter", "Iowan Old Style", Cambria, Georgia, serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem); }
article + article { margin-top: 4rem; padding-top: 2rem; border-top: 1px solid var(--rule); }
h1 { font-size: clamp(1.5rem, 3vw, 2.1rem); line-height: 1.2; margin: 0 0 .4rem; text-wrap: balance; }
.facts, .claims, .voices, .open, footer, sup { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.facts { margin: 0; color: var(--faint); font-size: .85rem; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
.hash { overflow-wrap: anywhere; font-size: .75rem; }
.row { display: grid; grid-template-columns: minmax(0, 37rem) minmax(0, 1fr); column-gap: clamp(1.5rem, 4vw, 3.5rem); align-items: start; margin-bottom: 1.1rem; }
.text { margin: 0; font-size: 1.09rem; overflow-wrap: anywhere; }
.evidence, .trigger { background: var(--wash); padding: .08em 0; }
.trigger { color: inherit; font-weight: 700; text-decoration: underline solid var(--asserted); text-decoration-thickness: 2px; text-underline-offset: .18em; }
.trigger.alleged, .trigger.doubted { text-decoration-color: var(--alleged); text-decoration-style: dashed; }
.trigger.denied { text-decoration-color: var(--denied); text-decoration-style: double; }
.trigger.planned, .trigger.feared, .trigger.asked { text-decoration-color: var(--open); text-decoration-style: dotted; }
sup { font-size: .65em; line-height: 0; }
sup a { color: var(--asserted); text-decoration: none; padding: 0 .15em; font-weight: 600; }
.claims { list-style: none; margin: 0; padding: 0; display: grid; gap: .45rem; font-size: .84rem; line-height: 1.45; }
.claim { background: var(--card); border: 1px solid var(--rule); border-left: 4px solid var(--asserted); border-radius: 4px; padding: .4rem .75rem .5rem; }
.claim.alleged, .claim.doubted { border-left: 4px dashed var(--alleged); }
.claim.denied { border-left: 4px double var(--denied); }
.claim.planned, .claim.feared, .claim.asked { border-left: 4px dotted var(--open); }
.claim:target { outline: 2px solid var(--asserted); outline-offset: 2px; }
.claim h2 { font-size: .95rem; margin: 0 0 .1rem; }
.number { display: inline-block; min-width: 1.5em; color: var(--faint); font-weight: 400; font-variant-numeric: tabular-nums; }
.status { font-weight: 600; font-size: .72rem; letter-spacing: .04em; text-transform: uppercase; color: var(--open); border: 1px solid currentColor; border-radius: 3px; padding: 0 .35em; margin-left: .3em; }
.alleged .status, .doubted .status { color: var(--alleged); }
.denied .status { color: var(--denied); }
.chain { list-style: none; display: flex; flex-wrap: wrap; margin: 0 0 .15rem; padding: 0; }
.chain li:not(:last-child)::after { content: "←"; padding: 0 .45em; color: var(--faint); }
.chain li:last-child { font-weight: 600; }
.chain small { font-size: .95em; font-weight: 400; color: var(--faint); }
.head { margin-bottom: 2rem; }
.own { margin: 0 0 .15rem; color: var(--faint); font-style: italic; }
dl { margin: 0; display: flex; flex-wrap: wrap; gap: 0 1.1em; }
dl div { display: flex; gap: .4em; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
.ties { margin: .15rem 0 0; color: var(--faint); }
.ties a { color: var(--asserted); }
.voices, .open { margin-top: 2rem; font-size: .88rem; max-width: 46rem; }
.voices h2, .open h2 { font-size: 1rem; border-bottom: 1px solid var(--rule); padding-bottom: .3rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem 1rem .25rem 0; font-weight: 400; }
thead th { color: var(--faint); }
tbody tr { border-top: 1px solid var(--rule); }
td:last-child, th:last-child { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; }
footer { max-width: 76rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 3rem; color: var(--faint); font-size: .8rem; }
@media (max-width: 56rem) {
  .row { grid-template-columns: minmax(0, 1fr); row-gap: .7rem; }
  .row > .claims { margin-left: 1rem; }
}
@media print {
  body { background: none; font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .row { grid-template-columns: 58% 1fr; break-inside: avoid-page; }
  .claim { break-inside: avoid; }
}
)css";
}

}  // namespace relata
