import { orderSn, placeOrder, trackingNumberOf } from "./new-order.ts";
import type { Random } from "#app/platform/seeded-random.ts";
import { createRandom, pick, weightedPicker, whole } from "./random.ts";
import { addOrder, linesCents, type SimOrder, type SimShop } from "./world.ts";

const hourS = 3_600;
const dayS = 86_400;
const historyDays = 90;
const brazilOffsetS = -3 * hourS;

/** Sunday first. */
const weekdayWeights = [0.8, 1.2, 1.15, 1.05, 1, 0.95, 0.75] as const;
const hourWeights = [2, 1, 1, 1, 1, 1, 2, 4, 6, 8, 9, 10, 11, 10, 9, 9, 9, 9, 10, 12, 13, 12, 9, 5] as const;

export const cancelReasons = {
  buyer: "Comprador desistiu da compra",
  seller: "Produto sem estoque",
  system: "Pagamento não confirmado no prazo",
} as const;

/** Fills the shop with 90 days of sales, the oldest first. */
export function makeOrders(shop: SimShop, count: number, seed: number, nowS: number): void {
  const random = createRandom(seed, shop.shopId, "orders", count);
  const offers = shop.items.filter(({ status }) => status === "NORMAL");
  if (offers.length === 0) return;
  const pickOffer = weightedPicker(offers.map(({ popularity }) => popularity));
  const times = makeTimes(random, count, nowS);
  for (const [index, createS] of times.entries()) {
    const lineCount = random() < 0.88 ? 1 : whole(random, 2, 3);
    const chosen = Array.from({ length: lineCount }, () => offers[pickOffer(random)]).filter((item) => item !== undefined);
    const order = placeOrder(random, shop, { items: chosen, createS, sn: orderSn(createS, `${seed}/${shop.shopId}/${index}`) });
    liveUntil(order, nowS, random);
    addOrder(shop, order);
  }
}

function makeTimes(random: Random, count: number, nowS: number): number[] {
  const localDay = Math.floor((nowS + brazilOffsetS) / dayS);
  const days = Array.from({ length: historyDays }, (_, index) => localDay - index);
  const todayPart = ((nowS + brazilOffsetS) % dayS) / dayS;
  const pickDay = weightedPicker(
    days.map((day, index) => {
      const weight = weekdayWeights[(day + 4) % 7] ?? 1;
      // A shop that grows: a quarter more sales than three months ago.
      return weight * (1 + ((historyDays - index) / historyDays) * 0.25) * (index === 0 ? todayPart : 1);
    }),
  );
  const pickHour = weightedPicker(hourWeights);
  const times = Array.from({ length: count }, () => {
    const day = days[pickDay(random)] ?? localDay;
    const time = day * dayS + pickHour(random) * hourS + whole(random, 0, hourS - 1) - brazilOffsetS;
    return time < nowS ? time : nowS - whole(random, 60, Math.max(61, Math.floor(todayPart * dayS)));
  });
  return times.sort((a, b) => a - b);
}

/** Lets an order go through what happens to orders, up to now. */
function liveUntil(order: SimOrder, nowS: number, random: Random): void {
  const fate = random();
  const isPaidAtOnce = random() < 0.94;
  const payS = order.createS + (isPaidAtOnce ? whole(random, 30, 600) : whole(random, 1, 20) * hourS);
  if (fate < 0.012) return settleUnpaid(order, nowS);
  if (payS > nowS) return;
  order.payS = payS;
  order.updateS = payS;
  order.status = "INVOICE_PENDING";
  order.shipByS = shipByOf(payS);
  if (fate < 0.045) return cancelPaid(order, nowS, random);
  const invoiceS = payS + whole(random, 1, 10) * hourS;
  if (invoiceS > nowS) return;
  Object.assign(order, { status: "READY_TO_SHIP", updateS: invoiceS, invoiceKey: invoiceKeyOf(order.sn) });
  const isLate = random() < 0.05;
  const pickupS = isLate ? order.shipByS + whole(random, 2, 40) * hourS : invoiceS + whole(random, 2, 30) * hourS;
  const prepareS = Math.max(invoiceS, pickupS - whole(random, 1, 6) * hourS);
  if (prepareS > nowS) return;
  Object.assign(order, { status: "PROCESSED", updateS: prepareS, trackingNumber: trackingNumberOf(order.sn) });
  if (pickupS > nowS) return;
  Object.assign(order, { status: "SHIPPED", updateS: pickupS, pickupS });
  const deliverS = pickupS + whole(random, 2, 9) * dayS + whole(random, 0, 10) * hourS;
  if (deliverS > nowS) return;
  Object.assign(order, { status: "COMPLETED", updateS: deliverS, deliverS });
  if (random() < 0.025) takeBack(order, Math.min(nowS, deliverS + whole(random, 1, 6) * dayS));
}

function settleUnpaid(order: SimOrder, nowS: number): void {
  if (order.createS + dayS > nowS) return;
  Object.assign(order, { status: "CANCELLED", updateS: order.createS + dayS, cancel: { by: "system", reason: cancelReasons.system } });
}

function cancelPaid(order: SimOrder, nowS: number, random: Random): void {
  const cancelS = (order.payS ?? order.createS) + whole(random, 1, 30) * hourS;
  if (cancelS > nowS) return;
  const by = pick(random, ["buyer", "buyer", "seller"] as const);
  Object.assign(order, { status: "CANCELLED", updateS: cancelS, cancel: { by, reason: cancelReasons[by] } });
}

/** The end of the second day after payment, Sundays not counted. */
export function shipByOf(payS: number): number {
  const localDay = Math.floor((payS + brazilOffsetS) / dayS);
  let day = localDay;
  for (let left = 2; left > 0;) {
    day += 1;
    if ((day + 4) % 7 !== 0) left -= 1;
  }
  return (day + 1) * dayS - 1 - brazilOffsetS;
}

export function takeBack(order: SimOrder, atS: number): void {
  order.returned = { sn: `R${order.sn.slice(1)}`, refundCents: linesCents(order) };
  order.updateS = atS;
}

/** 44 digits, as on a Brazilian invoice. */
export function invoiceKeyOf(sn: string): string {
  const random = createRandom("nfe", sn);
  return Array.from({ length: 44 }, () => whole(random, 0, 9)).join("");
}
