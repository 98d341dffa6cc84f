import { PackageX, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#app/components/ui/cn.ts";
import { type Flow, shortReasons, type Step } from "#app/domain/warehouse/floor/flow-state.ts";
import type { FlowInput } from "#app/domain/warehouse/floor/flow-step.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LiveZone } from "#party/warehouse-zone/state.ts";
import type { FloorSettings } from "./floor-settings.ts";
import { binClass, mainButtonClass, sideButtonClass } from "./floor-classes.ts";
import { FloorPage } from "./floor-frame.tsx";
import { Quantity } from "./quantity.tsx";
import { ScanHelp } from "./scan-help.tsx";
import { TextAnswer } from "./text-answer.tsx";

type FlowScreenProps = {
  flow: Flow;
  zone: LiveZone;
  hand: FloorSettings["hand"];
  bar: ReactNode;
  band: ReactNode;
  onInput: (input: FlowInput) => void;
  onCode: (raw: string) => void;
  onGiveBack: () => void;
};

const scanned: ReadonlySet<Step> = new Set(["from", "item", "serials", "to", "goods", "lot"]);

/** One question, the answer to which is a scan, a number or one of a few buttons. */
export function FlowScreen({ flow, zone, hand, bar, band, onInput, onCode, onGiveBack }: FlowScreenProps) {
  const { t } = useTranslation("floor");
  const { step, task } = flow;
  const isFirst = step === "from";
  return (
    <FloorPage
      title={`${t(`kinds.${task.kind}`)}: ${t(`ask.${step}`)}`}
      bar={bar}
      band={band}
      foot={<Foot flow={flow} onInput={onInput} />}
    >
      <Subject flow={flow} zone={zone} />
      <Answer key={`${step} ${flow.lines.length}`} flow={flow} hand={hand} onInput={onInput} />
      {scanned.has(step) ? <ScanHelp onCode={onCode} /> : null}
      <div className={cn("flex flex-wrap gap-4", hand === "right" && "flex-row-reverse")}>
        <button type="button" className={`${sideButtonClass} grow`} onClick={isFirst ? onGiveBack : () => onInput({ type: "undo" })}>
          {isFirst ? null : <Undo2 aria-hidden className="size-8" />}
          {isFirst ? t("flow.giveBack") : t("flow.undo")}
        </button>
      </div>
    </FloorPage>
  );
}

/** Where to go, and what it is about. Of a count it says the bin, and nothing of what the books expect there. */
function Subject({ flow, zone }: { flow: Flow; zone: LiveZone }) {
  const { t } = useTranslation("floor");
  const { step, task, counting, serials } = flow;
  const binId = step === "to" ? task.toBin : task.fromBin;
  const item = zone.items.get(counting?.sku ?? task.sku ?? "");
  const lot = counting?.lot ?? task.lot;
  return (
    <div className="grid gap-3">
      <p className={binClass}>{zone.bins.get(binId ?? "")?.code ?? binId}</p>
      {item === undefined ? null : (
        <p>
          <strong>{item.title}</strong> <span className="font-mono">{item.code}</span>
          {lot === "" ? null : ` · ${t("flow.lot")} ${lot}`}
          {task.plate === "" || step === "to" ? null : ` · ${t("plate.name", { plate: task.plate })}`}
        </p>
      )}
      {task.kind === "count" ? null : (
        <p className="text-[2rem] leading-tight font-semibold">{t("tasks.units", { count: flow.qty > 0 ? flow.qty : task.qty })}</p>
      )}
      {step === "serials" ? <p>{t("flow.serialsDone", { count: serials.length, total: task.qty })}</p> : null}
      {step === "goods" && flow.lines.length > 0 ? (
        <div className="grid gap-2">
          <h2 className="font-semibold">{t("flow.counted")}</h2>
          <ul>
            {flow.lines.map((line) => (
              <li key={`${line.sku} ${line.lot}`}>
                {line.qty} × {zone.items.get(line.sku)?.title ?? line.sku} {line.lot}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

type AnswerProps = { flow: Flow; hand: FloorSettings["hand"]; onInput: (input: FlowInput) => void };

function Answer({ flow, hand, onInput }: AnswerProps) {
  const { t } = useTranslation("floor");
  const { step, task } = flow;
  if (step === "qty") return <Quantity most={task.qty} hand={hand} onQty={(qty) => onInput({ type: "qty", qty })} />;
  if (step === "count-qty") return <Quantity most={null} hand={hand} onQty={(qty) => onInput({ type: "qty", qty })} />;
  if (step === "lot") {
    return <TextAnswer label={t("flow.lot")} button={t("flow.take")} maxLength={40} onText={(lot) => onInput({ type: "lot", lot })} />;
  }
  if (step !== "short") return null;
  return (
    <div className="grid gap-4">
      {shortReasons.map((reason) => (
        <button key={reason} type="button" className={sideButtonClass} onClick={() => onInput({ type: "short", reason })}>
          {t(`short.${reason}`)}
        </button>
      ))}
    </div>
  );
}

/** What ends the question where a scan does not. */
function Foot({ flow, onInput }: Omit<AnswerProps, "hand">) {
  const { t } = useTranslation("floor");
  const { step, task, serials, lines } = flow;
  if (step === "goods" || (step === "serials" && serials.length > 0)) {
    return (
      <button type="button" className={mainButtonClass} onClick={() => onInput({ type: "finish" })}>
        {step === "goods" && lines.length === 0 ? t("flow.nothing") : t("flow.finish")}
      </button>
    );
  }
  if (task.kind !== "pick" || (step !== "from" && step !== "item")) return null;
  return (
    <button
      type="button"
      className={mainButtonClass}
      onClick={() => onInput({ type: "scan", meaning: { kind: "command", command: "SHORT" } })}
    >
      <PackageX aria-hidden className="size-9" />
      {t("flow.problem")}
    </button>
  );
}
