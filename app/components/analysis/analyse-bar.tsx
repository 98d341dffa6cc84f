import { ScanSearch, Square } from "lucide-react";
import { Form } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PointItem } from "./point-item.tsx";
import type { StreamState } from "./use-analysis-stream.ts";

type AnalyseButtonProps = { isFirst: boolean; isWorking: boolean; start: () => void };

/** Streams where scripts run; without them the form asks and leads to what came of it. */
export function AnalyseButton({ isFirst, isWorking, start }: AnalyseButtonProps) {
  const { t } = useTranslation("analysis");
  const isHydrated = useHydrated();
  return (
    <Form
      method="post"
      onSubmit={(event) => {
        if (!isHydrated) return;
        event.preventDefault();
        start();
      }}
    >
      <input type="hidden" name="intent" value="analyse" />
      <Button type="submit" variant="primary" icon={<ScanSearch aria-hidden />} loading={isWorking}>
        {t(isFirst ? "analyse" : "again")}
      </Button>
    </Form>
  );
}

/** Points as they arrive, with the way to stop; afterwards why it ended before its time. */
export function StreamCard({ state, currency, stop }: { state: StreamState; currency: string; stop: () => void }) {
  const { t } = useTranslation("analysis");
  if (state.kind === "idle") return null;
  return (
    <Card aria-live="polite">
      <CardBody>
        {state.kind === "working" ? (
          <Progress
            label={t("working", { count: state.points.length })}
            action={
              <Button size="sm" icon={<Square aria-hidden />} onClick={stop}>
                {t("stop")}
              </Button>
            }
          />
        ) : null}
        {state.kind === "stopped" ? <InlineAlert tone="info" title={t("stopped")} /> : null}
        {state.kind === "failed" ? (
          <InlineAlert tone="wrong" title={t("failed")}>
            {t("failedText")}
          </InlineAlert>
        ) : null}
      </CardBody>
      <ul aria-label={t("pointsList")}>
        {state.points.map((point) => (
          <PointItem key={point.key} point={point} currency={currency} />
        ))}
      </ul>
    </Card>
  );
}
