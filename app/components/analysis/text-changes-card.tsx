import { useState } from "react";
import { useListingWords } from "#app/components/catalog/use-listing-words.ts";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { WordDiff } from "#app/components/ui/word-diff.tsx";
import type { TextEffect } from "#app/domain/listing-analysis/read-text-effect.server.ts";
import type { TextChangeRow } from "#app/domain/listing-analysis/text-change-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { TextEffectLine } from "./text-effect-line.tsx";

const tones: Record<TextChangeRow["state"], StateTone> = { applied: "ok", refused: "wrong", undone: "info" };

export type ShownChange = { change: TextChangeRow; effect: TextEffect | null };

/** What the words of the listing were changed to from here, what came of it, and the way back. */
export function TextChangesCard({ changes, mayWrite }: { changes: readonly ShownChange[]; mayWrite: boolean }) {
  const { t } = useTranslation("analysis");
  const { refusalText } = useListingWords();
  const [asked, setAsked] = useState<TextChangeRow | null>(null);
  const [isAsking, setAsking] = useState(false);
  const ask = (change: TextChangeRow) => {
    setAsked(change);
    setAsking(true);
  };
  const labelOf = (change: TextChangeRow) => t("undoOf", { field: t(`refs.${change.field}`) });
  return (
    <Card>
      <CardHeader title={t("changes")} description={changes.length === 0 ? t("changesNone") : undefined} />
      <ol>
        {changes.map(({ change, effect }) => (
          <li key={change.id} className="grid gap-2 border-b border-line px-5 py-4 last:border-b-0">
            <p className="flex flex-wrap items-center gap-2">
              <StateBadge tone={tones[change.state]}>{t(`changeStates.${change.state}`)}</StateBadge>
              <Badge>{t(`refs.${change.field}`)}</Badge>
              <span className="text-sm text-muted">
                {t("when", { name: change.requestedBy })}, <RelativeTime ms={change.createdAt} />
              </span>
            </p>
            <WordDiff before={change.before} after={change.after} />
            {change.reason === null ? null : (
              <p className="text-sm">{t("refused", { reason: change.vendorText || refusalText(change.reason) })}</p>
            )}
            {effect === null ? null : <TextEffectLine effect={effect} />}
            {mayWrite && change.state === "applied" && change.undoOfId === null && change.before !== "" ? (
              <Button size="sm" className="w-fit" aria-label={labelOf(change)} onClick={() => ask(change)}>
                {t("undo")}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={asked === null ? t("undo") : labelOf(asked)}
        description={t("undoText")}
        confirmLabel={t("undo")}
        form={{ fields: { intent: "undo", id: asked?.id ?? "" } }}
      />
    </Card>
  );
}
