/**
 * The page's style: black on white with one red, as official papers are printed; the same in the dark; on paper the form
 * alone is as wide as the sheet. Nothing is said by colour alone: every mark has a number, a sign and a border of its own.
 */

const song = `"Songti SC","STSong","SimSun","NSimSun","Noto Serif CJK SC","Source Han Serif SC",serif`
const fangsong = `"FangSong","STFangsong","FangSong_GB2312","SimSun","Songti SC","Noto Serif CJK SC",serif`
const hei = `system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif`
const figures = `"Times New Roman","Liberation Serif","Noto Serif CJK SC",serif`

const light = `--ink:#1b1b1b;--soft:#545454;--line:#8a8a8a;--hair:#d9d6cf;--paper:#fff;--ground:#f6f4ef;--red:#a61b1b;--amber:#7a4b00;--blue:#1f4e8c;--wash-error:#fbecea;--wash-warning:#fdf4df;--wash-info:#eef3fa;--head:#f3f0e8`
const dark = `--ink:#ebe7df;--soft:#b5afa4;--line:#8d887e;--hair:#3d3a35;--paper:#211f1c;--ground:#171614;--red:#ff9d8f;--amber:#f0c274;--blue:#9cc3f5;--wash-error:#3a2320;--wash-warning:#352b17;--wash-info:#1e2a38;--head:#2a2824`

