import fc from "fast-check";
import { expect, test } from "vitest";
import { locales } from "#app/i18n/locales.ts";
import { preferenceCookie, preferencesOf } from "./preferences.ts";

function preferencesWith(headers: Record<string, string>) {
  return preferencesOf(new Request("https://app.test/", { headers }));
}

test.each([
  ["", "en"],
  ["pt-BR", "pt-BR"],
  ["pt-PT,pt;q=0.9", "pt-BR"],
  ["en-US,en;q=0.9,pt;q=0.8", "en"],
  ["fr, pt;q=0.5, en;q=0.4", "pt-BR"],
  ["en;q=0.4 , pt ;q=0.5", "pt-BR"],
  ["fr,de", "en"],
  ["pt;q=0", "en"],
  ["pt;q=0, en;q=0.1", "en"],
  ["ptx", "en"],
  ["*", "en"],
  [",,;q=,pt;q=abc", "en"],
])("a browser that asks for %j reads %s", (accepted, locale) => {
  expect(preferencesWith({ "accept-language": accepted }).locale).toBe(locale);
});

test("what was chosen before counts more than what the browser asks for", () => {
  const cookie = preferenceCookie("locale", "pt-BR").split(";")[0] ?? "";
  expect(preferencesWith({ cookie: `a=1; ${cookie}; theme=dark`, "accept-language": "en" })).toEqual({ locale: "pt-BR", theme: "dark" });
});

test.each([
  "locale=xx; theme=pink",
  "mylocale=pt-BR; mytheme=dark",
  "locale=; theme=",
  "locale=__proto__; theme=constructor",
  "theme=dar k",
])("a cookie of %j chooses nothing", (cookie) => {
  expect(preferencesWith({ cookie })).toEqual({ locale: "en", theme: "system" });
});

test("whatever a browser sends, there is a language and a theme", () => {
  const headerText = fc.string({
    unit: fc.constantFrom("pt", "en", "-BR", ";", "q=", "0", ".5", ",", "*", " ", "locale=", "theme=", "dark", "x"),
  });
  fc.assert(
    fc.property(headerText, headerText, (cookie, accepted) => {
      const { locale, theme } = preferencesWith({ cookie, "accept-language": accepted });
      expect(locales).toContain(locale);
      expect(["light", "dark", "system"]).toContain(theme);
    }),
  );
});
