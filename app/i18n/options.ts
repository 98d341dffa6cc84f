import type { InitOptions } from "i18next";
import type { Locale } from "./locales.ts";

/** One set of options for server and browser, so that both render the same words. */
export function i18nOptions(locale: Locale): InitOptions {
  return {
    lng: locale,
    fallbackLng: false,
    defaultNS: "common",
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
  };
}

type Tree = { readonly [key: string]: string | Tree };

/** Portuguese has a plural class "many" (millions) that reads like "other": derive it instead of writing each text twice. */
export function withManyPlurals(tree: Tree): Tree {
  const filled: Record<string, string | Tree> = {};
  for (const [key, value] of Object.entries(tree)) {
    filled[key] = typeof value === "string" ? value : withManyPlurals(value);
    if (key.endsWith("_other")) filled[key.replace(/_other$/, "_many")] = filled[key];
  }
  return filled;
}
