import type { FloorCommand } from "../barcodes/own-code.ts";
import { readScan, type Scan } from "../barcodes/read-scan.ts";

/** What a tablet knows of its zone: enough to say what a code stands for, and never how much lies anywhere. */
export type KnownZone = {
  bins: ReadonlyMap<string, { id: string; code: string; version: number }>;
  items: ReadonlyMap<
    string,
    { sku: string; code: string; title: string; gtin: string | null; tracksLots: boolean; tracksSerials: boolean }
  >;
  tasks: ReadonlyMap<string, unknown>;
};

/** What a label says of the goods besides which they are; the day as in "2026-02-28". */
export type ItemDetails = { lot: string | null; serial: string | null; qty: number | null; expiresOn: string | null };
export type ItemScan = { kind: "item"; sku: string } & ItemDetails;

/** What a scan means here, on whichever screen it comes. `saw` is safe to show: a badge's secret never is. */
export type Meaning =
  | { kind: "bin"; binId: string; code: string }
  | ItemScan
  | { kind: "plate"; plate: string }
  | { kind: "task"; taskId: string }
  | { kind: "badge"; badge: string }
  | { kind: "command"; command: FloorCommand }
  | { kind: "foreign"; what: "bin" | "task"; saw: string }
  | { kind: "foreign"; what: "item"; saw: string; details: ItemDetails }
  /** A second label beside the goods' own: lot, day or number alone. */
  | { kind: "details"; saw: string; details: ItemDetails }
  | { kind: "unknown"; saw: string; reason: string };

export function meaningOf(raw: string, zone: KnownZone, thisYear: number): Meaning {
  const skus = new Set([...zone.items.values()].map(({ code }) => code));
  return toMeaning(readScan(raw, { thisYear, known: { bins: new Set(zone.bins.keys()), skus } }), zone);
}

function toMeaning(scan: Scan, zone: KnownZone): Meaning {
  switch (scan.kind) {
    case "bin": {
      const bin = [...zone.bins.values()].find(({ code }) => code === scan.code);
      if (bin !== undefined) return { kind: "bin", binId: bin.id, code: bin.code };
      // Only a label of ours says that it is a bin's; many a SKU is written like one, and may be another zone's goods.
      return scan.from === "label"
        ? { kind: "foreign", what: "bin", saw: scan.code }
        : itemMeaning(zone, ({ code }) => code === scan.code, scan.code, null);
    }
    case "item":
      return itemMeaning(zone, (item) => padded(item.gtin) === padded(scan.gtin), scan.gtin, scan.details);
    case "sku":
      return itemMeaning(zone, ({ code }) => code === scan.sku, scan.sku, null);
    case "text":
      return itemMeaning(zone, ({ code }) => code === scan.text, scan.text, null);
    case "plate":
      return { kind: "plate", plate: scan.plate };
    case "task":
      return zone.tasks.has(scan.taskId) ? { kind: "task", taskId: scan.taskId } : { kind: "foreign", what: "task", saw: scan.taskId };
    case "badge":
      return { kind: "badge", badge: scan.secret };
    case "command":
      return { kind: "command", command: scan.command };
    case "device":
      return { kind: "unknown", saw: "E:D:…", reason: "pairingCode" };
    case "details":
      return { kind: "details", saw: scan.raw.slice(0, 80), details: detailsOf(scan.details) };
    case "invalid":
    case "unknown":
      return { kind: "unknown", saw: scan.saw, reason: scan.reason };
    default:
      return scan satisfies never;
  }
}

type Read = { lot: string | null; serial: string | null; count: number | null; expiresOn: string | null } | null;

function detailsOf(read: Read): ItemDetails {
  return { lot: read?.lot ?? null, serial: read?.serial ?? null, qty: read?.count ?? null, expiresOn: read?.expiresOn ?? null };
}

function itemMeaning(zone: KnownZone, isIt: (item: { code: string; gtin: string | null }) => boolean, saw: string, read: Read): Meaning {
  const details = detailsOf(read);
  const item = [...zone.items.values()].find((one) => isIt(one));
  return item === undefined ? { kind: "foreign", what: "item", saw, details } : { kind: "item", sku: item.sku, ...details };
}

/** A GTIN-13 and the GTIN-14 with a zero before it are one article. */
function padded(gtin: string | null): string | null {
  return gtin === null ? null : gtin.padStart(14, "0");
}
