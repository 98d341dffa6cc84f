import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 shrink-0 whitespace-nowrap min-w-5 items-center justify-center rounded-xs border border-b-2 border-line bg-raised px-1 font-mono text-[0.6875rem] text-faint">
      {children}
    </kbd>
  );
}
