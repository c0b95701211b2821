import { createHash } from 'node:crypto';

/** The look of the printed roster. No paper size: it fits A4 and letter, whichever the printer has. */
export const rosterStyle = `
@page { margin: 12mm 12mm 16mm; @bottom-right { content: counter(page); font: 9pt sans-serif; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; padding: 6mm; font: 11pt/1.35 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; color: #000; background: #fff; }
article + article { break-before: page; border-top: 1px solid #767676; margin-top: 12mm; padding-top: 6mm; }
.kind { margin: 0; font-size: 10pt; color: #333; }
h1 { margin: 0 0 3mm; font-size: 17pt; line-height: 1.2; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: 1mm 8mm; margin: 0 0 4mm; }
dl div { display: flex; gap: 2mm; min-width: 0; }
dt { font-weight: 600; white-space: nowrap; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.running { border: 0; height: auto; padding: 0 0 1mm; font-size: 9pt; }
article { padding: 0 0.3mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
caption { text-align: left; padding-bottom: 2mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 1px solid #000; padding: 1mm 2mm; height: 9mm; text-align: left; vertical-align: middle; overflow-wrap: break-word; }
thead th { background: #eee; height: auto; print-color-adjust: exact; }
tbody th { font-weight: 400; }
.number { width: 8%; text-align: right; }
.state { width: 16%; }
.signature { width: 31%; }
.close { break-inside: avoid; margin-top: 5mm; font-size: 10pt; }
.close p { margin: 0 0 2mm; }
.close .sign { margin-top: 12mm; border-top: 1px solid #000; width: 80mm; padding-top: 1mm; }
@media (width < 30rem) { dl { grid-template-columns: 1fr; } body { padding: 3mm; font-size: 9pt; } th, td { padding: 1mm; } .number { width: 10%; } .state { width: 24%; } .signature { width: 22%; } }
@media print { body { max-width: none; padding: 0; } article + article { border: 0; margin: 0; padding-top: 0; } }
`;

/** What a page with this style and nothing else may load: the style, known by its sum. */
export const rosterPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(rosterStyle).digest('base64')}'; base-uri 'none'; form-action 'none'`;
