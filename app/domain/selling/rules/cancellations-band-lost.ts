import { bandLostRule } from "./metric-rules.ts";

export const cancellationsBandLost = bandLostRule("cancellations-band-lost", "cancellations");
