import { Bot, KeyRound, UserRound } from "lucide-react";
import type { Translate } from "#app/i18n/text-keys.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { Feed } from "#app/domain/audit/feed-entry.ts";

/** Entries of the team's feed as sentences. Entries that came in live slide in; with reduced motion they are just there. */
export function FeedList({ entries, freshIds }: { entries: readonly Feed[]; freshIds: ReadonlySet<string> }) {
  const { t } = useTranslation("activity");
  return (
    <ol className="grid" aria-label={t("title")}>
      {entries.map((entry) => (
        <li
          key={entry.id}
          className={`flex items-baseline gap-3 border-b border-line py-2.5 last:border-b-0 ${freshIds.has(entry.id) ? "animate-rise-in" : ""}`}
        >
          <ActorIcon kind={entry.actor.kind} />
          <p className="min-w-0 grow break-words">
            <strong className="font-semibold">{actorName(entry, t)}</strong>{" "}
            {t(`actions.${entry.action}`, { subject: entry.subject.label })}
          </p>
          <RelativeTime ms={entry.at} className="shrink-0 text-sm text-faint" />
        </li>
      ))}
    </ol>
  );
}

function actorName({ actor }: Feed, t: Translate<"activity">): string {
  if (actor.kind === "apiKey" || actor.kind === "mcpClient") return t(`actors.${actor.kind}`, { name: actor.label });
  return actor.kind === "system" ? t("actors.system") : actor.label;
}

function ActorIcon({ kind }: { kind: string }) {
  const Icon = kind === "apiKey" ? KeyRound : kind === "user" ? UserRound : Bot;
  return <Icon aria-hidden className="size-4 shrink-0 self-center text-faint" />;
}
