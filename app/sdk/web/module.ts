import type { Entrepot } from "../client.ts";
import { startWeb, type WebOptions } from "./start-web.ts";

/** The same as the script, for shops that are built with a bundler. */
export function startEntrepot(options: WebOptions): Entrepot {
  return startWeb(options, () => import("./shop.ts"));
}
