import { bandLostRule } from "./metric-rules.ts";

export const delaysBandLost = bandLostRule("delays-band-lost", "delayed_handling_time");
