import type { LabelledListing } from "./label.ts";
import { english } from "./labelled-english.ts";
import { portuguese } from "./labelled-portuguese.ts";

/** A small set in both languages, labelled by hand before the rules saw it. */
export const labelledListings: readonly LabelledListing[] = [...portuguese, ...english];
