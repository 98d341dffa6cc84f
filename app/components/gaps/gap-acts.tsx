import { Button } from "#app/components/ui/button.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import type { ReviewGap } from "#app/domain/reviews/gap-row.ts";
import type { GapState } from "#app/domain/reviews/kinds.ts";
import { noteMaxChars } from "#app/domain/reviews/policy.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { GapActing } from "./gap-answer.ts";

type GapActsProps = { gap: ReviewGap; name: string; acting: GapActing };

const nextOf: Record<GapState, readonly GapState[]> = {
  open: ["fixing", "fixed", "dismissed"],
  fixing: ["fixed", "open"],
  fixed: ["open"],
  dismissed: ["open"],
};

/** What people can say about a complaint; for what lies with the goods themselves also a note for whoever makes them. */
export function GapActs({ gap: { id, state, fix }, name, acting }: GapActsProps) {
  const { t } = useTranslation("gaps");
  const isSending = acting.formData?.get("id") === id;
  return (
    <div className="grid gap-3">
      <acting.Form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="id" value={id} />
        {nextOf[state].map((next, index) => (
          <Button
            key={next}
            type="submit"
            name="intent"
            value={next}
            size="sm"
            variant={index === 0 ? "secondary" : "ghost"}
            disabled={isSending}
            aria-label={t("acts.actOf", { act: t(`acts.${next}`), gap: name })}
          >
            {t(`acts.${next}`)}
          </Button>
        ))}
      </acting.Form>
      {fix.target === "supplier" && state === "open" ? (
        <details className="max-w-prose">
          <summary className="cursor-pointer underline underline-offset-4">{t("note.title")}</summary>
          <acting.Form method="post" className="grid justify-items-start gap-2 pt-3">
            <input type="hidden" name="id" value={id} />
            <Textarea
              name="note"
              required
              maxLength={noteMaxChars}
              rows={3}
              aria-label={t("note.titleOf", { gap: name })}
              placeholder={t("note.label")}
            />
            <Button type="submit" name="intent" value="note" size="sm" disabled={isSending} aria-label={t("note.saveOf", { gap: name })}>
              {t("note.save")}
            </Button>
          </acting.Form>
        </details>
      ) : null}
    </div>
  );
}
