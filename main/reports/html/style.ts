/** All of the look, in the one file: no font, picture or script comes from anywhere. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1a19; --dim: #4a4846; --paper: #fff; --box: #f5f4f2; --edge: #8a8886;
  --broken: #a4262c; --attention: #8a5a00; --ok: #0b6a0b; --unknown: #4a4846; }
@media (prefers-color-scheme: dark) { :root { --ink: #f3f2f1; --dim: #d2d0ce; --paper: #1b1a19; --box: #292827;
  --edge: #a19f9d; --broken: #ff99a4; --attention: #fce100; --ok: #92d050; --unknown: #d2d0ce; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 0 0 .25rem; }
p { margin: .25rem 0; }
.dim { color: var(--dim); }
.code { font-size: 1.4rem; font-family: Consolas, monospace; letter-spacing: .08em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--edge); }
th { font-weight: 600; width: 30%; }
.card { background: var(--box); border-inline-start: .35rem solid var(--unknown); padding: .75rem 1rem; margin: .75rem 0;
  break-inside: avoid; }
.card.broken { border-color: var(--broken); }
.card.attention { border-color: var(--attention); }
dl { display: grid; grid-template-columns: minmax(8rem, 25%) 1fr; gap: .15rem .75rem; margin: .5rem 0 0; }
dt { color: var(--dim); }
dd { margin: 0; }
code { font-family: Consolas, monospace; }
.line { max-width: 100%; height: auto; }
.line text { text-anchor: middle; font-size: 12.5px; fill: var(--ink); }
.line .sign { font-weight: 700; font-size: 14px; fill: var(--paper); }
.line line { stroke: var(--edge); stroke-width: 3; }
.line circle { fill: var(--unknown); }
.line .ok circle { fill: var(--ok); }
.line .broken circle { fill: var(--broken); }
.line .degraded circle { fill: var(--attention); }
.qr { width: 11rem; height: 11rem; background: #fff; padding: .5rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .35rem; } }
@media print { body { max-width: none; padding: 0; } }
@media (forced-colors: active) { .line circle { stroke: CanvasText; } }
`;
