import { type ReactNode, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { PopoverPanel } from "#app/components/ui/popover-panel.tsx";
import type { When } from "#app/domain/metrics/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isDay, nextDay } from "#app/platform/zoned-days.ts";
import type { ChipMenuProps } from "../query-chips.tsx";
import { rolling } from "../refine.ts";
import { useQueryWords } from "../use-query-words.ts";

const presets: readonly When[] = [
  rolling("day", 1, "this"),
  rolling("day", 1),
  rolling("day", 7),
  rolling("day", 30),
  rolling("day", 90),
  rolling("week", 1, "this"),
  rolling("week", 1),
  rolling("month", 1, "this"),
  rolling("month", 1),
  rolling("quarter", 1, "this"),
  rolling("year", 1, "this"),
  rolling("year", 1),
];
const dayMs = 86_400_000;

type WhenOverlayProps = { when: When | null; onChoose: (when: When) => void; trigger: ReactNode };

export function WhenPanel({ query, onRefine, trigger }: ChipMenuProps & { trigger: ReactNode }) {
  return <WhenOverlay when={query.when} onChoose={(when) => onRefine({ ...query, when })} trigger={trigger} />;
}

/** A stretch that moves with today, or two days of the calendar. */
export function WhenOverlay({ when, onChoose, trigger }: WhenOverlayProps) {
  const [isOpen, setOpen] = useState(true);
  function choose(next: When) {
    setOpen(false);
    onChoose(next);
  }
  return (
    <PopoverPanel trigger={trigger} open={isOpen} onOpenChange={setOpen}>
      <WhenChoices when={when} onChoose={choose} />
    </PopoverPanel>
  );
}

type WhenChoicesProps = { when: When | null; onChoose: (when: When) => void };

function WhenChoices({ when, onChoose }: WhenChoicesProps) {
  const { t } = useTranslation("answers");
  const say = useQueryWords();
  // What nobody has worked out yet is no day to begin with.
  const known = when === null || when.from.startsWith("1970") ? undefined : when;
  const [from, setFrom] = useState(known?.from.slice(0, 10) ?? "");
  const [until, setUntil] = useState(known === undefined ? "" : lastDay(known.to));
  const isFit = isDay(from) && isDay(until) && from <= until;
  const chosen = JSON.stringify(when?.rolling ?? null);
  return (
    <div className="grid gap-3">
      <ul className="grid grid-cols-2 gap-1">
        {presets.map((preset) => (
          <li key={JSON.stringify(preset.rolling)}>
            <Button
              size="sm"
              variant="ghost"
              className="w-full justify-start"
              aria-pressed={JSON.stringify(preset.rolling) === chosen}
              onClick={() => onChoose(preset)}
            >
              {preset.rolling === null ? null : <span className="first-letter:uppercase">{say.rollingText(preset.rolling)}</span>}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="grid grid-cols-2 gap-2 border-t border-line pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isFit) onChoose({ from, to: nextDay(until), rolling: null });
        }}
      >
        <Field label={t("query.from")}>
          <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field label={t("query.until")}>
          <Input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </Field>
        <Button type="submit" size="sm" className="col-span-2" aria-disabled={!isFit || undefined}>
          {t("query.apply")}
        </Button>
      </form>
    </div>
  );
}

/** A stretch ends before its `to`; people name its last day. */
function lastDay(to: string): string {
  const ms = Date.parse(`${to.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(ms)) return "";
  return to.length > 10 ? to.slice(0, 10) : new Date(ms - dayMs).toISOString().slice(0, 10);
}
