import { Check, CheckCheck, Hand, X } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { cn } from "#app/components/ui/cn.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FloorSettings } from "./floor-settings.ts";
import { textClass } from "./floor-classes.ts";
import { play, type VerdictKind } from "./sounds.ts";

/** `text` says why; it stays on the screen until the next one. */
export type ShownVerdict = { kind: VerdictKind; text: string; number: number };

const looks = {
  ok: { Icon: Check, band: "bg-ok-soft border-ok", sign: "text-ok" },
  done: { Icon: CheckCheck, band: "bg-ok-soft border-ok", sign: "text-ok" },
  wrong: { Icon: X, band: "bg-wrong-soft border-wrong", sign: "text-wrong" },
  blocked: { Icon: Hand, band: "bg-watch-soft border-watch", sign: "text-watch" },
} as const;
const shownMs: Record<VerdictKind, number> = { ok: 700, done: 1_100, wrong: 1_500, blocked: 2_000 };

export type Judge = (kind: VerdictKind, text?: string) => void;

export function useVerdicts(volume: FloorSettings["volume"]): { verdict: ShownVerdict | null; judge: Judge } {
  const [verdict, setVerdict] = useState<ShownVerdict | null>(null);
  const judge = useCallback<Judge>(
    (kind, text = "") => {
      play(kind, volume);
      setVerdict((last) => ({ kind, text, number: (last?.number ?? 0) + 1 }));
    },
    [volume],
  );
  return { verdict, judge };
}

/** What was said on one screen is no answer on the next: there only what is said from then on stays. */
export function useOnThisScreen(verdict: ShownVerdict | null, screen: string): ShownVerdict | null {
  const number = verdict?.number ?? 0;
  const [seen, setSeen] = useState({ screen, number });
  if (seen.screen !== screen) setSeen({ screen, number });
  const before = seen.screen === screen ? seen.number : number;
  return number > before ? verdict : null;
}

/** Fills the screen for a moment: shape, word and colour. Presses go through it. */
export function VerdictFlash({ verdict }: { verdict: ShownVerdict | null }) {
  const { t } = useTranslation("floor");
  const [goneNumber, setGone] = useState(0);
  useEffect(() => {
    if (verdict === null) return;
    const timer = setTimeout(() => setGone(verdict.number), shownMs[verdict.kind]);
    return () => clearTimeout(timer);
  }, [verdict]);
  if (verdict === null || verdict.number <= goneNumber) return null;
  const { Icon, band, sign } = looks[verdict.kind];
  return (
    <div
      aria-hidden
      className={cn(
        "pointer-events-none fixed inset-0 z-50 grid place-content-center justify-items-center gap-6 border-8 p-8 text-center text-ink",
        band,
      )}
    >
      <Icon className={cn("size-40", sign)} strokeWidth={3} />
      <p className="text-[4rem] leading-none font-bold">{t(`verdict.${verdict.kind}`)}</p>
      <p className={textClass}>{verdict.text}</p>
    </div>
  );
}

/** Why the last answer was not taken, for eyes that came late. */
export function VerdictBand({ verdict }: { verdict: ShownVerdict | null }) {
  const { t } = useTranslation("floor");
  if (verdict === null || verdict.kind === "ok" || verdict.kind === "done") return null;
  const { Icon, band, sign } = looks[verdict.kind];
  return (
    <p className={cn("flex items-center gap-4 rounded border-2 p-4 text-ink", textClass, band)}>
      <Icon aria-hidden className={cn("size-9 shrink-0", sign)} strokeWidth={3} />
      <span>
        <strong>{t(`verdict.${verdict.kind}`)}</strong> {verdict.text}
      </span>
    </p>
  );
}

/** Says each verdict to screen readers; it stays while screens change, or they would not hear it. */
export function SpokenVerdict({ verdict }: { verdict: ShownVerdict | null }) {
  const { t } = useTranslation("floor");
  return (
    <output aria-live="assertive" aria-atomic className="sr-only">
      {verdict === null ? null : <span key={verdict.number}>{`${t(`verdict.${verdict.kind}`)}. ${verdict.text}`}</span>}
    </output>
  );
}
