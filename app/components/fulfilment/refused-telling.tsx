import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { shippingRefusals } from "#app/domain/channels/remote.ts";
import type { FulfilmentRow } from "#app/domain/warehouse/fulfil/list-fulfilments.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FulfilmentAnswer } from "./fulfilment-actions.tsx";

type Told = Pick<FulfilmentRow, "id" | "telling" | "tellError" | "trackingCode" | "channelName">;

/** Why a marketplace does not know that a parcel has left, and the way to tell it once that is mended. */
export function RefusedTelling({ fulfilment, mayTell }: { fulfilment: Told; mayTell: boolean }) {
  const { t } = useTranslation("fulfilment");
  const fetcher = useFetcher<FulfilmentAnswer>();
  const { id, telling, tellError, trackingCode, channelName: channel } = fulfilment;
  useAnswer(fetcher, (answer) => {
    if (answer.ok) toast.ok(t("tellAgainToast", { channel }));
  });
  if (telling !== "refused") return null;
  const problem = fetcher.data?.ok === false && fetcher.state === "idle" ? fetcher.data : undefined;
  const { reason, words } = partsOf(tellError);
  return (
    <InlineAlert tone="wrong" title={t("refusedTitle", { channel })}>
      <p>{t(`refusals.${reason}`)}</p>
      {words === "" ? null : <p className="mt-1 text-sm break-words">{t("theirWords", { channel, words })}</p>}
      {mayTell ? (
        <fetcher.Form method="post" action={`/warehouse/orders/${id}`} noValidate className="mt-4 flex flex-wrap items-start gap-4">
          <input type="hidden" name="intent" value="tell-again" />
          <Field label={t("tracking")} name="trackingCode" error={problem?.fields["trackingCode"] ?? problem?.error}>
            <Input mono maxLength={60} autoComplete="off" spellCheck={false} defaultValue={trackingCode ?? ""} />
          </Field>
          <Button type="submit" className="sm:mt-6" loading={fetcher.state !== "idle"}>
            {t("tellAgain")}
          </Button>
        </fetcher.Form>
      ) : null}
    </InlineAlert>
  );
}

/** The reason's key, and after a colon the marketplace's own words. */
function partsOf(error: string | null) {
  const [key = "", ...rest] = (error ?? "").split(": ");
  return { reason: shippingRefusals.find((one) => one === key) ?? "other", words: rest.join(": ") } as const;
}
