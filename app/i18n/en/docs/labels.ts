/** What a reader of the API learns of labels. */
export const docsLabels = {
  readZoneLabels: {
    title: "Print labels of a zone",
    text: "Of its `bins` (all, an `aisle`, or those named), the `plates` that lie there, or `new-plates` to be used. As ZPL for a label printer, or as `html` in exact millimetres. A thousand at most; with the same `run`, new plates are the same again.",
  },
  readProductLabels: {
    title: "Print labels of a product",
    text: "Of each of its SKUs, or of one with lot, expiry, serial and quantity. With a GTIN the code is GS1, and as `qr` a GS1 Digital Link; without one it is our own code of the SKU.",
  },
} as const;

/** Parameters of theirs. */
export const labelFields = {
  fromDay: "From this day on, in the workspace’s time zone",
  toDay: "Up to and with this day",
  fromSeq: "From this number on",
  toSeq: "Up to and with this number",
  about: "What an event touched",
  bin: "Code or id of a bin",
  sku: "Code or id of a SKU",
  format: "`zpl` or `html`",
  medium: "Roll or sheet, in millimetres",
  dpi: "What the label printer prints in an inch",
  symbology: "`code128` or `qr`",
  copies: "Of each label",
  of: "What the labels are for",
  aisle: "Only the bins of this aisle",
  bins: "Codes with commas between them",
  count: "How many new plates, or how many units are inside",
  run: "What the codes of new plates begin with",
  lot: "As it stands on the goods",
  expiresOn: "A day like `2026-02-28`",
  serial: "Of this very article",
} as const;
