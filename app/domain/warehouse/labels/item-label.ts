import type { FieldErrors } from "../../errors.ts";
import { writeGs1Day } from "../barcodes/gs1-date.ts";
import { writeDigitalLink } from "../barcodes/gs1-digital-link.ts";
import { checkValue, type Gs1Element, writeBracketed, writeElementString } from "../barcodes/gs1-elements.ts";
import { writeOwnCode } from "../barcodes/own-code.ts";
import { fnc1 } from "./code128.ts";
import type { LabelSetup } from "./drawing.ts";
import { type LabelResult, layOut, type Symbology } from "./lay-out.ts";

export type ItemLabel = {
  sku: string;
  title: string;
  gtin?: string | null;
  lot?: string | null | undefined;
  /** "2026-02-28" */
  expiresOn?: string | null | undefined;
  serial?: string | null | undefined;
  /** How many articles are in what the label sticks to. */
  count?: number | null | undefined;
  symbology?: Symbology;
};

/**
 * With a GTIN the code is GS1 and carries lot, expiry and serial. Without one it is our own code for the SKU, and those
 * stand above it in words only: GS1 has no way to say them of an article that it does not know.
 */
export function itemLabel(setup: LabelSetup, item: ItemLabel): LabelResult {
  const { sku, title, gtin, symbology = "code128" } = item;
  if (sku.trim() === "") return { ok: false, fields: { sku: "required" } };
  if (gtin === undefined || gtin === null || gtin === "") {
    const own = writeOwnCode("sku", sku);
    if (own === undefined) return { ok: false, fields: { sku: "fieldInvalid" } };
    const count = item.count === null || item.count === undefined ? null : `× ${item.count}`;
    const details = [item.lot, item.expiresOn, item.serial, count].filter((one) => one !== null && one !== undefined && one !== "");
    return layOut(setup, { heading: sku, lines: [title, details.join("  ")], code: own, qr: own, caption: own, symbology });
  }
  const { elements, fields } = elementsOf(item, gtin);
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  const code = fnc1 + writeElementString(elements);
  const qr = writeDigitalLink(elements);
  return layOut(setup, { heading: sku, lines: [title], code, qr, caption: writeBracketed(elements), symbology });
}

/** Those of one length first: they need no separator, and the code is the shorter for it. */
function elementsOf({ lot, expiresOn, serial, count }: ItemLabel, gtin: string): { elements: Gs1Element[]; fields: FieldErrors } {
  const fields: FieldErrors = {};
  const elements: Gs1Element[] = [];
  const add = (field: string, ai: string, value: string | null | undefined, reason = "fieldInvalid") => {
    if (value === null || value === undefined || value === "") return;
    // The year only decides a century, and a date lies in the one that it is written with.
    if (checkValue(ai, value, Number(expiresOn?.slice(0, 4) ?? 0)) === undefined) elements.push({ ai, value });
    else fields[field] = reason;
  };
  add("gtin", "01", /^(\d{8}|\d{12,14})$/.test(gtin) ? gtin.padStart(14, "0") : gtin, "gtinInvalid");
  add("expiresOn", "17", expiresOn ? (writeGs1Day(expiresOn) ?? expiresOn) : null);
  add("lot", "10", lot);
  add("serial", "21", serial);
  add("count", "30", count === null || count === undefined ? null : String(count));
  return { elements, fields };
}
