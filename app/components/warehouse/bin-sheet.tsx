import { useState } from "react";
import { BinLabel } from "#app/components/labels/bin-label.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { Sheet } from "#app/components/ui/sheet.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BinView, ItemView, TaskView } from "#party/warehouse-zone/protocol.ts";
import { CountForm } from "./count-form.tsx";
import { LineForm } from "./line-form.tsx";
import { useZoneForm, type ZoneForm } from "./use-zone-form.tsx";

type Right = { work: boolean; manage: boolean };
type BinSheetProps = {
  bin: BinView | undefined;
  items: ReadonlyMap<string, ItemView>;
  tasks: readonly TaskView[];
  may: Right;
  close: () => void;
};

/** One bin beside the map: what lies in it, and what can be done about it. It changes while one looks. */
export function BinSheet({ bin, items, tasks, may, close }: BinSheetProps) {
  const { t } = useTranslation("warehouse");
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const done = () => setChosen(null);
  // Here and not with their lines: what is moved away whole is gone before the answer comes.
  const forms = {
    move: useZoneForm("move", done),
    adjust: useZoneForm("adjust", done),
    plan: useZoneForm("plan-count"),
    count: useZoneForm("count"),
  };
  if (bin === undefined) return null;
  const units = bin.lines.reduce((sum, line) => sum + line.qty, 0);
  const state = bin.capacityUnits === null ? t("binUnits", { count: units }) : t("binOf", { units, capacity: bin.capacityUnits });
  const counting = tasks.find((task) => task.kind === "count" && task.fromBin === bin.id);
  const isCounted = counting !== undefined && may.work;
  return (
    <Sheet
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      title={<span className="font-mono">{bin.code}</span>}
      description={isCounted ? t("countPlannedHere") : `${t(`kinds.${bin.kind}`)} · ${state}`}
    >
      {isCounted ? (
        <CountForm bin={bin} taskId={counting.id} items={items} form={forms.count} />
      ) : (
        <div className="grid gap-5">
          {bin.lines.length === 0 ? <p className="text-muted">{t("binEmpty")}</p> : null}
          <ul className="grid gap-4">
            {bin.lines.map((line) => (
              <li key={nameOf(line)} className="grid gap-2 rounded border border-line p-4">
                <LineFacts line={line} item={items.get(line.sku)} />
                {may.work && chosen?.line !== nameOf(line) ? (
                  <LineActs choose={(intent) => setChosen({ intent, line: nameOf(line) })} />
                ) : null}
                {chosen?.line === nameOf(line) ? (
                  <LineForm intent={chosen.intent} form={forms[chosen.intent]} binId={bin.id} line={line} close={done} />
                ) : null}
              </li>
            ))}
          </ul>
          {may.manage && counting === undefined ? <CountButton bin={bin} form={forms.plan} /> : null}
          <BinLabel code={bin.code} />
        </div>
      )}
    </Sheet>
  );
}

type Line = BinView["lines"][number];
type Chosen = { intent: "move" | "adjust"; line: string };

const nameOf = ({ sku, lot, plate, status }: Line) => `${sku} ${lot} ${plate} ${status}`;

function LineFacts({ line, item }: { line: Line; item: ItemView | undefined }) {
  const { t } = useTranslation("warehouse");
  const facts = [
    line.lot === "" ? null : t("lot", { lot: line.lot }),
    line.plate === "" ? null : t("plate", { plate: line.plate }),
    line.status === "available" ? null : t(`statuses.${line.status}`),
    line.reserved === 0 ? null : `${t("reserved")}: ${line.reserved}`,
  ].filter((fact) => fact !== null);
  return (
    <>
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{item?.title ?? line.sku}</span>
        <span className="text-lg font-semibold tabular-nums">{line.qty}</span>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <CodeTag value={item?.code ?? line.sku} /> {facts.join(" · ")}
      </p>
    </>
  );
}

function LineActs({ choose }: { choose: (intent: Chosen["intent"]) => void }) {
  const { t } = useTranslation("warehouse");
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" onClick={() => choose("move")}>
        {t("move")}
      </Button>
      <Button size="sm" onClick={() => choose("adjust")}>
        {t("correct")}
      </Button>
    </div>
  );
}

function CountButton({ bin, form }: { bin: BinView; form: ZoneForm }) {
  const { t } = useTranslation("warehouse");
  const { fetcher, hidden, error } = form;
  return (
    <fetcher.Form method="post" className="grid gap-2">
      {hidden}
      <input type="hidden" name="binId" value={bin.id} />
      {error === undefined ? null : <p className="text-sm text-wrong">{error}</p>}
      <Button type="submit" className="justify-self-start" loading={fetcher.state !== "idle"}>
        {t("countBin")}
      </Button>
    </fetcher.Form>
  );
}
