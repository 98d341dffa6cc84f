import type { Scan } from "./barcodes/read-scan.ts";
import { splitSerials } from "./serial-list.ts";

/** What somebody is about to receive, as typed so far. */
export type ReceiveDraft = { binId: string; qty: string; lot: string; expiresOn: string; plate: string; serials: string };

export const emptyDraft: ReceiveDraft = { binId: "", qty: "", lot: "", expiresOn: "", plate: "", serials: "" };

/** What a scan means for it: fields filled in, and the number by which its SKU is looked for. Undefined where it means nothing here. */
export function takeScan(draft: ReceiveDraft, scan: Scan): { draft: ReceiveDraft; gtin: string | null; text: string } | undefined {
  switch (scan.kind) {
    case "bin":
      return { draft: { ...draft, binId: scan.code }, gtin: null, text: scan.code };
    case "plate":
      return {
        draft: withDetails({ ...draft, plate: scan.plate }, scan.details),
        gtin: scan.details?.contentGtin ?? null,
        text: scan.plate,
      };
    case "item":
      return { draft: withDetails(draft, scan.details), gtin: scan.gtin, text: scan.gtin };
    case "details":
      return { draft: withDetails(draft, scan.details), gtin: null, text: scan.raw.trim() };
    case "sku":
      return { draft, gtin: scan.sku, text: scan.sku };
    case "text":
      return { draft, gtin: scan.text, text: scan.text };
    default:
      return undefined;
  }
}

type Details = Extract<Scan, { kind: "details" }>["details"];

function withDetails(draft: ReceiveDraft, details: Details | null): ReceiveDraft {
  if (details === null) return draft;
  const { lot, serial, count } = details;
  const expiresOn = details.expiresOn ?? details.bestBeforeOn;
  const serials = serial === null ? draft.serials : addSerial(draft.serials, serial);
  return {
    ...draft,
    lot: lot ?? draft.lot,
    expiresOn: expiresOn ?? draft.expiresOn,
    // One scan a unit: with numbers, their count is the quantity.
    qty: count === null ? (serial === null ? draft.qty : String(splitSerials(serials).length)) : String(count),
    serials,
  };
}

/** The same unit scanned again is the same unit. */
function addSerial(text: string, serial: string): string {
  const known = splitSerials(text);
  return (known.includes(serial) ? known : [...known, serial]).join("\n");
}
