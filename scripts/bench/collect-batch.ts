const siteKey = "pk_local_demo_shop";
export const collectOrigin = "http://127.0.0.1:5174";

/** As the SDK sends it. */
export function batchOf(name: string, visitor: string, size: number): string {
  const at = Date.now();
  const events = Array.from({ length: size }, (_, index) => ({
    id: `${name}-${index}`,
    type: index % 4 === 3 ? "product" : "page",
    at: at - (size - index) * 20,
    path: `/p/${index % 40}`,
    title: "Chaleira elétrica 1,8 L",
    ...(index % 4 === 3
      ? { products: [{ sku: `SKU-${index % 40}`, name: "Chaleira elétrica", priceCents: 18_990, currency: "BRL" }] }
      : {}),
  }));
  const page = { language: "pt-BR", timeZone: "America/Sao_Paulo", screen: { width: 390, height: 800 }, referrer: "" };
  const sdk = { name: "web", version: "1.0.0" };
  return JSON.stringify({ v: 1, site: siteKey, sentAt: at, consent: "granted", visitor, sdk, asksPrivacy: false, page, events });
}
