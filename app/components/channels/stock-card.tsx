import { Link, useFetcher } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { StockDrift } from "#app/domain/catalog/read-stock-drift.server.ts";
import type { Page } from "#app/domain/paging.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useDriftWords } from "./use-drift-words.ts";

type Answer = { ok: true; intent: string } | { ok: false; error: string };
type Props = { isFollowing: boolean; mayWrite: boolean; drift: Page<StockDrift> | null };

/** Whether a channel follows the warehouses, and where it shows another number than can be sold. */
export function StockCard({ isFollowing, mayWrite, drift }: Props) {
  const { t } = useTranslation("channels");
  const intent = isFollowing ? "stock-off" : "stock-on";
  const fetcher = useFetcher<Answer>();
  useAnswer(fetcher, (answer) => {
    if (answer.ok) toast.ok(t(`done.${answer.intent as "stock-on"}`));
    else toast.wrong(answer.error);
  });
  return (
    <Card>
      <CardHeader
        title={t("stock.title")}
        description={t(isFollowing ? "stock.on" : "stock.off")}
        action={
          mayWrite ? (
            <fetcher.Form method="post">
              <input type="hidden" name="intent" value={intent} />
              <Button type="submit" variant={isFollowing ? "secondary" : "primary"} loading={fetcher.state !== "idle"}>
                {t(isFollowing ? "stock.turnOff" : "stock.turnOn")}
              </Button>
            </fetcher.Form>
          ) : null
        }
      />
      {drift === null ? null : <DriftTable drift={drift} />}
    </Card>
  );
}

function DriftTable({ drift }: { drift: Page<StockDrift> }) {
  const { t } = useTranslation("channels");
  const locale = useLocale();
  const words = useDriftWords();
  if (drift.data.length === 0) return <CardBody className="text-muted">{t("stock.same")}</CardBody>;
  const next = drift.nextCursor;
  return (
    <>
      <Table label={t("stock.differences")}>
        <thead>
          <tr>
            <Th>{t("stock.listing")}</Th>
            <Th align="end">{t("stock.available")}</Th>
            <Th align="end">{t("stock.shown")}</Th>
            <Th>{t("stock.why")}</Th>
            <Th>{t("stock.since")}</Th>
          </tr>
        </thead>
        <tbody>
          {drift.data.map((one) => (
            <Tr key={one.id}>
              <Td>
                <Link to={`/listings/${one.id}`} className="font-semibold underline-offset-4 hover:underline">
                  {one.title}
                </Link>
                <span className="block text-sm text-muted">{[one.modelName, one.sku].filter(Boolean).join(" · ")}</span>
              </Td>
              <Td align="end" className="tabular-nums">
                {one.available === null ? "–" : formatNumber(one.available, locale)}
              </Td>
              <Td align="end" className="tabular-nums">
                {formatNumber(one.shown, locale)}
              </Td>
              <Td className="break-words">
                {one.reason === null ? null : words(one.reason)}
                {one.vendorText === null ? null : <span className="block text-sm text-muted">{one.vendorText}</span>}
                {one.retryAt === null ? null : (
                  <span className="block text-sm text-muted">
                    {t("stock.retry")} <RelativeTime ms={one.retryAt} />
                  </span>
                )}
              </Td>
              <Td>
                <RelativeTime ms={one.since} className="whitespace-nowrap" />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <ListFooter nextCursor={next} name="stockAfter" />
    </>
  );
}
