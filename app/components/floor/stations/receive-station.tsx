import { ArrowRight, Undo2 } from "lucide-react";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Receiving, ReceiveInput } from "#app/domain/warehouse/floor/receive-flow.ts";
import { pickedFrom } from "#app/domain/warehouse/ledger/facts.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LiveZone } from "#party/warehouse-zone/state.ts";
import { CameraScan } from "../camera-scan.tsx";
import { binClass, mainButtonClass, sideButtonClass } from "../floor-classes.ts";
import { FloorPage } from "../floor-frame.tsx";
import { Quantity } from "../quantity.tsx";
import { ScanHelp } from "../scan-help.tsx";
import { TextAnswer } from "../text-answer.tsx";
import { NeedsLive } from "./needs-live.tsx";
import { type StationProps, useStationScans } from "./station.ts";
import { type Booked, useReceiving } from "./use-receiving.ts";

const scanned: ReadonlySet<Receiving["step"]> = new Set(["item", "serials", "plate", "bin"]);

/** Goods that come in: one question a screen, and at the end the way to their shelf. */
export function ReceiveStation(props: StationProps) {
  const { t } = useTranslation("floor");
  const { zone, hand, bar, band, onListen, inOrder, onCode, onLeave } = props;
  const { receiving, booked, input, scan } = useReceiving(props);
  useStationScans(onListen, scan);
  if (receiving === null) return <FloorPage title={t("loading")} bar={bar} />;
  if (booked !== null && receiving.step === "item") return <BookedScreen {...props} booked={booked} />;
  const give = (given: ReceiveInput) => inOrder(() => input(given));
  const { step } = receiving;
  return (
    <FloorPage
      title={`${t("stations.receive")}: ${t(`receive.ask.${step}`)}`}
      bar={bar}
      band={band}
      foot={<Foot receiving={receiving} onInput={give} />}
    >
      <Subject receiving={receiving} zone={zone} />
      <Answer key={step} receiving={receiving} hand={hand} onInput={give} />
      {scanned.has(step) ? <ScanHelp onCode={onCode} /> : null}
      {step === "lot" || step === "expiry" ? <CameraScan onScan={onCode} /> : null}
      <button type="button" className={sideButtonClass} onClick={step === "item" ? () => onLeave() : () => give({ type: "undo" })}>
        {step === "item" ? null : <Undo2 aria-hidden className="size-8" />}
        {step === "item" ? t("stations.leave") : t("flow.undo")}
      </button>
      <NeedsLive status={zone.status} />
    </FloorPage>
  );
}

function Subject({ receiving, zone }: { receiving: Receiving; zone: LiveZone }) {
  const { t } = useTranslation("floor");
  const locale = useLocale();
  const { item, lot, expiresOn, qty, plate, serials, step } = receiving;
  if (item === null) return null;
  const day = expiresOn === null ? "" : formatDateTime(Date.parse(`${expiresOn}T00:00:00Z`), { locale, timeZone: "UTC", style: "date" });
  const docks = [...zone.bins.values()].filter(({ kind }) => kind === "receiving" || kind === "staging").slice(0, 4);
  return (
    <div className="grid gap-3">
      <p>
        <strong>{item.title}</strong> <span className="inline-block font-mono">{item.code}</span>
      </p>
      {lot === "" && day === "" ? null : (
        <p>{[lot === "" ? "" : `${t("flow.lot")} ${lot}`, day === "" ? "" : t("receive.until", { day })].filter(Boolean).join(" · ")}</p>
      )}
      {qty > 0 ? <p>{t("tasks.units", { count: qty })}</p> : null}
      {plate === "" ? null : <p>{t("plate.name", { plate })}</p>}
      {step === "serials" ? <p>{t("receive.serials", { count: serials.length })}</p> : null}
      {step === "bin" && docks.length > 0 ? <p>{t("receive.docks", { codes: docks.map(({ code }) => code).join(", ") })}</p> : null}
    </div>
  );
}

type AnswerProps = { receiving: Receiving; hand: StationProps["hand"]; onInput: (input: ReceiveInput) => void };

function Answer({ receiving, hand, onInput }: AnswerProps) {
  const { t } = useTranslation("floor");
  switch (receiving.step) {
    case "lot":
      return <TextAnswer label={t("flow.lot")} button={t("flow.take")} maxLength={40} onText={(lot) => onInput({ type: "lot", lot })} />;
    case "expiry":
      return (
        <TextAnswer label={t("receive.day")} button={t("receive.takeDay")} type="date" onText={(day) => onInput({ type: "expiry", day })} />
      );
    case "qty":
      return <Quantity most={receiving.labelQty} hand={hand} onQty={(qty) => onInput({ type: "qty", qty })} />;
    default:
      return null;
  }
}

/** What ends the question where there is nothing to scan. */
function Foot({ receiving: { step, serials }, onInput }: Omit<AnswerProps, "hand">) {
  const { t } = useTranslation("floor");
  const texts = { expiry: t("receive.noDay"), plate: t("receive.noPlate"), serials: t("flow.finish") };
  if (step !== "expiry" && step !== "plate" && (step !== "serials" || serials.length === 0)) return null;
  return (
    <button type="button" className={mainButtonClass} onClick={() => onInput({ type: "skip" })}>
      {texts[step]}
    </button>
  );
}

/** Booked; the next thing is one press away, or the next goods one scan. */
function BookedScreen({ booked, zone, bar, band, onLeave, onCode }: StationProps & { booked: Booked }) {
  const { t } = useTranslation("floor");
  const { putAway } = booked;
  const codeOf = (id: string) => zone.bins.get(id)?.code ?? id;
  const kind = zone.bins.get(booked.binId)?.kind;
  const isOnShelf = kind !== undefined && pickedFrom.has(kind);
  const isThere = putAway !== null && zone.tasks.has(putAway.taskId);
  return (
    <FloorPage
      title={t("receive.booked")}
      bar={bar}
      band={band}
      foot={
        putAway === null ? null : (
          <button type="button" className={mainButtonClass} disabled={!isThere} onClick={() => onLeave(putAway.taskId)}>
            {t("receive.putAway", { bin: codeOf(putAway.toBin) })}
            <ArrowRight aria-hidden className="size-9 shrink-0" />
          </button>
        )
      }
    >
      <p className={binClass}>{codeOf(booked.binId)}</p>
      <p>
        <strong>{booked.title}</strong> · {t("tasks.units", { count: booked.qty })}
      </p>
      <p>{putAway === null ? t(isOnShelf ? "receive.onShelf" : "receive.noHome") : t("receive.home", { bin: codeOf(putAway.toBin) })}</p>
      <p>{t("receive.more")}</p>
      <ScanHelp onCode={onCode} />
      <button type="button" className={sideButtonClass} onClick={() => onLeave()}>
        {t("stations.leave")}
      </button>
    </FloorPage>
  );
}
