import type { auth as source } from "../en/auth.ts";
import type { Translation } from "../translation.ts";

export const auth: Translation<typeof source> = {
  signIn: { title: "Entrar" },
};
