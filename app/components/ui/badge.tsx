import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "./cn.ts";
import { stateLooks, type StateTone } from "./state-looks.ts";

const shape =
  "inline-flex align-middle max-w-full items-center gap-1.5 rounded-sm border px-1.5 text-xs leading-5 font-semibold whitespace-nowrap";

/** A neutral mark: a role, a kind, a count. */
export function Badge({ icon, className, children }: { icon?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <span className={cn(shape, "border-line bg-sunken text-muted [&>svg]:size-3.5", className)}>
      {icon}
      {children}
    </span>
  );
}

/** A state: colour, icon and word together. Without children it says the state's own word. */
export function StateBadge({ tone, className, children }: { tone: StateTone; className?: string; children?: ReactNode }) {
  const { t } = useTranslation("ui");
  const { Icon, text, soft, edge } = stateLooks[tone];
  return (
    <span className={cn(shape, text, soft, edge, className)}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{children ?? t(`state.${tone}`)}</span>
    </span>
  );
}
