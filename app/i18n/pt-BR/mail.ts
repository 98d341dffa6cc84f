import type { mail as source } from "../en/mail.ts";
import type { Translation } from "../translation.ts";

export const mail: Translation<typeof source> = {
  signature: "Entrepot",
};
