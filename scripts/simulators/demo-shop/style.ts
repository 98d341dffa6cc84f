export const shopStyle = `
:root{color-scheme:light dark;--paper:#faf8f3;--card:#fff;--ink:#22211e;--soft:#6a675f;--line:#e2ddd1;--leaf:#1f5f4f;--on-leaf:#fff;--tint:#e9f1ed}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--card:#211f1c;--ink:#f1ede4;--soft:#aaa599;--line:#37342e;--leaf:#7cc4ae;--on-leaf:#10201b;--tint:#22302b}}
body:has(#consent:not([hidden])){--entrepot-chat-bottom:104px}
@media (max-width:700px){body:has(#consent:not([hidden])){--entrepot-chat-bottom:190px}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;display:flex;flex-direction:column;min-height:100vh}
a{color:inherit}
.top{display:grid;grid-template-columns:auto 1fr auto;gap:12px 24px;align-items:center;padding:16px clamp(16px,4vw,48px);background:var(--card);border-bottom:1px solid var(--line)}
.brand{font:600 22px/1 Georgia,serif;text-decoration:none;color:var(--leaf)}
.top nav{grid-column:1/-1;display:flex;gap:20px;overflow-x:auto;font-size:15px}
.top nav a{text-decoration:none;color:var(--soft);white-space:nowrap;padding:4px 0}
.top nav a:hover{color:var(--leaf)}
.cart{text-decoration:none;font-weight:600;white-space:nowrap}
.cart b{background:var(--leaf);color:var(--on-leaf);border-radius:99px;padding:2px 8px;font-size:13px}
.search{display:flex;max-width:520px}
input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:10px 12px;width:100%;min-width:0}
.search input{border-radius:6px 0 0 6px}
.search button{border-radius:0 6px 6px 0}
button,.button{font:600 16px/1.2 system-ui,sans-serif;background:var(--leaf);color:var(--on-leaf);border:1px solid var(--leaf);border-radius:6px;padding:11px 18px;cursor:pointer;text-decoration:none;display:inline-block}
button:disabled{opacity:.45;cursor:default}
.quiet{background:transparent;color:var(--ink);border-color:var(--line)}
:focus-visible{outline:3px solid var(--leaf);outline-offset:2px}
main{flex:1;width:100%;max-width:1180px;margin:0 auto;padding:32px clamp(16px,4vw,48px)}
h1{font:600 30px/1.25 Georgia,serif;margin:0 0 8px}
h2{font:600 21px/1.3 Georgia,serif;margin:36px 0 14px}
.lead{color:var(--soft);margin:0 0 28px;max-width:60ch}
.hero{background:var(--tint);border-radius:12px;padding:clamp(24px,5vw,56px);margin-bottom:36px}
.hero h1{font-size:clamp(28px,4vw,42px)}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:18px}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;overflow:hidden;display:flex;flex-direction:column}
img{height:auto}
.card img{width:100%;aspect-ratio:1;object-fit:cover;display:block;background:var(--tint)}
.card div{padding:14px;display:grid;gap:6px;flex:1;align-content:start}
.card :is(h2,h3){font:600 16px/1.35 system-ui,sans-serif;margin:0}
.card :is(h2,h3) a{text-decoration:none}
.card label{font-size:14px;color:var(--soft);display:flex;gap:8px;align-items:center}
.card label input{width:auto}
.price{font-weight:700;font-size:19px;font-variant-numeric:tabular-nums}
.product{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:clamp(20px,4vw,56px)}
.product img{width:100%;border-radius:12px;background:var(--tint)}
.product .price{font-size:30px;display:block;margin:14px 0}
.stock{color:var(--leaf);font-weight:600}.stock.out{color:#b4432e}
table{border-collapse:collapse;width:100%;background:var(--card);border:1px solid var(--line);border-radius:10px}
th,td{padding:12px 14px;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
td img{width:72px;border-radius:6px}
.scroll{overflow-x:auto}
.bar{display:flex;flex-wrap:wrap;gap:14px;align-items:center;justify-content:space-between;margin-top:22px}
.sum{display:grid;gap:6px;margin:22px 0 0 auto;max-width:340px;font-variant-numeric:tabular-nums}
.sum p{display:flex;justify-content:space-between;margin:0}
.sum .all{font-weight:700;font-size:20px;border-top:1px solid var(--line);padding-top:8px}
.steps{display:flex;gap:8px;padding:0;list-style:none;margin:0 0 24px;flex-wrap:wrap}
.steps li{padding:6px 14px;border-radius:99px;border:1px solid var(--line);color:var(--soft);font-size:15px}
.steps li[aria-current]{background:var(--leaf);color:var(--on-leaf);border-color:var(--leaf)}
.fields{display:grid;gap:16px;max-width:460px}
.fields label{display:grid;gap:6px;font-weight:600;font-size:15px}
footer{display:flex;flex-wrap:wrap;gap:8px 24px;justify-content:space-between;padding:20px clamp(16px,4vw,48px);border-top:1px solid var(--line);color:var(--soft);font-size:14px}
#consent:not([hidden]){position:sticky;bottom:0;display:flex;flex-wrap:wrap;gap:12px 24px;align-items:center;justify-content:space-between;padding:16px clamp(16px,4vw,48px);background:var(--card);border-top:2px solid var(--leaf)}
#consent p{margin:0;max-width:70ch}
#consent div{display:flex;gap:10px}
@media (max-width:640px){.top{grid-template-columns:1fr auto}.search{grid-column:1/-1;grid-row:2;max-width:none}.product{grid-template-columns:1fr}}
`;
