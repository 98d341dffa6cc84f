import type { SimulatedGood } from "#app/integrations/simulated-goods.ts";
import { page } from "./layout.ts";
import { categoryNames } from "./words.ts";
import { escape, goodOf, goods, isSoldOut, moneyOf, root, type Visit, wordsOf } from "./visit.ts";

/** What the shop tells the script of a product, in the attributes it reads. */
export function marks(good: SimulatedGood, more = ""): string {
  const { sku, gtin, title, category, priceCents } = good;
  return `data-entrepot-product="${sku}" data-entrepot-gtin="${gtin}" data-entrepot-name="${escape(title)}" data-entrepot-category="${category}" data-entrepot-price="${(priceCents / 100).toFixed(2)}" data-entrepot-currency="BRL" data-entrepot-in-stock="${!isSoldOut(good)}" ${more}`;
}

function picture(good: SimulatedGood): string {
  return `<img src="${root}/pictures/${good.number}.svg" alt="" width="500" height="500" loading="lazy">`;
}

/** A shelf stands below a heading of its own, or right below the page's. */
type Heading = "h2" | "h3";

function card(visit: Visit, good: SimulatedGood, heading: Heading): string {
  const t = wordsOf(visit);
  return `<article class="card" ${marks(good)}>${picture(good)}<div>
<${heading}><a href="${visit.base}/p/${good.sku}">${escape(good.title)}</a></${heading}>
<span class="price">${moneyOf(good.priceCents, visit.language)}</span>
<label><input type="checkbox" name="sku" value="${good.sku}"> ${t.compare}</label>
</div></article>`;
}

function shelf(visit: Visit, list: readonly SimulatedGood[], heading: Heading): string {
  const t = wordsOf(visit);
  return `<form action="${visit.base}/compare"><div class="grid">${list.map((good) => card(visit, good, heading)).join("")}</div>
<p class="bar"><span></span><button class="quiet">${t.compareChosen}</button></p></form>`;
}

export function homePage(visit: Visit): string {
  const t = wordsOf(visit);
  const popular = goods.toSorted((a, b) => b.popularity - a.popularity).slice(0, 8);
  return page(
    visit,
    t.home,
    `<section class="hero"><h1>${t.name}</h1><p class="lead">${t.slogan}</p><a class="button" href="${visit.base}/c/cozinha">${categoryNames[visit.language].cozinha ?? ""}</a></section>
<h2>${t.popular}</h2>${shelf(visit, popular, "h3")}`,
  );
}

export function categoryPage(visit: Visit, category: string): string | undefined {
  const list = goods.filter((good) => good.category === category);
  const name = Object.entries(categoryNames[visit.language]).find(([id]) => id === category)?.[1] ?? category;
  return list.length === 0 ? undefined : page(visit, name, `<h1>${name}</h1>${shelf(visit, list, "h2")}`);
}

function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

export function searchPage(visit: Visit): string {
  const t = wordsOf(visit);
  const query = (visit.query.get("q") ?? "").trim().slice(0, 100);
  const found = goods.filter(({ title, sku }) => plain(`${title} ${sku}`).includes(plain(query)));
  const head = `data-entrepot-search="${escape(query)}" data-entrepot-results="${found.length}"`;
  const body =
    found.length === 0
      ? `<h1 ${head}>${t.noResults} “${escape(query)}”</h1><p class="lead">${t.noResultsAdvice}</p>`
      : `<h1 ${head}>${found.length} ${t.results} “${escape(query)}”</h1>${shelf(visit, found, "h2")}`;
  return page(visit, t.searchFor, body);
}

export function productPage(visit: Visit, sku: string): string | undefined {
  const good = goodOf(sku);
  if (good === undefined) return undefined;
  const t = wordsOf(visit);
  const isOut = isSoldOut(good);
  const also = goods.filter((one) => one.category === good.category && one !== good).slice(0, 4);
  const data = {
    "@context": "https://schema.org",
    "@type": "Product",
    sku,
    gtin13: good.gtin,
    name: good.title,
    offers: {
      "@type": "Offer",
      price: (good.priceCents / 100).toFixed(2),
      priceCurrency: "BRL",
      availability: `https://schema.org/${isOut ? "OutOfStock" : "InStock"}`,
    },
  };
  return page(
    visit,
    good.title,
    `<article class="product" ${marks(good, 'data-entrepot-view="product"')}>
${picture(good)}
<div><h1>${escape(good.title)}</h1>
<span class="price">${moneyOf(good.priceCents, visit.language)}</span>
<p class="stock${isOut ? " out" : ""}">${isOut ? t.soldOut : t.inStock}</p>
<p class="lead">${escape(good.description)}</p>
<form method="post" action="${visit.base}/cart"><input type="hidden" name="sku" value="${sku}"><button name="act" value="add" data-entrepot-add="${sku}"${isOut ? " disabled" : ""}>${t.add}</button></form>
</div></article>
<h2>${t.also}</h2>${shelf(visit, also, "h3")}
<script type="application/ld+json">${JSON.stringify(data).replaceAll("<", String.raw`\u003c`)}</script>`,
  );
}

export function comparePage(visit: Visit): string {
  const t = wordsOf(visit);
  const chosen = visit.query
    .getAll("sku")
    .flatMap((sku) => goodOf(sku) ?? [])
    .slice(0, 4);
  const row = (label: string, cell: (good: SimulatedGood) => string) =>
    `<tr><th scope="row">${label}</th>${chosen.map((good) => `<td>${cell(good)}</td>`).join("")}</tr>`;
  const heads = chosen.map(
    (good) =>
      `<th scope="col" ${marks(good)}>${picture(good).replace('width="500" height="500"', 'width="120" height="120"')}<br><a href="${visit.base}/p/${good.sku}">${escape(good.title)}</a></th>`,
  );
  const table = `<div class="scroll" data-entrepot-view="compare"><table><thead><tr><td></td>${heads.join("")}</tr></thead><tbody>
${row(t.price, (good) => `<span class="price">${moneyOf(good.priceCents, visit.language)}</span>`)}
${row(t.weight, (good) => `${(good.weightGrams / 1_000).toLocaleString(visit.language)} kg`)}
</tbody></table></div>`;
  return page(
    visit,
    t.compareTitle,
    `<h1>${t.compareTitle}</h1>${chosen.length === 0 ? `<p class="lead">${t.noResultsAdvice}</p>` : table}`,
  );
}
