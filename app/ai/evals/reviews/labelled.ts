import type { Aspect } from "#app/domain/text/aspect-terms.ts";
import type { Language } from "#app/domain/text/language.ts";
import { labelledEn } from "./labelled-en.ts";
import { labelledPt } from "./labelled-pt.ts";

export type Labelled = { id: string; rating: number; text: string; complaints: readonly Aspect[] };

export const labelledReviews: Readonly<Record<Language, readonly Labelled[]>> = { pt: labelledPt, en: labelledEn };
