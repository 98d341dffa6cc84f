import { describe, expect, test } from "vitest";
import { readScan } from "./barcodes/read-scan.ts";
import { emptyDraft, type ReceiveDraft, takeScan } from "./receive-draft.ts";

const scanned = (raw: string, draft: ReceiveDraft = emptyDraft) => takeScan(draft, readScan(raw, { thisYear: 2026 }));

describe("a scan at the receiving place", () => {
  test("of a GS1 code fills in what it says, and leaves the rest", () => {
    const read = scanned("(01)07891000315507(17)270228(10)L7(30)12", { ...emptyDraft, binId: "A-01", plate: "P1" });
    expect(read).toMatchObject({ gtin: "07891000315507" });
    expect(read?.draft).toEqual({ ...emptyDraft, binId: "A-01", plate: "P1", expiresOn: "2027-02-28", lot: "L7", qty: "12" });
  });

  test("of units with numbers counts them, each once", () => {
    const first = scanned("(01)07891000315507(21)S1")?.draft;
    const again = scanned("(01)07891000315507(21)S1", first)?.draft;
    const second = scanned("(01)07891000315507(21)S2", again)?.draft;
    expect([first?.qty, again?.qty, second?.qty]).toEqual(["1", "1", "2"]);
    expect(second?.serials).toBe("S1\nS2");
  });

  test("of a bin or of a plate fills its field", () => {
    expect(scanned("A-01-02")?.draft.binId).toBe("A-01-02");
    expect(scanned("LPN0001")?.draft.plate).toBe("LPN0001");
  });

  test("of an article or of a word looks for the SKU", () => {
    expect(scanned("7891000315507")?.gtin).toMatch(/7891000315507$/);
    expect(scanned("KETTLE")?.gtin).toBe("KETTLE");
  });

  test("that cannot be read, or is a person's key, changes nothing", () => {
    expect(scanned("(01)07891000315500")).toBeUndefined();
    expect(scanned("")).toBeUndefined();
  });
});
