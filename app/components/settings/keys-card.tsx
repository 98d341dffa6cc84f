import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { DateTime, RelativeTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { ApiKeyRow } from "#app/domain/accounts/list-api-keys.server.ts";
import type { Page } from "#app/domain/paging.ts";
import { InlineFact } from "./inline-fact.tsx";
import type { KeysAnswer } from "./keys-answer.ts";
import { useAnswer } from "./use-answer.ts";

type KeysCardProps = { page: Page<ApiKeyRow>; make: ReactNode };

export function KeysCard({ page, make }: KeysCardProps) {
  const { t } = useTranslation("settings");
  if (page.data.length === 0) {
    return (
      <Card>
        <EmptyState title={t("keys.emptyTitle")} picture={<KeyRound aria-hidden className="mx-auto size-10" />} action={make}>
          {t("keys.emptyText")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card>
      <CardHeader title={t("keys.list")} />
      <ul>
        {page.data.map((key) => (
          <KeyRow key={key.id} row={key} mayRevoke={make !== null && key.state === "active"} />
        ))}
      </ul>
      <ListFooter nextCursor={page.nextCursor} />
    </Card>
  );
}

const tones = { active: "ok", expired: "watch", revoked: "info" } as const;

function KeyRow({ row, mayRevoke }: { row: ApiKeyRow; mayRevoke: boolean }) {
  const { t } = useTranslation("settings");
  const fetcher = useFetcher<KeysAnswer>();
  useAnswer(fetcher, (answer) => {
    if (answer.ok) toast.ok(t("keys.revoked", { name: row.name }));
    else toast.wrong(answer.error);
  });
  const label = t("keys.revokeLabel", { name: row.name });
  const state = fetcher.state === "idle" ? row.state : "revoked";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-5 py-4 last:border-b-0">
      <div className="grid min-w-0 grow basis-72 gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 font-semibold break-words">{row.name}</span>
          <CodeTag value={row.hint} />
          <StateBadge tone={tones[state]}>{t(`keys.states.${state}`)}</StateBadge>
        </p>
        <dl className="flex flex-wrap gap-x-4 text-muted">
          <InlineFact label={t("keys.created")}>
            <DateTime ms={row.createdAt} show="date" />
          </InlineFact>
          <InlineFact label={t("keys.lastUsed")}>
            {row.lastUsedAt === null ? t("keys.neverUsed") : <RelativeTime ms={row.lastUsedAt} />}
          </InlineFact>
          <InlineFact label={t("keys.expiry")}>{row.expiresAt === null ? t("keys.never") : <RelativeTime ms={row.expiresAt} />}</InlineFact>
        </dl>
        <details className="group text-muted">
          <summary className="w-fit cursor-pointer rounded-sm text-faint hover:text-ink">
            {t("keys.scopeCount", { count: row.scopes.length })}
          </summary>
          <ul className="mt-1.5 flex flex-wrap gap-1.5">
            {row.scopes.map((scope) => (
              <li key={scope}>
                <code className="rounded-sm border border-line bg-sunken px-1.5 font-mono text-xs leading-5">{scope}</code>
              </li>
            ))}
          </ul>
        </details>
      </div>
      {mayRevoke && state === "active" ? (
        <ConfirmDialog
          trigger={
            <Button size="sm" aria-label={label}>
              {t("keys.revoke")}
            </Button>
          }
          title={t("keys.revokeTitle", { name: row.name })}
          description={t("keys.revokeText")}
          confirmLabel={label}
          destructive
          onConfirm={() => void fetcher.submit({ intent: "revoke", id: row.id }, { method: "post", action: "/settings/api-keys" })}
        />
      ) : null}
    </li>
  );
}
