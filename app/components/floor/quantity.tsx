import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import { cn } from "#app/components/ui/cn.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FloorSettings } from "./floor-settings.ts";
import { mainButtonClass, sideButtonClass } from "./floor-classes.ts";
import { AtFoot } from "./floor-frame.tsx";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] as const;
const mostDigits = 7;

type QuantityProps = { most: number | null; hand: FloorSettings["hand"]; onQty: (qty: number) => void };

/** One by one, by keys, or all of it. A count is blind: there is no "all", and it begins at nothing. */
export function Quantity({ most, hand, onQty }: QuantityProps) {
  const { t } = useTranslation("floor");
  const [typed, setTyped] = useState("");
  const qty = Number(typed || "0");
  const set = (next: number) => setTyped(String(Math.max(0, next)));
  return (
    <div className="grid gap-6">
      <div className={cn("grid grid-cols-[1fr_2fr_1fr] items-center gap-4", hand === "left" && "[direction:rtl]")}>
        <button type="button" className={sideButtonClass} onClick={() => set(qty - 1)}>
          <Minus aria-hidden className="size-8" />
          <span className="sr-only">{t("flow.less")}</span>
        </button>
        <output aria-live="polite" className="text-center font-mono text-[3.25rem] leading-none font-semibold">
          {qty}
        </output>
        <button type="button" className={sideButtonClass} onClick={() => set(qty + 1)}>
          <Plus aria-hidden className="size-8" />
          <span className="sr-only">{t("flow.more")}</span>
        </button>
      </div>
      <div className="grid grid-cols-5 gap-4">
        {digits.map((digit) => (
          <button
            key={digit}
            type="button"
            className={`${sideButtonClass} px-0 font-mono`}
            onClick={() => setTyped((known) => `${known}${digit}`.replace(/^0+(?=\d)/, "").slice(0, mostDigits))}
          >
            {digit}
          </button>
        ))}
      </div>
      {most === null ? null : (
        <button type="button" className={sideButtonClass} onClick={() => onQty(most)}>
          {t("flow.all", { count: most })}
        </button>
      )}
      <AtFoot>
        <button type="button" className={mainButtonClass} disabled={typed === ""} onClick={() => onQty(qty)}>
          {t("flow.confirm")}
        </button>
      </AtFoot>
    </div>
  );
}
