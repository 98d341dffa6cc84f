import { createContext } from "react-router";
import type { Locale } from "#app/i18n/locales.ts";

export type Theme = "light" | "dark" | "system";

/** What each middleware leaves for the loaders, actions and the document renderer behind it. */
export const requestIdContext = createContext<string>("");
export const nonceContext = createContext<string>("");
export const localeContext = createContext<Locale>("en");
export const themeContext = createContext<Theme>("system");