export const style = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;scroll-padding-top:4rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.7 ${hei};overflow-wrap:anywhere}
main{max-width:88rem;margin:0 auto;padding:1.5rem clamp(1rem,3vw,2.5rem) 4rem}
a{color:var(--blue);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-5rem;background:var(--paper);padding:.5rem 1rem;z-index:3}
.skip:focus{top:1rem}
:target{background:var(--wash-warning);box-shadow:0 0 0 .25rem var(--wash-warning)}
section{margin:0 0 3rem}
h1,h2,h3,h4{line-height:1.4;text-wrap:balance}
h1{font:700 clamp(1.5rem,2.6vw,2.2rem)/1.4 ${song};margin:.2rem 0 .9rem}
h2{font:700 1.5rem/1.4 ${song};margin:0 0 .9rem;padding-bottom:.4rem;border-bottom:1px solid var(--line)}
h3{font-size:1.15rem;margin:2rem 0 .8rem}
h4{font-size:1.02rem;margin:0}
p{margin:.3rem 0}
.masthead{text-align:center;border-bottom:3px double var(--red);margin-bottom:1.6rem}
.masthead .kind{color:var(--red);letter-spacing:.35em;text-indent:.35em;margin:0;font-weight:600}
:lang(en) .kind{letter-spacing:.08em;text-indent:.08em}
.hint{color:var(--soft);max-width:60rem}
dl,dd,dt{margin:0}
.figures{display:grid;grid-template-columns:repeat(3,minmax(0,1fr)) minmax(11rem,.8fr);background:var(--paper);border:1px solid var(--hair)}
.figure{padding:1rem 1.3rem;border-left:1px solid var(--hair)}
.figure:first-child{border-left:0}
.figure dt{color:var(--soft)}
.figure dd>strong{display:block;font:700 clamp(1.7rem,3vw,2.5rem)/1.3 ${figures};font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}
.figure dd>span{display:block;color:var(--soft);font-size:.9rem}
.recomputed dd>strong{color:var(--red)}
.count{display:flex;align-items:baseline;gap:.5rem;color:var(--ink);text-decoration:none;padding:.12rem 0}
.count:hover{text-decoration:underline}
.count strong{margin-left:auto;font:700 1.25rem/1.4 ${figures};font-variant-numeric:tabular-nums}
.matters{background:var(--paper);border:1px solid var(--hair);border-top:0;padding:.9rem 1.3rem}
.matters h3{margin:0 0 .3rem;font-size:1rem;color:var(--red)}
.matters ul{margin:0;padding-left:1.2rem}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:.1rem 2rem;margin:.9rem 0}
.facts>div{display:flex;gap:.8rem;border-bottom:1px dotted var(--hair);padding:.25rem 0}
.facts dt{flex:0 0 7.5em;color:var(--soft)}
.facts dd{flex:1;min-width:0}
nav{position:sticky;top:0;z-index:2;background:var(--ground);border-bottom:1px solid var(--hair);margin-bottom:2rem}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;list-style:none;margin:0;padding:.6rem 0}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;color:var(--soft)}
.sheet{overflow-x:auto;border:1px solid var(--hair);background:var(--paper)}
.paper{min-width:70rem;padding:1.5rem;font-family:${song}}
.form-name{text-align:center;font-weight:700;font-size:1.4rem;margin:0 0 1rem}
table{border-collapse:collapse;width:100%}
table.form{table-layout:fixed;font-size:.875rem;line-height:1.5;margin-top:-1px}
.form th,.form td{border:1px solid var(--line);padding:.3rem .35rem;vertical-align:middle;white-space:pre-line}
.form .bare{border-style:hidden hidden solid}
.form th{font-weight:400;background:var(--head)}
.form .bold{font-weight:700}
.form .center{text-align:center}
.form .right{text-align:right}
.form .left{text-align:left}
.form .number{font-family:${figures};font-variant-numeric:tabular-nums lining-nums}
.form thead td{background:var(--head);border-bottom-color:var(--head)}
.form .total{font-weight:700}
.form .side{padding:.2rem 0;line-height:1.25}
.form .error{border:3px double var(--red);background:var(--wash-error)}
.form .warning{border:2px dashed var(--amber);background:var(--wash-warning)}
.form .info{border:1px dotted var(--blue);background:var(--wash-info)}
.form th[rowspan].error,.form th[rowspan].warning,.form th[rowspan].info{background:var(--head)}
.calc{color:inherit;text-decoration:underline dotted}
.marks{display:inline-flex;flex-wrap:wrap;gap:.15rem;margin-left:.3rem;vertical-align:middle}
.number .marks,.total .marks{display:flex;justify-content:center;margin:.15rem 0 0}
.mark{display:inline-block;font:600 .75rem/1.35 ${hei};padding:0 .28rem;border-radius:.2rem;text-decoration:none;white-space:nowrap;background:var(--paper);font-variant-numeric:tabular-nums}
.mark.error{color:var(--red);border:2px solid var(--red)}
.mark.warning{color:var(--amber);border:2px dashed var(--amber)}
.mark.info{color:var(--blue);border:2px dotted var(--blue)}
.group{background:var(--paper);border:1px solid var(--hair);border-left:5px solid var(--line);padding:.9rem 1.2rem;margin:0 0 1rem}
.group.error{border-left:6px double var(--red)}
.group.warning{border-left:5px dashed var(--amber)}
.group.info{border-left:5px dotted var(--blue)}
.rule{font:400 .8rem/1 ui-monospace,Consolas,monospace;color:var(--soft);margin-left:.5rem}
.list{list-style:none;margin:.5rem 0 0;padding:0}
.list>li{padding:.55rem 0;border-top:1px solid var(--hair);scroll-margin-top:4rem}
.said{font-size:1.02rem}
.places{list-style:none;margin:.1rem 0;padding:0 0 0 1.1rem;color:var(--soft);font-size:.92rem}
.cited{color:var(--ink);font-family:${fangsong};margin-left:.5rem;quotes:"“" "”"}
.law,.advice,.inputs{font-size:.92rem;color:var(--soft)}
.advice{color:var(--ink)}
b{font-weight:600;margin-right:.4em;color:var(--soft)}
.tag{display:inline-block;border:1px solid var(--line);border-radius:.2rem;padding:0 .35rem;font-size:.78rem;line-height:1.5;color:var(--soft);white-space:nowrap}
.tag.person{border-color:var(--ink);color:var(--ink)}
.tag.outside,.tag.lost{border:2px solid var(--red);color:var(--red)}
.tag.depends,.tag.judge{border:2px dashed var(--amber);color:var(--amber)}
details{background:var(--paper);border:1px solid var(--hair);margin-top:-1px;scroll-margin-top:4rem}
summary{padding:.45rem .9rem;cursor:pointer}
details.row summary{display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:baseline}
details.row summary::before{content:"▸";color:var(--soft)}
details.row[open] summary::before{content:"▾"}
summary .name{flex:1 1 18rem}
summary .sum{color:var(--soft);font-variant-numeric:tabular-nums}
.inside{padding:.3rem 1.2rem .9rem 2rem}
.steps{margin:.4rem 0;padding-left:1.4rem}
.formula{font-family:${song};font-weight:700}
.figure-text{font-family:${figures};font-variant-numeric:tabular-nums lining-nums;font-size:1.05em}
.wide{overflow-x:auto;margin:1rem 0;background:var(--paper)}
.plain caption{text-align:left;font-weight:600;padding:.5rem 0;background:var(--ground)}
.plain th,.plain td{border:1px solid var(--hair);padding:.35rem .7rem;text-align:right;font-variant-numeric:tabular-nums}
.plain th{font-weight:400;text-align:left}
.plain thead th{background:var(--head);font-weight:600;text-align:right}
.plain thead th:first-child{text-align:left}
.plain .inner{padding-left:1.5em}
@media (max-width:60rem){.figures{grid-template-columns:repeat(2,minmax(0,1fr))}.figure{border-left:0;border-bottom:1px solid var(--hair)}.figure:nth-child(even){border-left:1px solid var(--hair)}nav{position:static}}
@media (max-width:30rem){.figures{grid-template-columns:1fr}.figure:nth-child(even){border-left:0}.facts>div{flex-direction:column;gap:0}.facts dt{flex:none}.paper{padding:.6rem}.inside{padding-left:1rem}.group{padding:.7rem .8rem}}
@page{size:landscape;margin:12mm 10mm}
@media print{
:root{color-scheme:light;${light};--ground:#fff}
body{font-size:9.5pt;line-height:1.5}
main{max-width:none;padding:0}
nav,.skip,.screen{display:none}
a{color:inherit;text-decoration:none}
.sheet,.wide{overflow:visible;border:0}
.paper{min-width:0;padding:0}
#form{break-before:page}
table.form{font-size:8pt;line-height:1.35}
.form th,.form td{padding:1.2mm 1mm}
.mark{font-size:6.5pt;padding:0 .5mm}
thead{display:table-header-group;break-after:avoid}
.form td:not([rowspan]),.plain tr,.list>li,.figure{break-inside:avoid}
.form th[rowspan]{background:none}
h2,h3,h4,summary,.group>.law,.group>.advice{break-after:avoid}
.figures{grid-template-columns:repeat(3,minmax(0,1fr)) minmax(0,.8fr)}
.list,.rows{columns:2;column-gap:8mm}
.group{padding:2mm 3mm;margin:0 0 3mm}
.list>li{padding:1.2mm 0}
.inside{padding:0 3mm 1.5mm 4mm}
.inside .facts{display:block;margin:0}
.inside .facts>div{display:inline-flex;gap:.4em;border:0;margin-right:1.2em;padding:0}
.inside .facts dt{flex:none}
.inside .facts dd{flex:none}
.steps,p{margin:.3mm 0}
#findings,#calculation{break-before:page}
details::details-content{content-visibility:visible;block-size:auto}
details{break-inside:avoid}
details.row summary::before{content:none}
.law,.places,.advice,.inputs,.hint{font-size:8.5pt}
:target{background:none;box-shadow:none}
}
`
