import { ExternalLink } from "lucide-react";
import { useEffect } from "react";
import { useFetchers, useRevalidator } from "react-router";
import { readAgain } from "#app/components/console/patient-fetch.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { formatRelative } from "#app/i18n/format.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { RecentEvent } from "#app/domain/collect/ports.ts";
import type { Site } from "#app/domain/sites/site-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const lookEveryMs = 3_000;
/** What came within this is "now" to somebody who tries it out. */
const nowMs = 60_000;

type VerifyCardProps = { site: Site; events: readonly RecentEvent[]; demoShopUrl: string };

/** Events as they come: whoever builds the script in sees within seconds that it works. */
export function VerifyCard({ site, events, demoShopUrl }: VerifyCardProps) {
  const { t } = useTranslation("sites");
  useLooking(site.isEnabled);
  return (
    <Card>
      <CardHeader title={t("verify.title")} action={<Heard site={site} newest={events[0]} />} />
      {events.length > 0 ? (
        <ol aria-label={t("verify.events")} className="divide-y divide-line">
          {events.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </ol>
      ) : (
        <CardBody className="grid gap-4">
          <p className="flex items-center gap-3 text-base font-semibold">
            {site.isEnabled ? <Waiting /> : null}
            {site.isEnabled ? t("verify.waiting") : t("verify.pausedText")}
          </p>
          {site.isEnabled ? <p className="max-w-prose text-muted">{t("verify.waitingText")}</p> : null}
          <Troubles />
        </CardBody>
      )}
      {demoShopUrl === "" ? null : (
        <CardFooter className="justify-start">
          <a
            href={demoShopUrl}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-2 font-semibold text-accent underline underline-offset-4"
          >
            {t("verify.openDemo")}
            <ExternalLink aria-hidden className="size-4" />
          </a>
          <span className="text-sm text-muted">{t("demoText")}</span>
        </CardFooter>
      )}
    </Card>
  );
}

/**
 * Looks again every few seconds while somebody looks: what comes in is told to no room, it comes too often. Never while a
 * form is on its way: reading then would lose where its answer leads.
 */
function useLooking(isOn: boolean): void {
  const { revalidate, state } = useRevalidator();
  const isBusy = useFetchers().some((fetcher) => fetcher.state !== "idle") || state !== "idle";
  useEffect(() => {
    if (!isOn || isBusy) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void readAgain(revalidate);
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [isOn, isBusy, revalidate]);
}

function Heard({ site, newest }: { site: Site; newest: RecentEvent | undefined }) {
  const { t } = useTranslation("sites");
  const locale = useLocale();
  const clock = usePageClock();
  const lastAt = newest?.at ?? site.lastEventAt;
  return (
    <output>
      {lastAt === null || lastAt === undefined ? null : clock.nowMs - lastAt < nowMs ? (
        <StateBadge tone="ok">{t("verify.heard")}</StateBadge>
      ) : (
        <span className="text-sm text-muted">{t("verify.quiet", { when: formatRelative(lastAt, clock.nowMs, locale) })}</span>
      )}
    </output>
  );
}

function Waiting() {
  return (
    <span aria-hidden className="relative grid size-3 place-items-center">
      <span className="absolute size-3 rounded-full bg-info/40 motion-safe:animate-ping" />
      <span className="size-2 rounded-full bg-info" />
    </span>
  );
}

function EventRow({ event }: { event: RecentEvent }) {
  const { t } = useTranslation("sites");
  return (
    <li className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-0.5 px-5 py-2.5 sm:grid-cols-[12rem_1fr_auto]">
      <span className="font-semibold">{t(`verify.types.${event.type as "page"}`, { defaultValue: event.type })}</span>
      <span className="col-span-2 row-start-2 min-w-0 font-mono text-sm wrap-anywhere text-muted sm:col-span-1 sm:row-start-1">
        {event.path}
      </span>
      <span className="text-right text-sm whitespace-nowrap text-muted">
        <RelativeTime ms={event.at} />
        <span className="sr-only"> {t("verify.visitor", { key: event.visitorKey.slice(0, 8) })}</span>
      </span>
    </li>
  );
}

function Troubles() {
  const { t } = useTranslation("sites");
  const troubles = ["domain", "csp", "consent", "blocker"] as const;
  return (
    <details>
      <summary className="cursor-pointer font-semibold">{t("verify.trouble")}</summary>
      <ul className="grid list-disc gap-1 pt-2 pl-5 text-muted">
        {troubles.map((one) => (
          <li key={one}>{t(`verify.troubles.${one}`)}</li>
        ))}
      </ul>
    </details>
  );
}
