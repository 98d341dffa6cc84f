import { Ear, Megaphone } from "lucide-react";
import { Badge } from "#app/components/ui/badge.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { AgentMessage } from "#app/domain/agents/messages.ts";
import type { MessageRow } from "#app/domain/agents/read-run.server.ts";
import { formatDuration, formatNumber, formatRelative } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useAgentWords } from "./use-agent-words.ts";

/** What one agent told another. */
export function MessageItem({ row, way }: { row: MessageRow; way: "heard" | "said" }) {
  const { t } = useTranslation("automation");
  const { nameOf } = useAgentWords();
  const locale = useLocale();
  const { nowMs } = usePageClock();
  const says = useMessageWords();
  const Icon = way === "heard" ? Ear : Megaphone;
  return (
    <li className="grid gap-1 border-b border-line px-5 py-3.5 last:border-b-0">
      <p className="flex flex-wrap items-center gap-2">
        <Badge icon={<Icon aria-hidden />}>{t(`message.${way}`)}</Badge>
        <span className="text-muted">{t("message.fromTo", { from: nameOf(row.from), to: nameOf(row.to) })}</span>
        {way === "said" ? (
          <span className="text-sm text-muted">
            {row.heardAt === null ? t("message.unheard") : t("message.heardAt", { when: formatRelative(row.heardAt, nowMs, locale) })}
          </span>
        ) : null}
      </p>
      <p className="max-w-prose break-words">{says(row.message)}</p>
    </li>
  );
}

function useMessageWords(): (message: AgentMessage) => string {
  const { t } = useTranslation("automation");
  const locale = useLocale();
  return ({ type, body }) => {
    switch (type) {
      case "replenishment-wanted":
      case "stock-corrected":
        return t(`message.types.${type}`, { count: body.skus.length });
      case "wave-wanted":
        return t(`message.types.${type}`, { count: body.waiting, age: formatDuration(body.oldestWaitsMs, locale) });
      case "oversell-risk":
        return t(`message.types.${type}`, { count: body.shown, available: formatNumber(body.available, locale) });
      case "moves-proposed":
        return t(`message.types.${type}`, {
          count: body.moves,
          metres: formatNumber(body.metresPerDay, locale, { maximumFractionDigits: 1 }),
        });
      case "complaints-rising":
        return t(`message.types.${type}`, { count: body.complaints });
      default:
        return type satisfies never;
    }
  };
}
