import { marks } from "./browse.ts";
import { page } from "./layout.ts";
import { escape, type Line, linesOf, moneyOf, shippingCents, sumOf, type Visit, wordsOf } from "./visit.ts";

const stepNames = ["address", "shipping", "payment"] as const;
/** Known only when delivery is asked for: the surprise many shops keep for their last pages. */
const shippingFromStep = 2;

function plainPrice(cents: number): string {
  return (cents / 100).toFixed(2);
}

function basket(visit: Visit, lines: readonly Line[], isFixed: boolean): string {
  const t = wordsOf(visit);
  const rows = lines.map(
    ({ good, quantity }) => `<tr ${marks(good, `data-entrepot-quantity="${quantity}"`)}>
<td>${escape(good.title)}</td><td>${quantity}</td><td>${moneyOf(good.priceCents * quantity, visit.language)}</td>
${isFixed ? "" : `<td><form method="post" action="${visit.base}/cart"><input type="hidden" name="sku" value="${good.sku}"><button name="act" value="remove" class="quiet" data-entrepot-remove="${good.sku}">${t.remove}</button></form></td>`}</tr>`,
  );
  return `<div class="scroll"><table data-entrepot-cart><tbody>${rows.join("")}</tbody></table></div>`;
}

function sums(visit: Visit, subtotal: number, hasShipping: boolean): string {
  const t = wordsOf(visit);
  const line = (label: string, cents: number, name = "") =>
    `<p class="${name}"><span>${label}</span><span>${moneyOf(cents, visit.language)}</span></p>`;
  return `<div class="sum">${line(t.subtotal, subtotal)}${hasShipping ? line(t.shipping, shippingCents) : ""}${line(t.total, subtotal + (hasShipping ? shippingCents : 0), "all")}</div>`;
}

export function cartPage(visit: Visit): string {
  const t = wordsOf(visit);
  const lines = linesOf(visit);
  if (lines.length === 0)
    return page(visit, t.cart, `<h1>${t.cart}</h1><p class="lead">${t.cartEmpty}</p><a class="button" href="${visit.base}/">${t.back}</a>`);
  return page(
    visit,
    t.cart,
    `<h1>${t.cart}</h1>${basket(visit, lines, false)}${sums(visit, sumOf(lines), false)}
<p class="bar"><span class="bar"><input aria-label="${t.coupon}" placeholder="${t.coupon}" style="width:14rem"><button type="button" class="quiet" id="coupon">${t.apply}</button></span>
<a class="button" href="${visit.base}/checkout/1">${t.checkout}</a></p>`,
  );
}

export function checkoutPage(visit: Visit, step: 1 | 2 | 3): string | undefined {
  const t = wordsOf(visit);
  const lines = linesOf(visit);
  if (lines.length === 0) return undefined;
  const subtotal = sumOf(lines);
  const hasShipping = step >= shippingFromStep;
  const total = subtotal + (hasShipping ? shippingCents : 0);
  const fields = {
    1: `<label>${t.fullName}<input name="name" autocomplete="name" required></label><label>${t.postcode}<input name="postcode" autocomplete="postal-code" inputmode="numeric" required></label><label>${t.street}<input name="street" autocomplete="street-address" required></label>`,
    2: `<label><span><input type="radio" name="carrier" checked style="width:auto"> ${t.carrier}: ${moneyOf(shippingCents, visit.language)}</span></label>`,
    3: `<label>${t.card}<input name="card" autocomplete="cc-number" inputmode="numeric" required></label><label>${t.expiry}<input name="expiry" autocomplete="cc-exp" required></label>`,
  }[step];
  const next = step === 3 ? `${visit.base}/done` : `${visit.base}/checkout/${step + 1}`;
  const list = t.steps.map((name, index) => `<li${index === step - 1 ? ' aria-current="step"' : ""}>${index + 1}. ${name}</li>`);
  const shipping = hasShipping ? `data-entrepot-shipping="${plainPrice(shippingCents)}"` : "";
  return page(
    visit,
    t.steps[step - 1] ?? t.checkout,
    `<h1>${t.checkout}</h1><ol class="steps">${list.join("")}</ol>
<form method="post" action="${next}" class="fields" id="checkout" data-entrepot-step="${step}" data-entrepot-step-name="${stepNames[step - 1] ?? ""}" data-entrepot-total="${plainPrice(total)}" data-entrepot-currency="BRL" ${shipping}>
${fields}<button>${step === 3 ? t.pay : t.next}</button></form>
${basket(visit, lines, true)}${sums(visit, subtotal, hasShipping)}`,
  );
}

export function donePage(visit: Visit, lines: readonly Line[], orderRef: string): string {
  const t = wordsOf(visit);
  const bought = lines.map(
    ({ good, quantity }) => `<li ${marks(good, `data-entrepot-quantity="${quantity}"`)}>${quantity} × ${escape(good.title)}</li>`,
  );
  return page(
    visit,
    t.doneTitle,
    `<section data-entrepot-order="${orderRef}" data-entrepot-total="${plainPrice(sumOf(lines) + shippingCents)}" data-entrepot-currency="BRL">
<h1>${t.doneTitle} ${orderRef}</h1><p class="lead">${t.doneText}</p><ul>${bought.join("")}</ul></section><a class="button" href="${visit.base}/">${t.back}</a>`,
  );
}
