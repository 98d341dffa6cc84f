import { Check, PackageMinus, Undo2 } from "lucide-react";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { missingOf, type PackInput, type Packing, type Parcel } from "#app/domain/warehouse/floor/pack-flow.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { binClass, mainButtonClass, rowButtonClass, sideButtonClass } from "../floor-classes.ts";
import { FloorPage } from "../floor-frame.tsx";
import { ownTimeZone } from "../own-time-zone.ts";
import { Quantity } from "../quantity.tsx";
import { ScanHelp } from "../scan-help.tsx";
import { NeedsLive } from "./needs-live.tsx";
import { type StationProps, useStationScans } from "./station.ts";
import { usePacking } from "./use-packing.ts";

/** The packing bench: each of an order's goods is scanned into its box before it closes, then the carrier's code, and off. */
export function PackStation(props: StationProps) {
  const { t } = useTranslation("floor");
  const { zone, hand, bar, band, onListen, inOrder, onCode, onLeave } = props;
  const { packing, parcels, problem, found, showAll, input, scan } = usePacking(props);
  useStationScans(onListen, scan);
  if (packing === null) return <FloorPage title={t("loading")} bar={bar} />;
  const give = (given: PackInput) => inOrder(() => input(given));
  const { step, parcel } = packing;
  if (parcel === null || step === "order") {
    const shown = (parcels ?? []).filter(({ id }) => found === null || found.includes(id));
    return (
      <FloorPage title={`${t("stations.pack")}: ${t("pack.ask.order")}`} bar={bar} band={band}>
        <Waiting parcels={parcels === null ? null : shown} problem={problem} onChoose={(one) => give({ type: "parcel", parcel: one })} />
        {found === null ? null : (
          <button type="button" className={sideButtonClass} onClick={showAll}>
            {t("pack.showAll")}
          </button>
        )}
        <ScanHelp onCode={onCode} />
        <button type="button" className={sideButtonClass} onClick={() => onLeave()}>
          {t("stations.leave")}
        </button>
        <NeedsLive status={zone.status} />
      </FloorPage>
    );
  }
  const contents = <Contents packing={packing} parcel={parcel} onOut={(sku) => give({ type: "take-out", sku })} />;
  return (
    <FloorPage
      title={`${t("stations.pack")}: ${t(`pack.ask.${step}`)}`}
      bar={bar}
      band={band}
      foot={<Foot packing={packing} onInput={give} />}
    >
      <p>
        <span className="font-mono font-semibold">{parcel.orderRef}</span> · {parcel.channelName}
      </p>
      {step === "ship" && packing.tracking !== "" ? <p className={binClass}>{packing.tracking}</p> : null}
      {step === "items" ? contents : null}
      {step === "weight" ? <Quantity most={null} hand={hand} onQty={(grams) => give({ type: "weight", grams })} /> : null}
      {step === "weight" ? (
        <button type="button" className={sideButtonClass} onClick={() => give({ type: "skip" })}>
          {t("pack.noScale")}
        </button>
      ) : null}
      {step === "weight" ? contents : null}
      {step === "items" || step === "tracking" ? <ScanHelp onCode={onCode} /> : null}
      <button type="button" className={sideButtonClass} onClick={() => give({ type: "undo" })}>
        <Undo2 aria-hidden className="size-8" />
        {t(step === "items" || step === "tracking" ? "pack.other" : "flow.undo")}
      </button>
      <NeedsLive status={zone.status} />
    </FloorPage>
  );
}

type WaitingProps = { parcels: readonly Parcel[] | null; problem: string | null; onChoose: (parcel: Parcel) => void };

function Waiting({ parcels, problem, onChoose }: WaitingProps) {
  const { t } = useTranslation("floor");
  const locale = useLocale();
  if (parcels === null) return <p>{problem ?? t("pack.reading")}</p>;
  if (parcels.length === 0) return <p>{t("pack.none")}</p>;
  const until = (ms: number) => t("pack.shipBy", { time: formatDateTime(ms, { locale, timeZone: ownTimeZone() }) });
  return (
    <ul className="grid gap-4">
      {parcels.map((parcel) => {
        const { id, orderRef, channelName, state, isCalledOff, shipBy, lines } = parcel;
        const units = lines.reduce((sum, { qty }) => sum + qty, 0);
        return (
          <li key={id}>
            <button type="button" className={rowButtonClass} onClick={() => onChoose(parcel)}>
              <span className="grid">
                <span className="font-mono">{orderRef}</span>
                <span className="font-normal">{[channelName, shipBy === null ? "" : until(shipBy)].filter(Boolean).join(" · ")}</span>
              </span>
              <span className="font-normal">
                {isCalledOff ? t("pack.calledOff") : `${t("tasks.units", { count: units })} · ${t(`pack.state.${state}`)}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

type ContentsProps = { packing: Packing; parcel: Parcel; onOut: (sku: string) => void };

/** What belongs in the box; what is in it already has a sign of its own, not a colour alone, and can be taken out again. */
function Contents({ packing, parcel, onOut }: ContentsProps) {
  const { t } = useTranslation("floor");
  return (
    <ul aria-label={t("pack.contents")} className="grid gap-4">
      {parcel.lines.map((line) => {
        const missing = missingOf(packing, line);
        return (
          <li key={line.sku} className="flex flex-wrap items-center justify-between gap-4 rounded border-2 border-line-strong p-4">
            <span className="grid">
              <strong>{line.title}</strong>
              <span className="font-mono">{line.code}</span>
            </span>
            <span className="flex items-center gap-3 font-semibold">
              {missing === 0 ? <Check aria-hidden className="size-9 text-ok" strokeWidth={3} /> : null}
              {t("pack.seen", { count: line.qty - missing, total: line.qty })}
            </span>
            {missing === line.qty ? null : (
              <button
                type="button"
                className={`${sideButtonClass} w-full`}
                aria-label={`${t("pack.takeOut")}: ${line.title}`}
                onClick={() => onOut(line.sku)}
              >
                <PackageMinus aria-hidden className="size-8 shrink-0" />
                {t("pack.takeOut")}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Foot({ packing: { step, tracking }, onInput }: { packing: Packing; onInput: (input: PackInput) => void }) {
  const { t } = useTranslation("floor");
  if (step !== "tracking" && step !== "ship") return null;
  const texts = { tracking: t("pack.noCode"), ship: t(tracking === "" ? "pack.shipWithout" : "pack.ship") };
  return (
    <button
      type="button"
      className={step === "ship" ? mainButtonClass : `${sideButtonClass} w-full`}
      onClick={() => onInput({ type: "skip" })}
    >
      {texts[step]}
    </button>
  );
}
