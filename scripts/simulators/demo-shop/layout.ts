import { shopStyle } from "./style.ts";
import { categoryNames } from "./words.ts";
import { escape, goods, root, type Visit, wordsOf } from "./visit.ts";

/** Asks once; what was answered is remembered by the shop itself, as shops do. */
const consentScript = `
const banner = document.querySelector("#consent");
const answer = localStorage.getItem("shop-consent");
window.entrepot = window.entrepot || [];
const tell = (state) => { entrepot.push(["consent", state]); };
if (answer) tell(answer); else banner.hidden = false;
banner.addEventListener("click", ({ target }) => {
  const state = target.closest("button")?.value;
  if (!state) return;
  localStorage.setItem("shop-consent", state);
  banner.hidden = true;
  tell(state);
});`;

export function page(visit: Visit, title: string, body: string): string {
  const t = wordsOf(visit);
  const { language, base, site, appUrl } = visit;
  const categories = [...new Set(goods.map(({ category }) => category))];
  const links = categories.map((one) => `<a href="${base}/c/${one}">${categoryNames[language][one] ?? one}</a>`);
  const other = language === "en" ? `${root}${visit.path}` : `${root}/en${visit.path}`;
  const count = [...visit.cart.values()].reduce((sum, one) => sum + one, 0);
  const lineOf = (file: string) => `<script async src="${appUrl}/sdk/${file}" data-site="${site}"></script>`;
  const scripts = site === null ? "" : ["entrepot.js", "entrepot-chat.js"].map(lineOf).join("\n");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · ${t.name}</title>
<style>${shopStyle}</style>
${scripts}
</head>
<body>
<header class="top">
  <a class="brand" href="${base}/">${t.name}</a>
  <form class="search" action="${base}/search" role="search">
    <input type="search" name="q" aria-label="${t.search}" placeholder="${t.search}" value="${escape(visit.query.get("q") ?? "")}">
    <button>${t.searchFor}</button>
  </form>
  <a class="cart" href="${base}/cart">${t.cart}${count > 0 ? ` <b>${count}</b>` : ""}</a>
  <nav aria-label="${t.home}">${links.join("")}</nav>
</header>
<main>${body}</main>
<footer><span>${t.demo}</span><a href="${other}" hreflang="${language === "en" ? "pt-BR" : "en"}">${t.other}</a></footer>
<section id="consent" aria-label="Cookies" hidden>
  <p>${t.consent}</p>
  <div><button value="denied" class="quiet">${t.no}</button><button value="granted">${t.yes}</button></div>
</section>
<script>${consentScript}</script>
</body>
</html>`;
}
