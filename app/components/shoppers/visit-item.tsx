import { Bot } from "lucide-react";
import { Link } from "react-router";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { OpenSession } from "#app/domain/collect/ports.ts";
import type { ShopperSession } from "#app/domain/interactions/session-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useShopperWords } from "./use-shopper-words.ts";

const row = "flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line px-5 py-3.5 last:border-b-0";

/** A visit that is over: how long, how far, and whose site. */
export function VisitItem({ visit, site }: { visit: ShopperSession; site: string | undefined }) {
  const { t } = useTranslation("shoppers");
  const { deviceOf, timeOf } = useShopperWords();
  const { id, startedAt, endedAt, events, features, isBot, followsId } = visit;
  const furthest = features.stages.at(-1) ?? "landing";
  return (
    <li className={row}>
      <div className="grid min-w-0 gap-1.5">
        <Link to={`/sessions/${id}`} className="font-medium wrap-anywhere decoration-1 underline-offset-4 hover:underline">
          {wayOf(features)}
        </Link>
        <p className="flex flex-wrap items-center gap-2">
          <Badge>{t(`sessions.stageNames.${furthest}`)}</Badge>
          {features.isReturning ? <Badge>{t("sessions.returning")}</Badge> : null}
          {followsId === null ? null : <Badge>{t("sessions.follows")}</Badge>}
          {isBot ? <Badge icon={<Bot aria-hidden />}>{t("bot")}</Badge> : null}
        </p>
      </div>
      <p className="text-sm text-muted sm:text-right">
        <RelativeTime ms={startedAt} /> · {timeOf(endedAt - startedAt)}
        <br />
        {[
          t("sessions.pages", { count: features.pages }),
          t("sessions.events", { count: events }),
          deviceOf(features.device),
          features.country ?? undefined,
          site,
        ]
          .filter((one) => one !== undefined)
          .join(" · ")}
      </p>
    </li>
  );
}

/** Where it came in and where it went out: in a shop where all come in at the front, the second tells them apart. */
function wayOf({ landingPath, exitPath }: ShopperSession["features"]): string {
  const [from, to] = [landingPath === "" ? "/" : landingPath, exitPath === "" ? "/" : exitPath];
  return from === to ? from : `${from} → ${to}`;
}

/** One that goes on, as its site last heard of it. */
export function OpenVisitItem({ visit, site }: { visit: OpenSession; site: string | undefined }) {
  const { t } = useTranslation("shoppers");
  const { deviceOf } = useShopperWords();
  return (
    <li className={row}>
      <div className="grid min-w-0 gap-1.5">
        <Link to={`/sessions/${visit.id}`} className="font-medium wrap-anywhere decoration-1 underline-offset-4 hover:underline">
          {visit.path === "" ? "/" : visit.path}
        </Link>
        <p className="flex flex-wrap items-center gap-2">
          <StateBadge tone="ok">{t("sessions.openTitle")}</StateBadge>
          {visit.isBot ? <Badge icon={<Bot aria-hidden />}>{t("bot")}</Badge> : null}
        </p>
      </div>
      <p className="text-sm text-muted sm:text-right">
        {t("sessions.lastSeen")} <RelativeTime ms={visit.lastAt} />
        <br />
        {[t("sessions.events", { count: visit.events }), deviceOf(visit.device), visit.country ?? undefined, site]
          .filter((one) => one !== undefined)
          .join(" · ")}
      </p>
    </li>
  );
}
