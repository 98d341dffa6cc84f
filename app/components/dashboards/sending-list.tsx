import { StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import type { SendingState } from "#app/domain/artifacts/kinds.ts";
import type { Sending } from "#app/domain/artifacts/schedule-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const tones: Record<SendingState, StateTone> = { waiting: "info", sent: "ok", withheld: "watch", failed: "wrong" };

/** Each mail of a schedule, and why one was not sent. */
export function SendingList({ sendings }: { sendings: readonly Sending[] }) {
  const { t } = useTranslation("dashboards");
  return (
    <Card>
      <CardHeader title={t("mail.history")} />
      {sendings.length === 0 ? (
        <p className="p-5 text-muted">{t("mail.historyEmpty")}</p>
      ) : (
        <Table label={t("mail.history")}>
          <thead>
            <tr>
              <Th>{t("mail.when")}</Th>
              <Th>{t("mail.who")}</Th>
              <Th>{t("mail.what")}</Th>
            </tr>
          </thead>
          <tbody>
            {sendings.map(({ id, userName, dueAt, state, reason, createdAt }) => (
              <Tr key={id}>
                <Td>
                  <DateTime ms={createdAt} />
                  {dueAt === null ? <span className="text-muted"> · {t("mail.atOnce")}</span> : null}
                </Td>
                <Td>
                  <bdi>{userName}</bdi>
                </Td>
                <Td>
                  <StateBadge tone={tones[state]}>{t(`mail.sendings.${state}`)}</StateBadge>
                  {reason === null ? null : <span className="ml-2 text-sm text-muted">{t(`mail.reasons.${reason}`)}</span>}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
