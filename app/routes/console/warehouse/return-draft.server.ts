/** What a form about a return says. It repeats a field once a line; verbs parse what is in it. */
export async function readReturnForm(request: Request) {
  const form = await request.formData().catch(() => new FormData());
  const all = (name: string) => form.getAll(name).map((value) => (typeof value === "string" ? value : ""));
  return { all, one: (name: string) => all(name).at(-1) ?? "" };
}

type ReturnForm = Awaited<ReturnType<typeof readReturnForm>>;

const isSome = ({ quantity }: { quantity: string }) => !["", "0"].includes(quantity.trim());

/** A line left at nothing stays with the buyer. */
export function draftOfReturn({ all, one }: ReturnForm) {
  const orderId = one("orderId");
  const quantities = all("quantity");
  const ids = all(orderId === "" ? "variantId" : "orderLineId");
  const lines = ids.map((id, index) => ({
    ...(orderId === "" ? { variantId: id } : { orderLineId: id }),
    quantity: quantities[index] ?? "",
  }));
  return { orderId, reason: one("reason"), note: one("note"), trackingCode: one("trackingCode"), lines: lines.filter(isSome) };
}

/** A line left at nothing is not in the parcel. */
export function draftOfArrival({ all, one }: ReturnForm, id: string) {
  const [quantities, lots, days, serials] = [all("quantity"), all("lot"), all("expiresOn"), all("serials")];
  const arrivals = all("lineId").map((lineId, index) => ({
    lineId,
    quantity: quantities[index] ?? "",
    lot: lots[index] ?? "",
    expiresOn: days[index] ?? "",
    serials: serials[index] ?? "",
  }));
  return { id, zoneId: one("zoneId"), binId: one("binId"), arrivals: arrivals.filter(isSome) };
}

export function draftOfDecision({ all, one }: ReturnForm, id: string) {
  const [arrivalId, outcome, quantity, toBin] = [one("arrivalId"), one("outcome"), one("quantity"), one("toBin")];
  return { id, decisions: [{ arrivalId, outcome, quantity, toBin, serials: all("serials") }] };
}
