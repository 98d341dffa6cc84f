import type { Aspect } from "../text/aspect-terms.ts";

/** Where a complaint can be mended: in what the listing says, or with who makes, packs and sends the goods. */
export const fixTargets = ["attribute", "description", "photos", "supplier", "packing", "dispatch", "answers", "price"] as const;
export type FixTarget = (typeof fixTargets)[number];

type Place = { target: FixTarget; /** Names of the attributes that tell it, folded. */ attributes?: RegExp };

const places: Readonly<Record<Aspect, Place>> = {
  delivery: { target: "dispatch" },
  packaging: { target: "packing" },
  quality: { target: "supplier" },
  "not-working": { target: "supplier" },
  safety: { target: "supplier" },
  leak: { target: "supplier" },
  "used-item": { target: "supplier" },
  authenticity: { target: "supplier" },
  smell: { target: "supplier" },
  noise: { target: "supplier", attributes: /ruido|noise|decibe/ },
  battery: { target: "supplier", attributes: /bateria|battery|autonomia/ },
  "wrong-item": { target: "packing" },
  "missing-parts": { target: "packing", attributes: /inclu|acessorio|accessor|conteudo|contents/ },
  size: {
    target: "attribute",
    attributes: /tamanho|\bsize\b|altura|height|largura|width|comprimento|length|dimens|diametro|diameter|medida/,
  },
  voltage: { target: "attribute", attributes: /volt|tensao/ },
  compatibility: { target: "attribute", attributes: /compat/ },
  colour: { target: "photos", attributes: /^cor\b|colou?r/ },
  mismatch: { target: "photos" },
  instructions: { target: "description" },
  service: { target: "answers" },
  price: { target: "price" },
};

/** What buyers ask before they buy because the listing does not say it. */
export function asksAbout(aspect: Aspect): boolean {
  return places[aspect].attributes !== undefined;
}

export function placeOf(aspect: Aspect): Place {
  return places[aspect];
}
