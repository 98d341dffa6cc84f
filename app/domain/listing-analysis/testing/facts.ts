import type { AnalysisFacts } from "../facts.ts";

type Change = { listing?: Partial<AnalysisFacts["listing"]> } & Partial<Omit<AnalysisFacts, "listing">>;

/** A listing with nothing to find fault with; a test changes what it is about. */
export function analysisFacts({ listing = {}, ...rest }: Change = {}): AnalysisFacts {
  return {
    listing: {
      id: "lst_1",
      version: 1,
      readAt: 0,
      vendor: "shopee",
      site: "BR",
      title: "Chaleira Elétrica Acme Inox 1,8 L 127 V",
      description:
        "Chaleira elétrica Acme de aço inox com 1,8 L, 127 V, desligamento automático e base giratória. Ferve em poucos minutos e não vaza.",
      attributes: [
        { key: "BRAND", name: "Marca", value: "Acme" },
        { key: "VOLTAGE", name: "Voltagem", value: "127 V" },
        { key: "CAPACITY", name: "Capacidade", value: "1,8 L" },
      ],
      gtin: "7891234567895",
      pictures: 5,
      currency: "BRL",
      priceCents: 18_990,
      stock: 10,
      sold: 3,
      freeShipping: true,
      isPriceAutomated: false,
      visits30d: 100,
      units30d: 3,
      ratingCenti: 470,
      reviewCount: 12,
      quality: null,
      competition: null,
      priceReference: null,
      ...listing,
    },
    product: null,
    reviews: [],
    questions: [],
    pricing: null,
    ...rest,
  };
}
