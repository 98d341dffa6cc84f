import { useState } from "react";
import type { FetcherWithComponents } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import type { Erased } from "#app/domain/collect/erase-shoppers.server.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type EraseAnswer =
  | { ok: true; intent: string; erased: Erased; asked: { visitorKey: string; from: string; to: string } }
  | FormProblem;

/** First it is shown what would go; only then it can be erased. */
export function EraseCard({ looking }: { looking: FetcherWithComponents<EraseAnswer> }) {
  const { t } = useTranslation("shoppers");
  const [open, setOpen] = useState(false);
  const { data } = looking;
  const problem = data?.ok === false ? data : undefined;
  const told = data?.ok === true ? data : undefined;
  return (
    <Card>
      <CardHeader title={t("ingest.erase.title")} description={t("ingest.erase.text")} />
      <CardBody className="grid gap-4">
        <looking.Form method="post" className="flex flex-wrap items-start gap-4">
          <input type="hidden" name="intent" value="look" />
          <Field
            label={t("ingest.erase.visitor")}
            name="visitorKey"
            description={t("ingest.erase.visitorHint")}
            error={problem?.fields["visitorKey"]}
            className="w-full sm:w-64"
          >
            <Input name="visitorKey" mono autoComplete="off" />
          </Field>
          <Field label={t("ingest.erase.from")} name="from" error={problem?.fields["from"]} className="w-full sm:w-44">
            <Input name="from" type="date" />
          </Field>
          <Field label={t("ingest.erase.to")} name="to" error={problem?.fields["to"]} className="w-full sm:w-44">
            <Input name="to" type="date" />
          </Field>
          <div className="flex flex-wrap gap-2 sm:pt-6">
            <Button type="submit" loading={looking.state !== "idle"}>
              {t("ingest.erase.look")}
            </Button>
            <Button
              type="submit"
              variant="ghost"
              formMethod="get"
              formAction="/interactions/export"
              onClick={(event) => plainly(event.currentTarget)}
            >
              {t("ingest.erase.export")}
            </Button>
          </div>
        </looking.Form>
        {problem === undefined ? null : <InlineAlert tone="wrong" title={problem.error} />}
        {told === undefined ? null : <Told told={told} onErase={() => setOpen(true)} />}
        {told === undefined ? null : (
          <ConfirmDialog
            open={open}
            onOpenChange={setOpen}
            destructive
            title={t("ingest.erase.confirmTitle")}
            description={
              told.asked.visitorKey === ""
                ? t("ingest.erase.confirmPeriod", told.asked)
                : t("ingest.erase.confirmVisitor", { visitor: told.asked.visitorKey })
            }
            confirmLabel={t("ingest.erase.confirm")}
            onConfirm={() => {
              setOpen(false);
              void looking.submit({ ...told.asked, intent: "erase" }, { method: "post" });
            }}
          />
        )}
      </CardBody>
    </Card>
  );
}

/** A file comes as a document, not as an answer to a fetcher. */
function plainly(button: HTMLButtonElement): void {
  const form = button.form;
  if (form === null) return;
  const query = new URLSearchParams([...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  globalThis.location.assign(`/interactions/export?${query}`);
}

function Told({ told: { erased }, onErase }: { told: Extract<EraseAnswer, { ok: true }>; onErase: () => void }) {
  const { t } = useTranslation("shoppers");
  const counts = { sessions: erased.sessions, interactions: erased.interactions, events: erased.events };
  if (!erased.isDry) return <InlineAlert tone="ok" title={t("ingest.erase.done", counts)} />;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded border border-line bg-sunken/50 px-4 py-3">
      <p>
        {t("ingest.erase.would", { ...counts, archives: erased.archives, open: erased.openVisits })}
        {erased.hasMore ? ` ${t("ingest.erase.more")}` : ""}
      </p>
      <Button variant="danger" onClick={onErase}>
        {t("ingest.erase.confirm")}
      </Button>
    </div>
  );
}
