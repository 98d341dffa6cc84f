import { CircleCheck, CircleDot } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type LandingState = "open" | "partly";

const looks = {
  open: { Icon: CircleCheck, tone: "text-ok" },
  partly: { Icon: CircleDot, tone: "text-info" },
} as const satisfies Record<LandingState, unknown>;

/** What exists is never confused with what is coming: every promise on the page wears its state. */
export function StateMark({ state }: { state: LandingState }) {
  const { t } = useTranslation("landing");
  const { Icon, tone } = looks[state];
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-semibold whitespace-nowrap ${tone}`}>
      <Icon aria-hidden className="size-4" />
      {t(`states.${state}`)}
    </span>
  );
}
