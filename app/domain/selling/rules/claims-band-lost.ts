import { bandLostRule } from "./metric-rules.ts";

export const claimsBandLost = bandLostRule("claims-band-lost", "claims");
