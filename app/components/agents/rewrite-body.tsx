import { createContext, useContext } from "react";
import { Link } from "react-router";
import { TextEffectLine } from "#app/components/analysis/text-effect-line.tsx";
import { Badge } from "#app/components/ui/badge.tsx";
import { WordDiff } from "#app/components/ui/word-diff.tsx";
import type { Facts } from "#app/domain/agents/outcome.ts";
import type { ToolCall } from "#app/domain/agents/tool-inputs.ts";
import type { TextEffect } from "#app/domain/listing-analysis/read-text-effect.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What was sold and seen before and after, of the proposals on the page that changed words. */
export const TextEffects = createContext<Readonly<Record<string, TextEffect>>>({});

/** The words of a listing as they are and as they would be, who wrote them, and what came of them. */
export function RewriteBody({ id, call, facts }: { id: string; call: ToolCall; facts: Facts }) {
  const { t } = useTranslation("analysis");
  const effect = useContext(TextEffects)[id];
  if (call.tool !== "rewrite-listing") return null;
  const { field, before, after, listingId } = call.input;
  return (
    <div className="grid gap-2 rounded border border-line bg-sunken/50 px-4 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <Badge>{t(`refs.${field}`)}</Badge>
        <Badge>{facts["source"] === "model" ? String(facts["model"]) : t("sources.rules")}</Badge>
        <Link to={`/listings/${listingId}/analyses`} className="text-accent underline decoration-1 underline-offset-4">
          {t("open")}
        </Link>
      </p>
      <WordDiff before={before} after={after} />
      {effect === undefined ? null : <TextEffectLine effect={effect} />}
    </div>
  );
}
