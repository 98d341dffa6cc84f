import type { ReactNode } from "react";

/** "Last seen 5 minutes ago" inside a `dl`. */
export function InlineFact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline gap-1.5">
      <dt className="text-faint">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
