import type { channels as source } from "../en/channels.ts";
import type { Translation } from "../translation.ts";

export const channels: Translation<typeof source> = {
  title: "Canais",
};
