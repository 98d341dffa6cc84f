import { hasCheckDigit } from "#app/platform/check-digit.ts";
import { writeBracketed, writeElementString } from "../barcodes/gs1-elements.ts";
import { type FloorCommand, writeOwnCode } from "../barcodes/own-code.ts";
import { fnc1 } from "./code128.ts";
import { type LabelResult, layOut } from "./lay-out.ts";
import type { LabelSetup } from "./zpl.ts";

/** The bin's code, as large as the label lets it be. */
export function binLabel(setup: LabelSetup, { code, note = "" }: { code: string; note?: string }): LabelResult {
  const own = writeOwnCode("bin", code);
  if (own === undefined) return { ok: false, fields: { code: "binCodeInvalid" } };
  return layOut(setup, { heading: code, lines: [note], code: own, caption: own, symbology: "code128" });
}

/** A plate with an SSCC of GS1 is one for carriers and customers too; any other number is for this house only. */
export function plateLabel(setup: LabelSetup, { plate, note = "" }: { plate: string; note?: string }): LabelResult {
  if (/^\d{18}$/.test(plate)) {
    if (!hasCheckDigit(plate)) return { ok: false, fields: { plate: "plateInvalid" } };
    const elements = [{ ai: "00", value: plate }];
    const code = fnc1 + writeElementString(elements);
    return layOut(setup, { heading: plate, lines: [note], code, caption: writeBracketed(elements), symbology: "code128" });
  }
  const own = writeOwnCode("plate", plate);
  if (own === undefined) return { ok: false, fields: { plate: "plateInvalid" } };
  return layOut(setup, { heading: plate, lines: [note], code: own, caption: own, symbology: "code128" });
}

/** The secret is in the bars alone: a badge that says it in words could be copied by whoever reads it. */
export function badgeLabel(setup: LabelSetup, { name, role, secret }: { name: string; role: string; secret: string }): LabelResult {
  const own = writeOwnCode("badge", secret);
  if (own === undefined) return { ok: false, fields: { secret: "fieldInvalid" } };
  if (name.trim() === "") return { ok: false, fields: { name: "required" } };
  return layOut(setup, { heading: name, lines: [role], code: own, caption: "", symbology: "dataMatrix" });
}

/** A card for the wall or the trolley: scanned, it does what its button does. */
export function commandLabel(setup: LabelSetup, { command, words }: { command: FloorCommand; words: string }): LabelResult {
  const own = writeOwnCode("command", command);
  if (own === undefined) return { ok: false, fields: { command: "fieldInvalid" } };
  return layOut(setup, { heading: words, lines: [], code: own, caption: own, symbology: "code128" });
}
