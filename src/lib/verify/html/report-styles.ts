/** The report's own styles, over the design tokens; faces that a stranger's computer has stand in for ours. */
export const reportStyles = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans)}
main{max-inline-size:52rem;margin:0 auto;padding:var(--gap-4) var(--gutter)}
h1{font:500 1.9rem/1.2 var(--serif);margin:0 0 var(--gap-3);overflow-wrap:anywhere}
h2{font:500 1.35rem/1.3 var(--serif);margin:var(--gap-4) 0 var(--gap-2)}
h3{font-size:1rem;margin:var(--gap-3) 0 .3em}
p{margin:0 0 .4em}
.soft{color:var(--soft)}
.small{font-size:.875rem}
.verdict{font-size:1.15rem;padding:.8em 1em;background:var(--sheet);border:1px solid var(--line);border-inline-start:6px solid var(--accent);border-radius:var(--round-small)}
.verdict.problems,.verdict.refused{border-inline-start-color:var(--warm)}
.problems{padding-inline-start:1.4em}
.problems li{padding-inline-start:.4em;margin-block-end:var(--gap-2);overflow-wrap:anywhere}
.error strong{color:var(--warm)}
ul{margin:0 0 .6em;padding-inline-start:1.2em}
li{overflow-wrap:anywhere}
table{border-collapse:collapse;inline-size:100%;font-size:.9rem}
th,td{text-align:start;vertical-align:top;padding:.35em .6em .35em 0;border-block-end:1px solid var(--line);overflow-wrap:anywhere}
tbody th{font-weight:600;inline-size:11em}
details{margin-block:.4em}
summary{min-block-size:2.75rem;padding-block:.6em;cursor:pointer;color:var(--accent)}
.wide{overflow-x:auto}
@page{size:A4;margin:16mm}
@media print{main{max-inline-size:none;padding:0}body{font-size:10pt}.problems li,tr{break-inside:avoid}h2,h3{break-after:avoid}details:not([open]){display:none}}
`;
