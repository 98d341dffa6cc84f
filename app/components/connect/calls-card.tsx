import { RefreshCw } from "lucide-react";
import { useRevalidator } from "react-router";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";

export type AssistantKey = { id: string; name: string; hint: string; lastUsedAt: number | null; asks: boolean };

/** Which of the assistants have called: the proof that a connection works. */
export function CallsCard({ keys }: { keys: AssistantKey[] }) {
  const { t } = useTranslation("connect");
  const { state, revalidate } = useRevalidator();
  const isHydrated = useHydrated();
  return (
    <Card>
      <CardHeader title={t("test.title")} description={t("test.text")} />
      {keys.length === 0 ? <CardBody className="text-muted">{t("test.none")}</CardBody> : <ul>{keys.map(toRow)}</ul>}
      <CardFooter>
        <LinkButton to="/settings/api-keys" variant="ghost">
          {t("test.keysPage")}
        </LinkButton>
        {isHydrated ? (
          <Button icon={<RefreshCw aria-hidden />} loading={state !== "idle"} onClick={() => void revalidate()}>
            {t("test.again")}
          </Button>
        ) : null}
      </CardFooter>
    </Card>
  );
}

function toRow(key: AssistantKey) {
  return <CallRow key={key.id} row={key} />;
}

function CallRow({ row: { name, hint, lastUsedAt, asks } }: { row: AssistantKey }) {
  const { t } = useTranslation("connect");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-5 py-3.5 last:border-b-0">
      <span className="min-w-0 font-semibold break-words">{name}</span>
      <CodeTag value={hint} />
      <span className="text-sm text-muted">{t(asks ? "test.asks" : "test.looks")}</span>
      <span className="ml-auto flex items-center gap-2 text-sm">
        {lastUsedAt === null ? (
          <StateBadge tone="watch">{t("test.never")}</StateBadge>
        ) : (
          <StateBadge tone="ok">
            {t("test.last")} <RelativeTime ms={lastUsedAt} />
          </StateBadge>
        )}
      </span>
    </li>
  );
}
