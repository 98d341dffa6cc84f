import type { landing as source } from "../en/landing.ts";
import type { Translation } from "../translation.ts";

export const landing: Translation<typeof source> = {
  title: "Entrepot",
};
