import { AgentFact } from "#app/components/agents/agent-fact.tsx";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { SiteHealth } from "#app/domain/collect/read-ingest.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useShopperWords } from "./use-shopper-words.ts";

/** One site: what came in, what became of it, and whether the two agree. */
export function IngestCard({ site }: { site: SiteHealth }) {
  const { t } = useTranslation("shoppers");
  const { timeOf } = useShopperWords();
  const { identity, lastAt, lagP50Ms, lagP95Ms, today, total } = site;
  return (
    <Card>
      <CardHeader
        title={site.name}
        description={
          lastAt === null ? (
            t("ingest.never")
          ) : (
            <>
              {t("ingest.lastAt")} <RelativeTime ms={lastAt} />
            </>
          )
        }
        action={
          <>
            {site.isEnabled ? null : <Badge>{t("ingest.paused")}</Badge>}
            <StateBadge tone={identity.missing === 0 ? "ok" : "watch"}>
              {identity.missing === 0 ? t("ingest.allThere") : t("ingest.missing", { count: Math.abs(identity.missing) })}
            </StateBadge>
          </>
        }
      />
      <CardBody className="grid gap-6">
        <Account site={site} />
        <div className="grid gap-6 lg:grid-cols-2">
          <Counts title={t("ingest.today")} counts={today} />
          <Counts title={t("ingest.total")} counts={total} />
        </div>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-4 text-sm lg:grid-cols-3">
          <AgentFact label={t("ingest.openVisits")}>{site.openSessions}</AgentFact>
          <AgentFact label={t("ingest.unfinished")}>{site.unfinished}</AgentFact>
          {lagP50Ms === null ? null : (
            <AgentFact label={t("ingest.lag")} hint={lagP95Ms === null ? undefined : t("ingest.lagHint", { most: timeOf(lagP95Ms) })}>
              {timeOf(lagP50Ms)}
            </AgentFact>
          )}
        </dl>
      </CardBody>
    </Card>
  );
}

function Account({ site: { identity } }: { site: SiteHealth }) {
  const { t } = useTranslation("shoppers");
  const locale = useLocale();
  const parts = [
    ["cameIn", identity.cameIn],
    ["inEnded", identity.inEnded],
    ["inOpen", identity.inOpen],
    ["refused", identity.refused],
    ["removed", identity.removed],
    ["difference", identity.missing],
  ] as const;
  return (
    <section className="grid gap-3">
      <h3 className="font-semibold">{t("ingest.account")}</h3>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 text-sm sm:grid-cols-3 xl:grid-cols-6">
        {parts.map(([name, value]) => (
          <AgentFact key={name} label={t(`ingest.${name}`)}>
            {formatNumber(value, locale)}
          </AgentFact>
        ))}
      </dl>
      <p className="max-w-prose text-sm text-muted">{t("ingest.accountText")}</p>
    </section>
  );
}

function Counts({ title, counts }: { title: string; counts: SiteHealth["today"] }) {
  const { t } = useTranslation("shoppers");
  const locale = useLocale();
  const rows: [string, number][] = [
    [t("ingest.accepted"), counts.accepted],
    [t("ingest.duplicates"), counts.duplicates],
    [t("ingest.bots"), counts.bots],
    ...named(counts.rejected).map(([reason, n]): [string, number] => [`${t("ingest.rejected")}: ${t(`ingest.reasons.${reason}`)}`, n]),
    ...named(counts.withheld).map(([reason, n]): [string, number] => [
      `${t("ingest.withheld")}: ${t(`ingest.withheldReasons.${reason}`)}`,
      n,
    ]),
  ];
  return (
    <section className="grid content-start gap-1.5">
      <h3 className="font-semibold">{title}</h3>
      <ul>
        {rows.map(([label, n]) => (
          <li key={label} className="flex justify-between gap-4 border-b border-line py-1.5 text-sm last:border-b-0">
            <span className="min-w-0 text-muted">{label}</span>
            <span className="font-semibold tabular-nums">{formatNumber(n, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function named<Name extends string>(counts: Partial<Record<Name, number>>): [Name, number][] {
  return (Object.entries(counts) as [Name, number | undefined][]).flatMap(([name, n]) => (n === undefined ? [] : [[name, n]]));
}
