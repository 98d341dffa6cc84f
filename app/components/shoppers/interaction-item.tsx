import { Bot } from "lucide-react";
import { Link } from "react-router";
import { Badge } from "#app/components/ui/badge.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { Interaction } from "#app/domain/interactions/interaction-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useShopperWords } from "./use-shopper-words.ts";

const mostTags = 3;

/** A sentence of what somebody did. Names in it come from outside and are only ever text. */
export function InteractionItem({ interaction, site }: { interaction: Interaction; site: string | undefined }) {
  const { t } = useTranslation("shoppers");
  const { deviceOf, hesitationOf } = useShopperWords();
  const { id, kind, text, source, channel, occurredAt, isBot, tags } = interaction;
  const hesitations = tags.filter((tag) => tag.startsWith("hesitation:")).slice(0, mostTags);
  return (
    <li className="grid gap-2 border-b border-line px-5 py-4 last:border-b-0 lg:grid-cols-[minmax(0,1fr)_auto] lg:gap-8">
      <div className="grid min-w-0 gap-2">
        <Link to={`/interactions/${id}`} className="text-base font-medium wrap-anywhere decoration-1 underline-offset-4 hover:underline">
          {text}
        </Link>
        <p className="flex flex-wrap items-center gap-2">
          <Badge>{t(`kinds.${kind}`)}</Badge>
          {hesitations.map((tag) => (
            <Link key={tag} to={`/interactions?tag=${encodeURIComponent(tag)}`} className="rounded-sm hover:underline">
              <Badge>{hesitationOf(tag.slice("hesitation:".length))}</Badge>
            </Link>
          ))}
          {isBot ? <Badge icon={<Bot aria-hidden />}>{t("bot")}</Badge> : null}
        </p>
      </div>
      <p className="text-sm text-muted lg:text-right">
        <RelativeTime ms={occurredAt} />
        <br />
        {[site, source === "web" ? deviceOf(channel) : t(`sources.${source}`)].filter((one) => one !== undefined).join(" · ")}
      </p>
    </li>
  );
}
