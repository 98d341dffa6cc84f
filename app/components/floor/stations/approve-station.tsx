import { useState } from "react";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LiveZone } from "#party/warehouse-zone/state.ts";
import { binClass, mainButtonClass, sideButtonClass } from "../floor-classes.ts";
import { FloorPage } from "../floor-frame.tsx";
import { ownTimeZone } from "../own-time-zone.ts";
import { useUnsaid } from "../use-unsaid.ts";
import { NeedsLive } from "./needs-live.tsx";
import { type StationProps, useStationScans } from "./station.ts";
import { type Approval, useApprovals } from "./use-approvals.ts";

/** Corrections that are more than a picker decides, one at a time, for a manager who proved it by PIN. */
export function ApproveStation(props: StationProps) {
  const { t } = useTranslation("floor");
  const { zone, bar, band, state, judge, onListen, onLeave, inOrder } = props;
  const { approvals, problem, waiting, decide } = useApprovals(props);
  const [skipped, setSkipped] = useState(0);
  const unsaid = useUnsaid();
  useStationScans(onListen, (meaning) => judge("wrong", unsaid(meaning) ?? t("wrong.notHere")));
  const shown = approvals === null || approvals.length === 0 ? undefined : approvals[skipped % approvals.length];
  const leave = (
    <button type="button" className={sideButtonClass} onClick={() => onLeave()}>
      {t("stations.leave")}
    </button>
  );
  if (state.decides !== "now" || shown === undefined) {
    const none = approvals === null ? (problem ?? t("approve.reading")) : t("approve.none");
    return (
      <FloorPage title={t("stations.approve")} bar={bar} band={band}>
        {state.decides === "now" ? (
          <p>{none}</p>
        ) : (
          <>
            <p className="font-semibold">{t("approve.waiting", { count: waiting })}</p>
            <p>{t(state.decides === "by-pin" ? "approve.byPin" : "approve.never")}</p>
          </>
        )}
        {leave}
        <NeedsLive status={zone.status} />
      </FloorPage>
    );
  }
  const say = (how: Parameters<typeof decide>[1]) => () => inOrder(() => decide(shown, how));
  return (
    <FloorPage
      title={t("approve.title")}
      bar={bar}
      band={band}
      foot={
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <button type="button" className={sideButtonClass} onClick={say("refuse")}>
              {t("approve.refuse")}
            </button>
            <button type="button" className={sideButtonClass} onClick={say("count-again")}>
              {t("approve.countAgain")}
            </button>
          </div>
          <button type="button" className={mainButtonClass} onClick={say("approve")}>
            {t("approve.approve")}
          </button>
        </>
      }
    >
      <Subject approval={shown} zone={zone} />
      {(approvals?.length ?? 0) > 1 ? (
        <button type="button" className={sideButtonClass} onClick={() => setSkipped(skipped + 1)}>
          {t("approve.next", { count: (approvals?.length ?? 1) - 1 })}
        </button>
      ) : null}
      {leave}
      <NeedsLive status={zone.status} />
    </FloorPage>
  );
}

function Subject({ approval, zone }: { approval: Approval; zone: LiveZone }) {
  const { t } = useTranslation("floor");
  const locale = useLocale();
  const { binId, askedBy, createdAt, corrections } = approval;
  const time = formatDateTime(createdAt, { locale, timeZone: ownTimeZone() });
  return (
    <div className="grid gap-4">
      <p className={binClass}>{zone.bins.get(binId)?.code ?? binId}</p>
      <p>{askedBy === null ? time : t("refused.by", { name: askedBy, time })}</p>
      <ul className="grid gap-4">
        {corrections.map(({ sku, lot, plate, status, delta, onBooks }) => (
          <li key={`${sku} ${lot} ${plate} ${status}`} className="grid gap-2 rounded border-2 border-line-strong p-4">
            <p>
              <strong>{zone.items.get(sku)?.title ?? sku}</strong> {lot === "" ? "" : `· ${t("flow.lot")} ${lot}`}
            </p>
            <p>{t("approve.change", { before: onBooks, after: onBooks + delta })}</p>
            <p className="font-semibold">
              {delta > 0 ? t("approve.moreUnits", { count: delta }) : t("approve.fewerUnits", { count: -delta })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
