import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFetcher, useNavigate } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { PreviewRow } from "#app/domain/catalog/preview-listing-change.server.ts";
import { moneyText } from "#app/i18n/parse-money.ts";
import { ChangePreview } from "./change-preview.tsx";
import type { ListingOutcome } from "./listing-answer.ts";

export type ChangeTarget = { ids: readonly string[]; kind: "price" | "stock"; currency: string; rule?: "suggested" };

/** Another price or stock for one listing or many: first what would happen, then the change itself. */
export function ChangeDialog({ target, close }: { target: ChangeTarget | null; close: () => void }) {
  const { t } = useTranslation("catalog");
  return (
    <Dialog
      open={target !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      title={target === null ? "" : t(target.kind === "price" ? "changes.priceTitle" : "changes.stockTitle", { count: target.ids.length })}
      description={t("changes.previewHint")}
      size="lg"
    >
      {target === null ? null : <ChangeForm target={target} close={close} />}
    </Dialog>
  );
}

type Asked = { rule: string; value: string; ending: string };

function ChangeForm({ target, close }: { target: ChangeTarget; close: () => void }) {
  const { t } = useTranslation("catalog");
  const navigate = useNavigate();
  const preview = useFetcher<ListingOutcome>();
  const change = useFetcher<ListingOutcome>();
  const [asked, setAsked] = useState<Asked>({ rule: target.rule ?? "set", value: "", ending: "exact" });
  const [rows, setRows] = useState<PreviewRow[] | null>(null);
  useAnswer(preview, (answer) => setRows(answer.ok && answer.intent === "preview" ? answer.rows : null));
  useAnswer(change, (answer) => {
    if (!answer.ok || answer.intent !== "change") return;
    close();
    void navigate(`/listings/changes/${answer.id}`);
  });
  function edit(part: Partial<Asked>): void {
    setRows(null);
    setAsked({ ...asked, ...part });
  }
  function post(fetcher: typeof preview, intent: "preview" | "change"): void {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent, kind: target.kind, currency: target.currency, ...asked })) form.set(name, value);
    for (const id of target.ids) form.append("ids", id);
    void fetcher.submit(form, { method: "post", action: "/listings" });
  }
  const problem = [change.data, preview.data].find((answer) => answer?.ok === false);
  const valueError = problem?.ok === false ? problem.fields["value"] : undefined;
  const changing = rows?.filter((row) => row.obstacle === null).length ?? 0;
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        post(preview, "preview");
      }}
    >
      <Rule target={target} asked={asked} edit={edit} valueError={valueError} />
      {problem?.ok === false && valueError === undefined ? <InlineAlert tone="wrong" title={problem.error} /> : null}
      {rows === null ? null : <ChangePreview rows={rows} kind={target.kind} />}
      <footer className="flex flex-wrap justify-end gap-3">
        <Button type="submit" variant={rows === null ? "primary" : "secondary"} loading={preview.state !== "idle"}>
          {t("changes.preview")}
        </Button>
        {changing > 0 ? (
          <Button variant="primary" loading={change.state !== "idle"} onClick={() => post(change, "change")}>
            {t("changes.confirm", { count: changing })}
          </Button>
        ) : null}
      </footer>
    </form>
  );
}

type RuleProps = { target: ChangeTarget; asked: Asked; edit: (part: Partial<Asked>) => void; valueError: string | undefined };

function Rule({ target, asked, edit, valueError }: RuleProps) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const { kind, currency } = target;
  const rules = kind === "price" ? (["set", "amount", "percent", "suggested"] as const) : (["set", "amount", "percent"] as const);
  const example = asked.rule === "percent" ? "-5" : kind === "stock" ? "12" : moneyText(18_990, locale, currency);
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <Field label={t("changes.rule")} name="rule">
        <NativeSelect
          value={asked.rule}
          onChange={(event) => edit({ rule: event.target.value })}
          options={rules.map((value) => ({ value, label: t(`changes.rules.${kind}.${value}`) }))}
        />
      </Field>
      {asked.rule === "suggested" ? null : (
        <Field
          label={
            asked.rule === "percent"
              ? `${t("changes.value")} (%)`
              : kind === "price"
                ? `${t("changes.value")} (${currency})`
                : t("changes.value")
          }
          name="value"
          required
          description={asked.rule === "set" ? undefined : t("changes.valueHint")}
          error={valueError === undefined ? undefined : t("changes.invalid", { example })}
        >
          <Input
            inputMode="text"
            maxLength={20}
            value={asked.value}
            autoComplete="off"
            onChange={(event) => edit({ value: event.target.value })}
          />
        </Field>
      )}
      {kind === "price" && asked.rule !== "set" ? (
        <Field
          label={t("changes.ending", { example: moneyText(90, locale, currency).slice(-3) })}
          name="ending"
          inline
          className="sm:col-span-2"
        >
          <Checkbox checked={asked.ending === "90"} onChange={(event) => edit({ ending: event.target.checked ? "90" : "exact" })} />
        </Field>
      ) : null}
    </div>
  );
}
