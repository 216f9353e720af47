/** Black on white, A4 upright; every system has one of these fonts for Han. */
export const formStyle = `
@page { size: A4 portrait; margin: 14mm 12mm; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.45 "Songti SC", "SimSun", "NSimSun", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", serif; color: #000; background: #fff; }
body { margin: 0 auto; padding: 8mm 0; max-width: 186mm; }
.sheet { break-after: page; page-break-after: always; margin-bottom: 12mm; }
.sheet:last-child { break-after: auto; page-break-after: auto; margin-bottom: 0; }
h1, h2 { text-align: center; font-weight: bold; margin: 0 0 1.5mm; }
h1 { font-size: 16pt; }
h2 { font-size: 13pt; }
h1 .en, h2 .en { display: block; }
.under { text-align: center; margin: 0 0 2.5mm; font-size: 9pt; }
.en { font-size: .82em; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: -1px; }
th, td { border: 1px solid #000; padding: 1mm 1.6mm; vertical-align: middle; text-align: left; overflow-wrap: anywhere; }
th { font-weight: normal; text-align: center; }
th.head { width: 13%; font-weight: bold; }
th.head .en, th.label .en { display: block; }
thead { display: table-header-group; }
tr { break-inside: avoid; page-break-inside: avoid; }
ul, ol { margin: 0; padding: 0; list-style: none; }
ol { padding-left: 1.6em; list-style: decimal; }
p { margin: 0 0 .8mm; }
.box { display: inline-block; margin-right: 1.1em; }
.sign { display: inline-block; width: .95em; height: .95em; border: 1px solid #000; margin-right: .25em; vertical-align: -.1em; text-align: center; line-height: .95em; font-size: .95em; }
.verify { border: 1px dashed #000; padding: 0 .35em; font-size: .85em; white-space: nowrap; }
.line { display: inline-block; min-width: 9em; border-bottom: 1px solid #000; height: 1.1em; }
.short { min-width: 2.6em; }
.year { min-width: 4em; }
.due { margin: 0 0 .6mm; }
.claims { padding-left: 1.4em; }
.signing { margin-top: 3.5mm; }
.signing .person { display: inline-block; margin: 0 1.5em 1.5mm 0; white-space: nowrap; }
.date { text-align: right; margin: 1.5mm 0 0; white-space: nowrap; }
.strong { font-weight: bold; }
.lines { white-space: pre-wrap; padding-left: 1.2em; }
.copy { text-align: right; margin: 0; font-size: 9pt; }
@media screen { .sheet { padding-bottom: 8mm; border-bottom: 1px dotted #000; } }
`;
