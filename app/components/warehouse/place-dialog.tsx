import { Plus } from "lucide-react";
import { useState } from "react";
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

/** A warehouse, or a zone of the one that is given: both are a code and a name. */
export function PlaceDialog({ warehouseId }: { warehouseId?: string }) {
  const { t } = useTranslation("warehouse");
  const [isOpen, setIsOpen] = useState(false);
  const fetcher = useFetcher<Answer>();
  const label = warehouseId === undefined ? t("add") : t("addZone");
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) return;
    setIsOpen(false);
    toast.ok(t("made", { name: answer.name }));
  });
  const problem = fetcher.data?.ok === false ? fetcher.data : undefined;
  const button = (
    <Button variant={warehouseId === undefined ? "primary" : "secondary"} icon={<Plus aria-hidden />}>
      {label}
    </Button>
  );
  return (
    <Dialog trigger={button} open={isOpen} onOpenChange={setIsOpen} title={label} size="sm">
      <fetcher.Form method="post" action="/warehouse" noValidate className="grid gap-5">
        {problem !== undefined && Object.keys(problem.fields).length === 0 ? <InlineAlert tone="wrong" title={problem.error} /> : null}
        <input type="hidden" name="warehouseId" value={warehouseId ?? ""} />
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
