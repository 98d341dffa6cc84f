import type { activity as source } from "../en/activity.ts";
import type { Translation } from "../translation.ts";

export const activity: Translation<typeof source> = {
  title: "Atividade",
};
