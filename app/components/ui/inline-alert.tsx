import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { stateLooks, type StateTone } from "./state-looks.ts";

export type InlineAlertProps = { tone: StateTone; title: ReactNode; children?: ReactNode; action?: ReactNode; className?: string };

/** What happened, what it means (children), what to do (action), below it where there is no room beside. Bad news is announced at once. */
export function InlineAlert({ tone, title, children, action, className }: InlineAlertProps) {
  const { Icon, text, quiet, edge } = stateLooks[tone];
  return (
    <div
      role={tone === "wrong" ? "alert" : undefined}
      className={cn("flex items-start gap-3 rounded border border-l-4 px-4 py-3", edge, quiet, className)}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", text)} />
      <div className="flex min-w-0 grow flex-wrap gap-x-3 gap-y-2">
        <div className="min-w-0 grow basis-60">
          <p className="font-semibold">{title}</p>
          {children ? <div className="text-muted">{children}</div> : null}
        </div>
        {action ? <div className="flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  );
}
