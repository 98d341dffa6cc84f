import { ArrowRightLeft, PackageMinus, PackagePlus, Undo2 } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PlateInput, PlateWork } from "#app/domain/warehouse/floor/plate-flow.ts";
import type { LiveZone } from "#party/warehouse-zone/state.ts";
import { binClass, mainButtonClass, sideButtonClass } from "../floor-classes.ts";
import { FloorPage } from "../floor-frame.tsx";
import { Quantity } from "../quantity.tsx";
import { ScanHelp } from "../scan-help.tsx";
import { TextAnswer } from "../text-answer.tsx";
import { NeedsLive } from "./needs-live.tsx";
import { type StationProps, useStationScans } from "./station.ts";
import { type SeenPlate, usePlateWork } from "./use-plate-work.ts";

/** Pallets, totes and boxes with a name: what stands on them moves with them. */
export function PlateStation(props: StationProps & { first: string | null }) {
  const { t } = useTranslation("floor");
  const { zone, hand, bar, band, onListen, inOrder, onCode, onLeave } = props;
  const { work, seen, input, scan, begin } = usePlateWork(props);
  useStationScans(onListen, scan);
  if (work === null) return <FloorPage title={t("loading")} bar={bar} />;
  const give = (given: PlateInput) => inOrder(() => input(given));
  const { step } = work;
  const isFirst = step === "plate";
  const doing = step === "to" ? "move" : work.doing;
  return (
    <FloorPage
      title={`${doing === null ? t("stations.plates") : t(`plate.doing.${doing}`)}: ${t(`plate.ask.${step}`)}`}
      bar={bar}
      band={band}
      foot={<Foot work={work} onInput={give} onBegin={() => inOrder(begin)} />}
    >
      <Subject work={work} seen={seen} zone={zone} />
      {step === "lot" ? (
        <TextAnswer label={t("flow.lot")} button={t("flow.take")} maxLength={40} onText={(lot) => give({ type: "lot", lot })} />
      ) : null}
      {step === "qty" ? <Quantity most={null} hand={hand} onQty={(qty) => give({ type: "qty", qty })} /> : <ScanHelp onCode={onCode} />}
      <button type="button" className={sideButtonClass} onClick={isFirst ? () => onLeave() : () => give({ type: "undo" })}>
        {isFirst || step === "menu" ? null : <Undo2 aria-hidden className="size-8" />}
        {isFirst ? t("stations.leave") : t(step === "menu" ? "plate.other" : "flow.undo")}
      </button>
      <NeedsLive status={zone.status} />
    </FloorPage>
  );
}

/** Which plate, where it stands, and what is on it: never how many, which people count. */
function Subject({ work, seen, zone }: { work: PlateWork; seen: SeenPlate | null; zone: LiveZone }) {
  const { t } = useTranslation("floor");
  const { plate, binId, sku, lot, qty, serials, step } = work;
  const titleOf = (id: string) => zone.items.get(id)?.title ?? id;
  if (plate === "") return <p>{t("plate.intro")}</p>;
  const place = binId === null ? null : (zone.bins.get(binId)?.code ?? binId);
  const isKnown = step === "menu" && seen?.id === plate;
  return (
    <div className="grid gap-3">
      <p className={binClass}>{plate}</p>
      {place === null ? null : <p>{t("plate.standsIn", { bin: place })}</p>}
      {step === "begin" ? <p>{t("plate.isNew")}</p> : null}
      {isKnown && seen.parent !== null ? <p>{t("plate.inPlate", { plate: seen.parent })}</p> : null}
      {isKnown && seen.plates.length > 0 ? <p>{t("plate.holds", { plates: seen.plates.join(", ") })}</p> : null}
      {isKnown && seen.goods.length === 0 && seen.plates.length === 0 ? <p>{t("plate.empty")}</p> : null}
      {isKnown && seen.goods.length > 0 ? (
        <section className="grid gap-2">
          <h2 className="font-semibold">{t("plate.goods")}</h2>
          <ul aria-label={t("plate.goods")} className="grid gap-2">
            {seen.goods.map((line) => (
              <li key={`${line.sku} ${line.lot}`}>
                {titleOf(line.sku)} {line.lot === "" ? "" : `· ${t("flow.lot")} ${line.lot}`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {sku === "" ? null : (
        <p>
          <strong>{titleOf(sku)}</strong>
          {lot === "" ? null : ` · ${t("flow.lot")} ${lot}`}
          {qty > 0 ? ` · ${t("tasks.units", { count: qty })}` : null}
        </p>
      )}
      {step === "serials" ? <p>{t("receive.serials", { count: serials.length })}</p> : null}
    </div>
  );
}

type FootProps = { work: PlateWork; onInput: (input: PlateInput) => void; onBegin: () => void };

function Foot({ work: { step, serials }, onInput, onBegin }: FootProps) {
  const { t } = useTranslation("floor");
  if (step === "plate") {
    return (
      <button type="button" className={mainButtonClass} onClick={onBegin}>
        {t("plate.new")}
      </button>
    );
  }
  if (step === "menu") {
    return (
      <>
        <div className="grid gap-4 sm:grid-cols-2">
          <button type="button" className={sideButtonClass} onClick={() => onInput({ type: "choose", doing: "put-on" })}>
            <PackagePlus aria-hidden className="size-8 shrink-0" />
            {t("plate.putOn")}
          </button>
          <button type="button" className={sideButtonClass} onClick={() => onInput({ type: "choose", doing: "take-off" })}>
            <PackageMinus aria-hidden className="size-8 shrink-0" />
            {t("plate.takeOff")}
          </button>
        </div>
        <button type="button" className={mainButtonClass} onClick={() => onInput({ type: "choose", doing: "move" })}>
          <ArrowRightLeft aria-hidden className="size-9 shrink-0" />
          {t("plate.move")}
        </button>
      </>
    );
  }
  if (step !== "source" && (step !== "serials" || serials.length === 0)) return null;
  return (
    <button type="button" className={mainButtonClass} onClick={() => onInput({ type: "skip" })}>
      {step === "source" ? t("plate.beside") : t("flow.finish")}
    </button>
  );
}
