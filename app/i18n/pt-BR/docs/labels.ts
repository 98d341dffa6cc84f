import type { docsLabels as source, labelFields as sourceFields } from "../../en/docs/labels.ts";
import type { Translation } from "../../translation.ts";

export const docsLabels: Translation<typeof source> = {
  readZoneLabels: {
    title: "Imprimir etiquetas de uma zona",
    text: "Das posições (`bins`: todas, um corredor em `aisle`, ou as indicadas), dos paletes que estão lá (`plates`) ou de paletes a usar (`new-plates`). Em ZPL para impressora de etiquetas, ou em `html` com milímetros exatos. No máximo mil; com o mesmo `run`, os paletes novos são os mesmos outra vez.",
  },
  readProductLabels: {
    title: "Imprimir etiquetas de um produto",
    text: "De cada SKU, ou de um só com lote, validade, série e quantidade. Com GTIN o código é GS1, e em `qr` um GS1 Digital Link; sem GTIN é o nosso código do SKU.",
  },
};

export const labelFields: Translation<typeof sourceFields> = {
  fromDay: "Deste dia em diante, no fuso do espaço de trabalho",
  toDay: "Até este dia, inclusive",
  fromSeq: "Deste número em diante",
  toSeq: "Até este número, inclusive",
  about: "O que um evento tocou",
  bin: "Código ou id de uma posição",
  sku: "Código ou id de um SKU",
  format: "`zpl` ou `html`",
  medium: "Rolo ou folha, em milímetros",
  dpi: "Quantos pontos por polegada a impressora tem",
  symbology: "`code128` ou `qr`",
  copies: "De cada etiqueta",
  of: "Para que são as etiquetas",
  aisle: "Só as posições deste corredor",
  bins: "Códigos separados por vírgulas",
  count: "Quantos paletes novos, ou quantas unidades há dentro",
  run: "Como começam os códigos dos paletes novos",
  lot: "Como está na mercadoria",
  expiresOn: "Um dia como `2026-02-28`",
  serial: "Deste artigo exato",
};
