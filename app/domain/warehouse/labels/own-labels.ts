import { hasCheckDigit } from "#app/platform/check-digit.ts";
import { writeDigitalLink } from "../barcodes/gs1-digital-link.ts";
import { writeBracketed, writeElementString } from "../barcodes/gs1-elements.ts";
import { type FloorCommand, writeOwnCode } from "../barcodes/own-code.ts";
import { fnc1 } from "./code128.ts";
import type { LabelSetup } from "./drawing.ts";
import { type LabelResult, layOut, type Symbology } from "./lay-out.ts";

type Extra = { note?: string; symbology?: Symbology };

/** The bin's code, as large as the label lets it be. */
export function binLabel(setup: LabelSetup, { code, note = "", symbology = "code128" }: Extra & { code: string }): LabelResult {
  const own = writeOwnCode("bin", code);
  if (own === undefined) return { ok: false, fields: { code: "binCodeInvalid" } };
  return layOut(setup, { heading: code, lines: [note], code: own, qr: own, caption: own, symbology });
}

/** A plate with an SSCC of GS1 is one for carriers and customers too; any other number is for this house only. */
export function plateLabel(setup: LabelSetup, { plate, note = "", symbology = "code128" }: Extra & { plate: string }): LabelResult {
  if (/^\d{18}$/.test(plate)) {
    if (!hasCheckDigit(plate)) return { ok: false, fields: { plate: "plateInvalid" } };
    const elements = [{ ai: "00", value: plate }];
    const code = fnc1 + writeElementString(elements);
    const [qr, caption] = [writeDigitalLink(elements), writeBracketed(elements)];
    return layOut(setup, { heading: plate, lines: [note], code, qr, caption, symbology });
  }
  const own = writeOwnCode("plate", plate);
  if (own === undefined) return { ok: false, fields: { plate: "plateInvalid" } };
  return layOut(setup, { heading: plate, lines: [note], code: own, qr: own, caption: own, symbology });
}

/** The secret is in the code alone: a badge that says it in words could be copied by whoever reads it. */
export function badgeLabel(
  setup: LabelSetup,
  { name, role, secret, symbology = "qr" }: { name: string; role: string; secret: string; symbology?: Symbology },
): LabelResult {
  const own = writeOwnCode("badge", secret);
  if (own === undefined) return { ok: false, fields: { secret: "fieldInvalid" } };
  if (name.trim() === "") return { ok: false, fields: { name: "required" } };
  return layOut(setup, { heading: name, lines: [role], code: own, qr: own, caption: "", symbology });
}

/** A card for the wall or the trolley: scanned, it does what its button does. */
export function commandLabel(setup: LabelSetup, { command, words }: { command: FloorCommand; words: string }): LabelResult {
  const own = writeOwnCode("command", command);
  if (own === undefined) return { ok: false, fields: { command: "fieldInvalid" } };
  return layOut(setup, { heading: words, lines: [], code: own, qr: own, caption: own, symbology: "code128" });
}
