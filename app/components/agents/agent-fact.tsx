import type { ReactNode } from "react";

type AgentFactProps = { label: string; hint?: string | undefined; children: ReactNode };

export function AgentFact({ label, hint, children }: AgentFactProps) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{label}</dt>
      <dd className="font-semibold break-words tabular-nums">{children}</dd>
      {hint === undefined ? null : <dd className="text-xs text-muted">{hint}</dd>}
    </div>
  );
}
