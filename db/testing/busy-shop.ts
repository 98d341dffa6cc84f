/** Makes something happen at the vendor; what it answers names the order of a sale. */
export type Act = (action: string, input: Record<string, unknown>) => Promise<Record<string, unknown>>;

type Sale = { order: string; stage: "paid" | "unpaid" | "shipped" };

/** A Mercado Livre shop on a lively day: prices and stock change, things are sold, paid, sent and cancelled, in any order. */
export function createBusyShop(random: () => number, listings: readonly string[], act: Act) {
  const open: Sale[] = [];
  /** Of all orders that were placed meanwhile. */
  const orderRefs: string[] = [];
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];

  async function sell(): Promise<void> {
    const paid = random() < 0.7;
    const { order } = await act("sell", { listing: pick(listings), quantity: 1 + Math.floor(random() * 3), paid });
    orderRefs.push(String(order));
    open.push({ order: String(order), stage: paid ? "paid" : "unpaid" });
  }

  async function carryOn(sale: Sale): Promise<void> {
    const { order } = sale;
    const isCancelled = sale.stage !== "shipped" && random() < 0.3;
    if (isCancelled) await act("cancel", { order, by: random() < 0.5 ? "buyer" : "seller" });
    else if (sale.stage === "unpaid") await act("pay", { order });
    else await act(sale.stage === "paid" ? "ship" : "deliver", { order });
    const next = { unpaid: "paid", paid: "shipped", shipped: undefined } as const;
    const stage = isCancelled ? undefined : next[sale.stage];
    if (stage === undefined) open.splice(open.indexOf(sale), 1);
    else sale.stage = stage;
  }

  async function happen(): Promise<void> {
    const kind = random();
    const listing = pick(listings);
    const sale = pick(open);
    if (kind < 0.2) await act("change-price", { listing, priceCents: 1_000 + Math.floor(random() * 50_000) });
    else if (kind < 0.4) await act("change-stock", { listing, stock: Math.floor(random() * 80) });
    else if (kind < 0.5) await act(random() < 0.5 ? "pause" : "activate", { listing });
    else if (kind < 0.7 || sale === undefined) await sell();
    else await carryOn(sale);
  }

  return { happen, orderRefs };
}
