import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { failureOf, namedNothing } from "#app/domain/channels/notice-outcome.ts";
import type { NoticeRow } from "#app/domain/channels/read-channel.server.ts";

export function NoticesCard({ notices }: { notices: readonly NoticeRow[] }) {
  const { t } = useTranslation("channels");
  function outcomeOf({ handledAt, outcome }: NoticeRow): string {
    if (handledAt === null) return t("arrivals.waiting");
    const reason = failureOf(outcome);
    if (reason !== undefined) return t("arrivals.failed", { reason });
    return t(outcome === namedNothing ? "arrivals.nothing" : "arrivals.read");
  }
  return (
    <Card>
      <CardHeader title={t("arrivals.title")} description={t("arrivals.text")} />
      {notices.length === 0 ? (
        <CardBody className="text-muted">{t("arrivals.empty")}</CardBody>
      ) : (
        <Table label={t("arrivals.title")}>
          <thead>
            <tr>
              <Th>{t("arrivals.about")}</Th>
              <Th>{t("arrivals.arrived")}</Th>
              <Th>{t("arrivals.outcome")}</Th>
            </tr>
          </thead>
          <tbody>
            {notices.map((notice) => (
              <Tr key={notice.id}>
                <Td>
                  <span className="mr-2">{notice.topic}</span>
                  <CodeTag value={notice.about} />
                </Td>
                <Td>
                  <RelativeTime ms={notice.receivedAt} className="whitespace-nowrap" />
                </Td>
                <Td className="break-words">{outcomeOf(notice)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
