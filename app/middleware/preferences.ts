import { isLocale, type Locale } from "#app/i18n/locales.ts";
import type { Theme } from "./contexts.ts";

const yearSeconds = 31_536_000;

/** What a stranger chose before, or what their browser asks for. */
export function preferencesOf(request: Request): { locale: Locale; theme: Theme } {
  const cookie = request.headers.get("cookie") ?? "";
  const chosenLocale = /(?:^|;\s*)locale=([\w-]+)/.exec(cookie)?.[1];
  const chosenTheme = /(?:^|;\s*)theme=(light|dark|system)/.exec(cookie)?.[1];
  return {
    locale: isLocale(chosenLocale) ? chosenLocale : acceptedLocale(request.headers.get("accept-language")),
    theme: chosenTheme === "light" || chosenTheme === "dark" ? chosenTheme : "system",
  };
}

function acceptedLocale(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality = "1"] = part.trim().split(/;\s*q=/);
      return { tag: tag.trim().toLowerCase(), quality: Number(quality) || 0 };
    })
    .toSorted((a, b) => b.quality - a.quality);
  const first = wanted.find(({ tag, quality }) => quality > 0 && /^(pt|en)(-|$)/.test(tag));
  return first?.tag.startsWith("pt") ? "pt-BR" : "en";
}

export function preferenceCookie(name: "locale" | "theme", value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax; HttpOnly`;
}
