import { useRouteLoaderData } from "react-router";
import { type DocumentFacts, useDocumentFacts } from "#app/components/ui/document-context.ts";

type Theme = DocumentFacts["theme"];

/** The root loader's answer changes when a preference is saved; the document's facts are those of the first load. */
export function useTheme(): Theme {
  const facts = useDocumentFacts();
  return useRouteLoaderData<() => { theme: Theme }>("root")?.theme ?? facts.theme;
}
