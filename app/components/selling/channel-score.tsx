import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ChannelScore as Channel, Level } from "#app/domain/selling/read-score.server.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { HeadroomTable } from "./headroom-table.tsx";
import { ScoreParts } from "./score-parts.tsx";
import { useFigureWords } from "./use-figure-words.ts";

/** One channel: its score in parts, the marketplace's own level as given, and the room that is left. */
export function ChannelScore({ channel }: { channel: Channel }) {
  const { t } = useTranslation("selling");
  return (
    <>
      <Card>
        <CardHeader
          title={channel.name}
          action={
            channel.score === null ? (
              <p className="text-muted">{t("score.nothing")}</p>
            ) : (
              <p className="text-faint">
                <strong className="mr-1.5 text-lg font-semibold text-ink">{channel.score}</strong>
                {t("score.outOf")}
              </p>
            )
          }
        />
        <CardBody className="grid gap-4">
          <VendorLevel level={channel.level} />
          {channel.score === null ? <p className="max-w-prose">{t("score.nothingText")}</p> : <ScoreParts parts={channel.parts} />}
        </CardBody>
      </Card>
      {channel.score === null ? null : (
        <Card>
          <CardHeader title={`${t("headroom.title")} · ${channel.name}`} description={t("headroom.text")} />
          <HeadroomTable metrics={channel.headroom} channelName={channel.name} />
        </Card>
      )}
    </>
  );
}

function VendorLevel({ level }: { level: Level | null }) {
  const { t } = useTranslation("selling");
  const { named } = useFigureWords();
  const locale = useLocale();
  const { timeZone } = usePageClock();
  if (level === null) return null;
  const isProtected = level.protectedUntilMs !== null && level.withoutProtection !== null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="text-muted">{t("score.level")}</span>
      {level.level === null ? <span className="text-muted">{t("score.levelNone")}</span> : <Badge>{named("levels", level.level)}</Badge>}
      {level.medal === null ? null : <Badge>{named("medals", level.medal)}</Badge>}
      <span className="text-faint">{t("score.levelHint")}</span>
      {isProtected ? (
        <span className="basis-full text-muted">
          {t("score.protectedUntil", {
            date: formatDateTime(level.protectedUntilMs ?? 0, { locale, timeZone, style: "date" }),
            level: named("levels", level.withoutProtection ?? ""),
          })}
        </span>
      ) : null}
    </div>
  );
}
