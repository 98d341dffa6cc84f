import { Field } from "#app/components/ui/field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import type { EditableField } from "#app/domain/agents/editable.ts";
import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { humanise } from "./humanise.ts";
import { useFactWords } from "./use-fact-words.ts";
import type { Deciding } from "./use-deciding.tsx";

type EditProposalProps = { proposal: ProposalRow; title: string; deciding: Deciding };

/** Changes what would be done before letting it through. Sent by the page: what was decided meanwhile takes this form with it. */
export function EditProposal({ proposal: { id, state, call, edit }, title, deciding }: EditProposalProps) {
  const { t } = useTranslation("automation");
  const { named } = useFactWords();
  const fields = deciding.editable[call.tool] ?? [];
  if (state !== "open" || fields.length === 0) return null;
  const input: Readonly<Record<string, unknown>> = call.input;
  const { Form } = deciding.fetcher;
  return (
    <details>
      <summary
        aria-label={t("proposals.actOf", { act: t("proposals.edit"), proposal: title })}
        className="w-fit cursor-pointer rounded-sm text-accent underline decoration-1 underline-offset-4 pointer-coarse:py-2"
      >
        {t("proposals.edit")}
      </summary>
      <Form key={edit?.at ?? 0} method="post" action="/proposals" className="mt-2 flex flex-wrap items-end gap-3">
        <input type="hidden" name="intent" value="edit" />
        <input type="hidden" name="ids" value={id} />
        {fields.map((field) => (
          <Field key={field.name} label={named(field.name)} name={`input.${field.name}`}>
            <EditControl field={field} value={input[field.name]} />
          </Field>
        ))}
        {fields.map(({ name, kind }) => (kind === "number" ? <input key={name} type="hidden" name="figures" value={name} /> : null))}
        <Button type="submit" size="sm" loading={deciding.isSending("edit", [id])}>
          {t("proposals.saveEdit")}
        </Button>
      </Form>
    </details>
  );
}

function EditControl({ field, value }: { field: EditableField; value: unknown }) {
  const shown = typeof value === "string" || typeof value === "number" ? String(value) : "";
  if (field.kind === "choice") {
    return <NativeSelect defaultValue={shown} options={field.options.map((option) => ({ value: option, label: humanise(option) }))} />;
  }
  if (field.kind === "number") return <Input inputMode="numeric" className="max-w-32" autoComplete="off" defaultValue={shown} />;
  return <Input className="max-w-prose" maxLength={field.maxLength ?? 4_000} defaultValue={shown} />;
}
