import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type Answer = FormProblem | { ok: true; name: string };

export type NewPlace = { warehouseId: string | null };

/**
 * Asks for the code and name of a new warehouse, or of a zone in the one that is given. Rendered once by the page:
 * beside the button that opens it, it would go with the empty list as soon as the page hears of the new place, and its
 * answer with it.
 */
export function PlaceDialog({ place, onClose }: { place: NewPlace | null; onClose: () => void }) {
  const { t } = useTranslation("warehouse");
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) return;
    onClose();
    toast.ok(t("made", { name: answer.name }));
  });
  if (place === null) return null;
  const label = place.warehouseId === null ? t("add") : t("addZone");
  const problem = fetcher.data?.ok === false ? fetcher.data : undefined;
  return (
    <Dialog open onOpenChange={onClose} title={label} size="sm">
      <fetcher.Form method="post" action="/warehouse" noValidate className="grid gap-5">
        {problem !== undefined && Object.keys(problem.fields).length === 0 ? <InlineAlert tone="wrong" title={problem.error} /> : null}
        <input type="hidden" name="warehouseId" value={place.warehouseId ?? ""} />
        <Field label={t("code")} name="code" required description={t("codeHint")} error={problem?.fields["code"]}>
          <Input mono maxLength={12} autoFocus autoComplete="off" spellCheck={false} />
        </Field>
        <Field label={t("name")} name="name" required error={problem?.fields["name"]}>
          <Input maxLength={80} autoComplete="off" />
        </Field>
        <Button type="submit" variant="primary" loading={fetcher.state !== "idle"}>
          {label}
        </Button>
      </fetcher.Form>
    </Dialog>
  );
}
