import { useState } from "react";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import type { FulfilmentDetail } from "#app/domain/warehouse/fulfil/read-fulfilment.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { problemOf } from "./fulfilment-standing.tsx";
import { PackForm, type PackingHelp, ParcelLine, ShipForm } from "./parcel-forms.tsx";

export type FulfilmentAnswer = FormProblem | { ok: true; intent: string };

type ActionsProps = { fulfilment: FulfilmentDetail; help: PackingHelp; may: { work: boolean; manage: boolean } };

/** What can be done about an order where it stands. The fetcher lives here: forms come and go with the order's state. */
export function FulfilmentActions({ fulfilment, help, may }: ActionsProps) {
  const { t } = useTranslation("fulfilment");
  const fetcher = useFetcher<FulfilmentAnswer>();
  const { orderRef: ref, state } = fulfilment;
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) return;
    if (answer.intent === "pack") toast.ok(t("packedToast", { ref }));
    if (answer.intent === "ship") toast.ok(t("shippedToast", { ref }));
    if (answer.intent === "retry") toast.ok(t("retriedToast"));
  });
  const problem = fetcher.data?.ok === false && fetcher.state === "idle" ? fetcher.data : undefined;
  const isOpen = state !== "shipped" && state !== "cancelled";
  return (
    <>
      {problem === undefined || Object.keys(problem.fields).length > 0 ? null : <InlineAlert tone="wrong" title={problem.error} />}
      <Hindrance fulfilment={fulfilment} mayRetry={may.manage && isOpen}>
        <fetcher.Form method="post">
          <input type="hidden" name="intent" value="retry" />
          <Button type="submit" size="sm" loading={fetcher.state !== "idle"}>
            {t("retry")}
          </Button>
        </fetcher.Form>
      </Hindrance>
      {state === "picked" && may.work ? (
        <Card>
          <CardHeader title={t("packTitle")} description={t("packText")} />
          <CardBody>
            <fetcher.Form method="post" noValidate>
              <PackForm
                lines={fulfilment.lines}
                help={help}
                mayManage={may.manage}
                fields={problem?.fields ?? {}}
                isBusy={fetcher.state !== "idle"}
              />
            </fetcher.Form>
          </CardBody>
        </Card>
      ) : null}
      {state === "packed" && may.work ? (
        <Card>
          <CardHeader title={t("shipTitle")} description={t("shipText")} />
          <CardBody>
            <fetcher.Form method="post" noValidate className="grid gap-5">
              <ShipForm error={problem?.fields["trackingCode"]} isBusy={fetcher.state !== "idle"} />
            </fetcher.Form>
          </CardBody>
        </Card>
      ) : null}
      <ParcelLine fulfilment={fulfilment} />
      {isOpen && may.manage ? <GiveBack orderRef={ref} /> : null}
    </>
  );
}

function Hindrance({ fulfilment, mayRetry, children }: { fulfilment: FulfilmentDetail; mayRetry: boolean; children: React.ReactNode }) {
  const { t } = useTranslation("fulfilment");
  const problem = problemOf(fulfilment.problem);
  if (problem !== undefined)
    return (
      <InlineAlert tone="wrong" title={t(`problems.${problem}`)} action={mayRetry ? children : null}>
        {t(`problemTexts.${problem}`)}
      </InlineAlert>
    );
  if (fulfilment.state !== "picking" && fulfilment.state !== "releasing") return null;
  return (
    <InlineAlert tone="info" title={t("waitTitle")}>
      {t("waitText")}
    </InlineAlert>
  );
}

function GiveBack({ orderRef }: { orderRef: string }) {
  const { t } = useTranslation("fulfilment");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <p>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setIsOpen}
        trigger={<Button variant="secondary">{t("giveBack")}</Button>}
        title={`${t("giveBack")}: ${orderRef}`}
        description={t("giveBackText")}
        confirmLabel={t("giveBack")}
        destructive
        form={{ fields: { intent: "give-back" } }}
      />
    </p>
  );
}
