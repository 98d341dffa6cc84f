import { useEffect } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { buttonVariants } from "#app/components/ui/button-variants.ts";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import type { VendorId } from "#app/domain/channels/ports.ts";
import { VendorMark } from "./vendor-mark.tsx";

export type Connectable = { vendor: VendorId; sites: readonly string[] };
export type ConnectAnswer = { ok: true; url: string; vendor: VendorId } | { ok: false; error: string } | undefined;

export function ConnectCard({ vendors, posted }: { vendors: readonly Connectable[]; posted: ConnectAnswer }) {
  const { t } = useTranslation("channels");
  return (
    <Card>
      <CardHeader title={t("connect.title")} description={t("connect.text")} />
      <CardBody className="grid gap-4 md:grid-cols-2">
        {vendors.map((one) => (
          <ConnectForm key={one.vendor} {...one} posted={posted} />
        ))}
      </CardBody>
    </Card>
  );
}

function ConnectForm({ vendor, sites, posted }: Connectable & { posted: ConnectAnswer }) {
  const { t } = useTranslation("channels");
  const fetcher = useFetcher<ConnectAnswer>();
  const answer = fetcher.data ?? (posted?.ok === true && posted.vendor === vendor ? posted : undefined);
  const url = answer?.ok === true ? answer.url : undefined;
  useLeaveFor(url);
  const name = t(`vendors.${vendor}`);
  const isBusy = fetcher.state !== "idle" || fetcher.data?.ok === true;
  return (
    <fetcher.Form method="post" action="/channels" className="grid content-start gap-3 rounded border border-line p-4">
      <div className="flex items-start gap-3">
        <VendorMark vendor={vendor} />
        <div className="min-w-0">
          <h3 className="font-semibold">{name}</h3>
          <p className="text-sm text-muted">{t(`connect.brings.${vendor}`)}</p>
        </div>
      </div>
      <input type="hidden" name="vendor" value={vendor} />
      {sites.length > 1 ? (
        <Field label={t("connect.country")}>
          <NativeSelect name="site" options={sites.map((site) => ({ value: site, label: t(`sites.${site as "MLB"}`) }))} />
        </Field>
      ) : null}
      {fetcher.data?.ok === false ? <InlineAlert tone="wrong" title={fetcher.data.error} /> : null}
      {url === undefined ? (
        <Button type="submit" variant="primary" loading={isBusy} className="justify-self-start">
          {t("connect.submit", { vendor: name })}
        </Button>
      ) : (
        <LeaveLink url={url} name={name} />
      )}
    </fetcher.Form>
  );
}

/** A link of its own, because a form may not lead to another site: without scripts it is pressed by hand. */
function LeaveLink({ url, name }: { url: string; name: string }) {
  const { t } = useTranslation("channels");
  return (
    <p className="grid justify-items-start gap-2">
      <a href={url} className={buttonVariants({ variant: "primary" })}>
        {t("connect.continue", { vendor: name })}
      </a>
      <span className="text-sm text-muted">{t("connect.continueText")}</span>
    </p>
  );
}

export function useLeaveFor(url: string | undefined): void {
  useEffect(() => {
    if (url !== undefined) window.location.assign(url);
  }, [url]);
}
