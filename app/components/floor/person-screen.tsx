import { Delete } from "lucide-react";
import { useEffect, useState } from "react";
import { useFetcher } from "react-router";
import { readScan } from "#app/domain/warehouse/barcodes/read-scan.ts";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { mainButtonClass, sideButtonClass } from "./floor-classes.ts";
import { FloorPage, FloorProblem } from "./floor-frame.tsx";
import type { FloorAnswer } from "./floor-types.ts";
import { useProblemText } from "./use-problem-text.ts";
import { useScanner } from "./use-scanner.ts";
import { WaitingWork } from "./waiting-work.tsx";

type Person = { id: string; name: string };

const pinLength = 6;

/** A badge says at once who it is; without one, a name and its PIN. */
export function PersonScreen({ deviceName, people }: { deviceName: string; people: readonly Person[] }) {
  const { t } = useTranslation("floor");
  const fetcher = useFetcher<FloorAnswer>();
  const [person, setPerson] = useState<Person | null>(null);
  // A press before the scripts are there would be lost without a word.
  const isHydrated = useHydrated();
  const problem = useProblemText(fetcher.data, person === null ? "badge" : "pin");
  const post = (fields: Record<string, string>) =>
    void fetcher.submit({ intent: "unlock", ...fields }, { method: "post", action: "/floor" });
  useScanner((raw) => {
    const scan = readScan(raw, { thisYear: new Date().getFullYear() });
    post({ way: "badge", badge: scan.kind === "badge" ? scan.secret : raw.slice(0, 64) });
  });
  if (person !== null) {
    return (
      <PinPad
        person={person}
        isBusy={fetcher.state !== "idle"}
        problem={problem}
        onPin={(pin) => post({ way: "pin", userId: person.id, pin })}
        onBack={() => setPerson(null)}
      />
    );
  }
  return (
    <FloorPage title={t("person.title")}>
      <p className="text-muted">{deviceName}</p>
      <WaitingWork />
      <p>{people.length === 0 ? t("person.nobody") : t("person.badge")}</p>
      <FloorProblem text={problem} />
      <ul className="grid gap-4">
        {people.map((one) => (
          <li key={one.id}>
            <button type="button" className={`${sideButtonClass} w-full`} disabled={!isHydrated} onClick={() => setPerson(one)}>
              {one.name}
            </button>
          </li>
        ))}
      </ul>
    </FloorPage>
  );
}

type PinPadProps = { person: Person; isBusy: boolean; problem: string | undefined; onPin: (pin: string) => void; onBack: () => void };

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** Big keys of its own: no keyboard slides over the screen, and nobody reads the digits over a shoulder. */
function PinPad({ person, isBusy, problem, onPin, onBack }: PinPadProps) {
  const { t } = useTranslation("floor");
  const [pin, setPin] = useState("");
  const press = (digit: string) => setPin((typed) => (typed + digit).slice(0, pinLength));
  useDigits(press, () => setPin((typed) => typed.slice(0, -1)));
  function send() {
    onPin(pin);
    setPin("");
  }
  return (
    <FloorPage
      title={t("person.pinOf", { name: person.name })}
      foot={
        <button type="button" className={mainButtonClass} disabled={pin.length < pinLength || isBusy} onClick={send}>
          {t("person.unlock")}
        </button>
      }
    >
      <output
        aria-label={t("person.digits", { count: pin.length })}
        className="block h-14 overflow-clip text-center font-mono text-[2.5rem] leading-14 tracking-[0.4em]"
      >
        {"●".repeat(pin.length)}
        {"○".repeat(pinLength - pin.length)}
      </output>
      <FloorProblem text={problem} />
      <div className="grid grid-cols-3 gap-4">
        {digits.map((digit) => (
          <button key={digit} type="button" className={`${sideButtonClass} min-h-20 font-mono`} onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className={`${sideButtonClass} min-h-20`} onClick={() => setPin("")}>
          <Delete aria-hidden className="size-8" />
          <span className="sr-only">{t("person.clear")}</span>
        </button>
        <button type="button" className={`${sideButtonClass} min-h-20 font-mono`} onClick={() => press("0")}>
          0
        </button>
        <button type="button" className={`${sideButtonClass} min-h-20`} onClick={onBack}>
          {t("person.back")}
        </button>
      </div>
    </FloorPage>
  );
}

/** The same from a keyboard, where there is one. */
function useDigits(onDigit: (digit: string) => void, onDelete: () => void): void {
  useEffect(() => {
    function onKey({ key }: KeyboardEvent): void {
      if (/^\d$/.test(key)) onDigit(key);
      if (key === "Backspace") onDelete();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
