import { mainAccountId } from "./credentials.ts";
import type { SimShop } from "./world.ts";

const style = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;--accent:#d0421b;--card:#fff;--page:#f5f3f1;--text:#222;--soft:#6b6560;--line:#e2ddd8}
@media (prefers-color-scheme:dark){:root{--accent:#ff8a5c;--card:#23201e;--page:#181614;--text:#f2eeea;--soft:#aba39c;--line:#3d3835}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--text)}
header{border-bottom:4px solid var(--accent);background:var(--card);padding:1rem 1.5rem;font-weight:700}
header small{color:var(--soft);font-weight:400}
main{max-width:34rem;margin:2rem auto;padding:1.5rem;background:var(--card);border:1px solid var(--line);border-radius:.75rem}
h1{font-size:1.3rem;margin:0 0 .5rem}p{color:var(--soft)}fieldset{border:0;padding:0;margin:1.25rem 0}legend{font-weight:600;padding:0;margin-bottom:.5rem}
label{display:flex;gap:.6rem;align-items:center;padding:.6rem .75rem;border:1px solid var(--line);border-radius:.5rem;margin-bottom:.4rem;cursor:pointer}
label:has(input:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}label span{color:var(--soft);font-size:.9em}
.days{display:flex;flex-wrap:wrap;gap:.4rem}.days label{margin:0}
.actions{display:flex;gap:.75rem;margin-top:1.5rem}button{flex:1;font:inherit;font-weight:600;padding:.7rem;border-radius:.5rem;border:1px solid var(--line);background:transparent;color:inherit;cursor:pointer}
button.allow{background:#c23c17;border-color:#c23c17;color:#fff}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}`;

export function consentPage(shops: readonly SimShop[], days: readonly number[]): string {
  const choices = shops.map(({ shopId, name, orders }, index) =>
    choice(`shop:${shopId}`, name, `${shopId}, ${orders.length} pedidos`, index === 0),
  );
  const [first, second] = shops;
  if (first !== undefined && second !== undefined)
    choices.push(choice(`main:${mainAccountId}`, "Conta principal", `${first.name} e ${second.name}`, false));
  choices.push(choice("sub:900002", "Subconta de atendimento", "sem permissão para autorizar", false));
  const spans = days.map((count) => {
    const checked = count === 365 ? " checked" : "";
    return `<label><input type="radio" name="days" value="${count}"${checked}> ${count} dias</label>`;
  });
  return page(
    "Autorizar aplicativo",
    `<h1>Entrepot quer acessar a sua loja</h1>
<p>O aplicativo poderá ver produtos, pedidos, repasses e avaliações, e alterar preço e estoque.</p>
<form method="post">
<fieldset><legend>Escolha a loja</legend>${choices.join("")}</fieldset>
<fieldset><legend>Por quanto tempo</legend><div class="days">${spans.join("")}</div></fieldset>
<div class="actions"><button name="decision" value="deny">Recusar</button><button class="allow" name="decision" value="allow">Permitir</button></div>
</form>`,
  );
}

function choice(value: string, name: string, hint: string, isChosen: boolean): string {
  const checked = isChosen ? " checked" : "";
  return `<label><input type="radio" name="account" value="${value}"${checked}><div>${escape(name)}<br><span>${escape(hint)}</span></div></label>`;
}

export function messagePage(status: number, message: string): Response {
  return withHtml(status, page("Não foi possível autorizar", `<h1>Não foi possível autorizar</h1><p>${escape(message)}</p>`));
}

export function withHtml(status: number, html: string): Response {
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" } });
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${style}</style></head><body><header>Shopee Open Platform <small>(simulador local)</small></header><main>${content}</main></body></html>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
