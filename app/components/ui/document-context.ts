import { createContext, useContext } from "react";
import type { Locale } from "#app/i18n/locales.ts";

/** What the document knows even when every loader failed: error pages speak the right language with it. */
export type DocumentFacts = { nonce: string; locale: Locale; theme: "light" | "dark" | "system"; requestId: string };

export const DocumentContext = createContext<DocumentFacts>({ nonce: "", locale: "en", theme: "system", requestId: "" });

export function useDocumentFacts(): DocumentFacts {
  return useContext(DocumentContext);
}
