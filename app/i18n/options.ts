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

/**
 * Portuguese has a plural class "many" (millions) that reads like "other", and counts none as one, which nobody reads so ("0 pedidos"):
 * both are derived instead of writing each text again. A text of its own for none stays.
 */
export function withDerivedPlurals(tree: Tree): Tree {
  const filled: Record<string, string | Tree> = {};
  for (const [key, value] of Object.entries(tree)) {
    filled[key] = typeof value === "string" ? value : withDerivedPlurals(value);
    if (!key.endsWith("_other")) continue;
    const stem = key.slice(0, -"_other".length);
    filled[`${stem}_many`] = filled[key];
    filled[`${stem}_zero`] = tree[`${stem}_zero`] ?? filled[key];
  }
  return filled;
}
