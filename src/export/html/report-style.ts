/** How the report looks: system fonts, light and dark by the reader's own setting, one column on narrow screens, and paper. */

export const REPORT_STYLE = `
:root{color-scheme:light dark;--paper:#fcfbf8;--raised:#fff;--ink:#1b1d21;--soft:#5c5f66;--rule:#dcd9d1;--link:#17427f;--source:#14468c;--cue:#9a4b00;--content:#8a7226;--tint:#fdf3cf;--deep:#f9e59a;--yes:#1d6b37;--no:#9c1f1f;--serif:"Iowan Old Style",Charter,"Bitstream Charter",Cambria,"Noto Serif","Liberation Serif",Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI","Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif}
@media(prefers-color-scheme:dark){:root{--paper:#15171b;--raised:#1d2025;--ink:#e8e6e1;--soft:#a3a5ab;--rule:#33363d;--link:#9cc2f7;--source:#93bdf8;--cue:#f5ae6b;--content:#d9c06a;--tint:#2d2a1c;--deep:#4c431d;--yes:#7fd39b;--no:#f29a9a}}
*{box-sizing:border-box}
html{scroll-padding:3rem 0 6rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:76rem;padding:0 clamp(1rem,3vw,2.5rem) 6rem;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans)}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
h1,h2,h3{font-family:var(--serif);line-height:1.2;text-wrap:balance}
h1{margin:.2rem 0 .4rem;font-size:clamp(1.6rem,1.2rem + 1.6vw,2.4rem)}
h1 span,h1 b{color:var(--soft);font-weight:400}
h2{margin:3rem 0 .8rem;padding-top:.8rem;border-top:3px double var(--ink);font-size:1.5rem}
h3{margin:2rem 0 .2rem;font-size:1.25rem}
small{display:block;color:var(--soft);font-size:.8125rem}
.name{margin:1.5rem 0 0;font:700 1.1rem var(--serif);letter-spacing:.02em}
header p{color:var(--soft);max-width:46rem}
header .name{color:var(--ink)}
nav{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:.6rem 0;border-block:1px solid var(--rule)}
.note,.facts{max-width:46rem;color:var(--soft);font-size:.875rem;overflow-wrap:anywhere}
.absent{color:var(--soft);font-style:italic}
button,input,select,textarea{font:inherit;color:inherit}
button,select,input,textarea{border:1px solid var(--soft);border-radius:3px;background:var(--raised);padding:.25rem .6rem}
button{cursor:pointer}
button:disabled{opacity:.55;cursor:default}
.filters{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;padding:.7rem 0;background:var(--paper);border-bottom:1px solid var(--rule)}
.filters label{display:grid;font-size:.8125rem;color:var(--soft)}
.filters select{max-width:13rem}.filters select,.filters input{height:2.1rem}
.filters output{margin-left:auto;font-variant-numeric:tabular-nums}
.row{display:grid;grid-template-columns:minmax(9rem,14rem) minmax(0,1fr) minmax(9rem,16.5rem);gap:.2rem 1.5rem;padding:.8rem 0 .8rem .7rem;border-bottom:1px solid var(--rule);border-left:4px solid transparent}
.row[hidden],textarea[hidden]{display:none}
.row:target,.number:target+mark{outline:2px solid var(--link);outline-offset:3px}
.row[data-marked=accept]{border-left-color:var(--yes)}
.row[data-marked=reject]{border-left-color:var(--no)}
.row>*{min-width:0;overflow-wrap:anywhere}
.what .content{display:block;color:inherit;font:1.0625rem/1.5 var(--serif);text-decoration:none}
.what .content:hover{text-decoration:underline}
.what .kind{display:inline;margin-left:.4em}
.where{font-size:.875rem}
.where span{display:block}
.ruled{margin-top:.2rem;font-style:italic}
.source{color:var(--source);font-weight:600;text-decoration:underline solid 2px var(--source);text-underline-offset:.22em}
.cue{color:var(--cue);font-style:italic;text-decoration:underline dashed 2px var(--cue);text-underline-offset:.22em}
.more{grid-column:1/3;font-size:.875rem}
.more summary,article summary{width:fit-content;color:var(--soft);font-size:.8125rem;cursor:pointer}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem 1rem;margin:.4rem 0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.marks{display:flex;flex-wrap:wrap;gap:.3rem;align-content:start}
.marks button{padding:.1rem .5rem;border-color:var(--rule);font-size:.8125rem}
.marks [data-mark=accept][aria-pressed=true]{background:var(--yes);border-color:var(--yes);color:var(--paper)}
.marks [data-mark=reject][aria-pressed=true]{background:var(--no);border-color:var(--no);color:var(--paper)}
.marks [data-mark=note][aria-pressed=true]{border-color:var(--ink);font-weight:600}
.marks textarea{flex-basis:100%;width:100%}
article{max-width:46rem}
article p:not(.facts){margin:.8rem 0;font:1.0625rem/1.65 var(--serif);white-space:pre-line;overflow-wrap:anywhere}
article p.headline{font-weight:700;font-size:1.3rem;line-height:1.35}
article p.standfirst{font-style:italic}
article p.byline,article p.dateline,article p.caption,article p.credit{color:var(--soft);font:.9375rem/1.5 var(--sans)}
article p.quotation{padding-left:1rem;border-left:3px solid var(--rule)}
mark{background:none;color:inherit;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.content{background:var(--tint);border-bottom:1.5px dotted var(--content)}
mark.nested{background:var(--deep)}
.number{margin-right:.15em;font:600 .6875rem var(--sans);vertical-align:super;text-decoration:none;user-select:none}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th,td{padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--rule);text-align:start;vertical-align:top}
th{color:var(--soft);font-size:.8125rem;font-weight:600}
td{overflow-wrap:anywhere}
td.date{min-width:8.5rem}
.clock,.day{white-space:nowrap}
.number-cell{font-variant-numeric:tabular-nums}
td.links{max-width:20rem;font-variant-numeric:tabular-nums}
code{font:.85em ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
.hashes{font-size:.875rem}
#method p{max-width:46rem}
.review{position:fixed;inset:auto 0 0;z-index:2;display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;padding:.5rem clamp(1rem,3vw,2.5rem);border-top:1px solid var(--rule);background:var(--raised);font-size:.875rem}
.review output{margin-left:auto}
html:not(.with-script) .scripted{display:none}
@media(max-width:48rem){.row{grid-template-columns:minmax(0,1fr);gap:.35rem}.more{grid-column:auto}.filters{position:static}.filters label{flex:1 1 8rem}.filters select,.filters input{width:100%;max-width:none}.filters output{margin-left:0;flex-basis:100%}.review label{flex-basis:100%;display:flex;gap:.5rem;align-items:center}.review input{flex:1}.review output{margin-left:0;flex:1}table{min-width:38rem}}
@media print{:root{color-scheme:light;--paper:#fff;--raised:#fff;--ink:#000;--soft:#444;--rule:#bbb;--link:#000;--source:#14468c;--cue:#7a3b00;--content:#8a7226;--tint:#fdf3cf;--deep:#f9e59a}body{max-width:none;padding:0;font-size:10pt}html .scripted,nav,.more,article summary{display:none}.row,tr,figure{break-inside:avoid}h2,h3{break-after:avoid}#articles{break-before:page}.filters,.review{position:static}.scroll{overflow:visible}mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}.row[data-marked=accept]::before{content:"✓ accepted"}.row[data-marked=reject]::before{content:"✗ rejected"}}
`;
