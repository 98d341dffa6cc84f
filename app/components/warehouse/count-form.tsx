import { type SubmitEvent, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BinView, ItemView } from "#party/warehouse-zone/protocol.ts";
import type { ZoneForm } from "./use-zone-form.tsx";

type CountFormProps = { bin: BinView; taskId: string; items: ReadonlyMap<string, ItemView>; form: ZoneForm };

/**
 * A blind count: who counts sees what lies there and not how many there should be. It rests on the bin as it was when the
 * form was opened; if somebody works there meanwhile, the zone asks to count again.
 */
export function CountForm({ bin, taskId, items, form }: CountFormProps) {
  const { t } = useTranslation("warehouse");
  const [seen, setSeen] = useState(bin);
  const { fetcher, commandId, error } = form;
  const isStale = seen.version !== bin.version;
  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const counted = new FormData(event.currentTarget).getAll("counted").map(String);
    const lines = seen.lines.map(({ sku, lot, plate, status }, index) => ({ sku, lot, plate, status, qty: counted[index]?.trim() || "?" }));
    const fields = { intent: "count", commandId, binId: bin.id, taskId, version: String(seen.version), lines: JSON.stringify(lines) };
    void fetcher.submit(fields, { method: "post" });
  }
  return (
    <form key={seen.version} onSubmit={send} noValidate className="grid gap-4">
      <p className="text-muted">{t("countText")}</p>
      {error === undefined || isStale ? null : <InlineAlert tone="wrong" title={error} />}
      {isStale ? (
        <InlineAlert
          tone="watch"
          title={t("countStale")}
          action={
            <Button type="button" size="sm" onClick={() => setSeen(bin)}>
              {t("countAgain")}
            </Button>
          }
        />
      ) : null}
      {seen.lines.length === 0 ? <p>{t("countEmpty")}</p> : null}
      {seen.lines.map((line) => (
        <div key={`${line.sku} ${line.lot} ${line.plate} ${line.status}`} className="grid gap-2 rounded border border-line p-4">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {items.get(line.sku)?.title ?? line.sku} <CodeTag value={items.get(line.sku)?.code ?? line.sku} />
          </p>
          <Field label={t("counted")} name="counted" required>
            <Input inputMode="numeric" maxLength={8} autoComplete="off" />
          </Field>
        </div>
      ))}
      <Button type="submit" variant="primary" disabled={isStale} loading={fetcher.state !== "idle"}>
        {t("countDone")}
      </Button>
    </form>
  );
}
