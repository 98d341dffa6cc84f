import { RotateCw } from "lucide-react";
import type { FetcherWithComponents } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { Badge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { RejectedEvent } from "#app/domain/collect/list-rejected.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type RejectedCardProps = {
  events: readonly RejectedEvent[];
  nextCursor: string | null;
  sites: readonly { id: string; name: string }[];
  siteId: string;
  mayWrite: boolean;
  resolving: FetcherWithComponents<unknown>;
};

const longestShown = 600;

/** Events that were not taken, as they came: shown as text, whatever they are. */
export function RejectedCard({ events, nextCursor, sites, siteId, mayWrite, resolving }: RejectedCardProps) {
  const { t } = useTranslation("shoppers");
  return (
    <Card>
      <CardHeader
        title={t("ingest.letters")}
        description={t("ingest.lettersText")}
        action={
          sites.length < 2 ? null : (
            <form method="get" className="flex items-end gap-2">
              <label>
                <span className="sr-only">{t("filters.site")}</span>
                <NativeSelect name="site" defaultValue={siteId} options={sites.map(({ id, name }) => ({ value: id, label: name }))} />
              </label>
              <Button type="submit" size="sm">
                {t("filters.show")}
              </Button>
            </form>
          )
        }
      />
      {events.length === 0 ? (
        <CardBody className="text-muted">{t("ingest.lettersEmpty")}</CardBody>
      ) : (
        <ul aria-label={t("ingest.letters")}>
          {events.map((event) => (
            <RejectedItem key={event.id} event={event} mayWrite={mayWrite} resolving={resolving} />
          ))}
        </ul>
      )}
      <ListFooter nextCursor={nextCursor} />
    </Card>
  );
}

function RejectedItem({ event, mayWrite, resolving }: { event: RejectedEvent } & Pick<RejectedCardProps, "mayWrite" | "resolving">) {
  const { t } = useTranslation("shoppers");
  const { id, siteId, reason, receivedAt, body, state } = event;
  const why = t(`ingest.reasons.${reason}`);
  const isBusy = resolving.state !== "idle" && resolving.formData?.get("id") === id;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2 border-b border-line px-5 py-4 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong className="font-semibold">{why}</strong>
        <RelativeTime ms={receivedAt} className="text-sm text-muted" />
        {state === "waiting" ? null : <Badge>{t(`ingest.states.${state}`)}</Badge>}
      </p>
      <pre className="rounded-sm bg-sunken p-3 font-mono text-xs break-all wrap-anywhere whitespace-pre-wrap">
        {body.length > longestShown ? `${body.slice(0, longestShown)}…` : body}
      </pre>
      {state !== "waiting" || !mayWrite ? null : (
        <resolving.Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="intent" value="resolve" />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="siteId" value={siteId} />
          <Button
            type="submit"
            size="sm"
            name="resolution"
            value="redrive"
            icon={<RotateCw aria-hidden />}
            loading={isBusy}
            aria-label={t("ingest.actOf", { act: t("ingest.redrive"), reason: why })}
          >
            {t("ingest.redrive")}
          </Button>
          <Button
            type="submit"
            size="sm"
            variant="ghost"
            name="resolution"
            value="dismiss"
            aria-label={t("ingest.actOf", { act: t("ingest.dismiss"), reason: why })}
          >
            {t("ingest.dismiss")}
          </Button>
        </resolving.Form>
      )}
    </li>
  );
}
