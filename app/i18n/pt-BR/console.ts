import type { console as source } from "../en/console.ts";
import type { Translation } from "../translation.ts";

export const console: Translation<typeof source> = {
  overview: { title: "Visão geral" },
};
