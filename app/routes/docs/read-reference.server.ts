import type { RouterContextProvider } from "react-router";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { depsContext, localeContext } from "#app/middleware/contexts.ts";
import { openApiDocument } from "#app/routes/api/openapi/document.server.ts";
import { outlineOf } from "./reference.ts";

/** The contract in the reader's language, and what leads through it. */
export async function readReference(context: Readonly<RouterContextProvider>) {
  const { publicUrl: origin, version, environment } = context.get(depsContext).config;
  const locale = context.get(localeContext);
  const t = await getTranslator(locale, "docs");
  const document = await openApiDocument({ origin, version, locale });
  const topics: Readonly<Record<string, { title: string }>> = t("tags", { returnObjects: true });
  return { origin, locale, t, hasDemo: environment === "local", document, areas: outlineOf(document, topics) };
}
