import type { i18n } from "i18next";
import type { shell } from "./en/shell.ts";

let texts: i18n | undefined;

/** For what has to say something outside of components, where no hook is. */
export function keepTexts(instance: i18n): void {
  texts = instance;
}

export function textHere(key: `unanswered.${keyof (typeof shell)["unanswered"]}`): string {
  return texts?.getFixedT(null, "shell")(key) ?? "";
}
