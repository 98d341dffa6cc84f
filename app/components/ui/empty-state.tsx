import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export type EmptyStateProps = { title: ReactNode; children?: ReactNode; picture?: ReactNode; action?: ReactNode; className?: string };

/** Teaches: one picture or example row, one sentence, one button. */
export function EmptyState({ title, children, picture, action, className }: EmptyStateProps) {
  return (
    <div className={cn("grid justify-items-center gap-3 px-6 py-12 text-center", className)}>
      {picture ? <div className="mb-1 w-full max-w-60 text-faint">{picture}</div> : null}
      <p className="text-base font-semibold">{title}</p>
      {children ? <div className="max-w-prose text-muted">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
