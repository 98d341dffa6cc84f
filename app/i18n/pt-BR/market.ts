import type { market as source } from "../en/market.ts";
import type { Translation } from "../translation.ts";

/** The line on which what happens in the market is watched. */
export const market: Translation<typeof source> = { title: "Observação do mercado" };
