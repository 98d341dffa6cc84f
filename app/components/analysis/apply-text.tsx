import { useState } from "react";
import { Form, useNavigation } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { WordDiff } from "#app/components/ui/word-diff.tsx";
import type { TextField } from "#app/domain/channels/remote.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type ApplyTextProps = { field: TextField; before: string; text: string; label: string; analysisId: string };

/** A new text before it is told to the marketplace: what goes, what comes, and the chance to put it otherwise. */
export function ApplyText({ field, before, text, label, analysisId }: ApplyTextProps) {
  const { t } = useTranslation("analysis");
  const { state, formData } = useNavigation();
  const [wanted, setWanted] = useState(text);
  const isBusy = state !== "idle" && formData?.get("key") === label;
  if (before === text) return <p className="text-muted">{t("applied")}</p>;
  return (
    <details>
      <summary
        aria-label={label}
        className="w-fit cursor-pointer rounded border border-line bg-raised px-3 py-1.5 font-semibold hover:bg-sunken pointer-coarse:py-2.5"
      >
        {t("apply")}
      </summary>
      <Form method="post" preventScrollReset className="mt-3 grid gap-3 rounded border border-line bg-sunken/50 p-4">
        <input type="hidden" name="intent" value="text" />
        <input type="hidden" name="key" value={label} />
        <input type="hidden" name="field" value={field} />
        <input type="hidden" name="before" value={before} />
        <input type="hidden" name="analysisId" value={analysisId} />
        <WordDiff before={before} after={wanted} />
        <Field label={t("textToTell")} description={t("tellHint")}>
          <Textarea
            name="text"
            rows={field === "title" ? 2 : 8}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
            required
          />
        </Field>
        <Button type="submit" variant="primary" loading={isBusy} className="w-fit">
          {t("tell")}
        </Button>
      </Form>
    </details>
  );
}
