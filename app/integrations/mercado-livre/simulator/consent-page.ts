import type { SimSeller } from "./model.ts";

const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;background:#ededed;color:#222}
header{background:#ffe600;padding:.9rem 1.25rem;font-weight:700;letter-spacing:-.01em}
header small{display:block;font-weight:400;opacity:.75}
main{max-width:30rem;margin:2rem auto;background:#fff;border-radius:.5rem;box-shadow:0 1px 3px rgb(0 0 0/.16);padding:1.75rem}
h1{font-size:1.35rem;line-height:1.3;margin:0 0 .5rem}
p{margin:.25rem 0 1rem;color:#555}
ul{margin:0 0 1.25rem;padding-left:1.2rem;color:#333}
fieldset{border:0;margin:0 0 1.5rem;padding:0;display:grid;gap:.5rem}
legend{font-weight:600;margin-bottom:.5rem;padding:0}
label{display:flex;gap:.75rem;align-items:center;border:1px solid #ccc;border-radius:.4rem;padding:.65rem .8rem;cursor:pointer}
label:has(:checked){border-color:#2968c8;box-shadow:0 0 0 1px #2968c8}
label span{display:block}label small{color:#666}
.actions{display:flex;gap:.75rem}
button{flex:1;font:inherit;font-weight:600;border:0;border-radius:.4rem;padding:.75rem;cursor:pointer}
button[value=allow]{background:#2968c8;color:#fff}
button[value=deny]{background:#e3edfb;color:#1c4f9c}
button:focus-visible,input:focus-visible{outline:3px solid #8ab4f0;outline-offset:2px}
.problem{background:#fdeaea;color:#8a1111;border-radius:.4rem;padding:.75rem 1rem;margin:0 0 1rem}
@media (max-width:32rem){main{margin:0;border-radius:0;min-height:80vh}}`;

/** Where a seller chooses the account and allows the app, as the vendor's own page asks it. */
export function consentPage(sellers: readonly SimSeller[], problem?: string): Response {
  const choices = sellers.map(
    (seller, index) => `<label><input type="radio" name="account" value="${seller.id}"${index === 0 ? " checked" : ""}>
<span>${escape(seller.nickname)}<small><br>${escape(seller.email)} · ${seller.id}</small></span></label>`,
  );
  const notice = problem === undefined ? "" : `<p class="problem" role="alert">${escape(problem)}</p>`;
  return page(
    "Autorizar aplicativo",
    `${notice}<h1>O Entrepot quer acessar a sua conta</h1>
<p>Ao permitir, o aplicativo poderá:</p>
<ul><li>ver e editar os seus anúncios, preços e estoque</li><li>ver as suas vendas, envios e reclamações</li><li>ler e responder perguntas</li><li>manter o acesso quando você não estiver usando</li></ul>
<form method="post"><fieldset><legend>Conta</legend>${choices.join("")}</fieldset>
<div class="actions"><button name="decision" value="deny">Não permitir</button><button name="decision" value="allow">Permitir</button></div></form>`,
    200,
  );
}

export function errorPage(problem: string): Response {
  return page("Não foi possível conectar", `<h1>Não foi possível conectar</h1><p class="problem" role="alert">${escape(problem)}</p>`, 400);
}

function page(title: string, body: string, status: number): Response {
  const html = `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)} · Mercado Livre (simulado)</title><style>${style}</style></head>
<body><header>Mercado Livre<small>simulado neste computador</small></header><main>${body}</main></body></html>`;
  return new Response(html, { status, headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" } });
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
