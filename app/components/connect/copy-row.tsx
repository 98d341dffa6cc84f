import type { ReactNode } from "react";
import { CopyButton } from "#app/components/ui/copy-button.tsx";

type CopyRowProps = { label: string; text: string; copyLabel: string; description?: ReactNode; isMain?: boolean };

/** One line to take along: what it is, how it reads, and a button that copies it. */
export function CopyRow({ label, text, copyLabel, description, isMain = false }: CopyRowProps) {
  return (
    <div className="grid gap-1.5">
      <p className="font-semibold">{label}</p>
      {description === undefined ? null : <p className="text-sm text-muted">{description}</p>}
      <div className="flex flex-wrap items-start gap-3">
        <code className="min-w-0 grow basis-64 rounded border border-line bg-sunken px-3 py-2 font-mono text-sm wrap-anywhere select-all">
          {text}
        </code>
        <CopyButton value={text} label={copyLabel} variant={isMain ? "primary" : "secondary"} />
      </div>
    </div>
  );
}
