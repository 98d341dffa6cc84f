import type { service as source } from "../en/service.ts";
import type { Translation } from "../translation.ts";

export const service: Translation<typeof source> = {
  title: "Perguntas e avaliações",
};
