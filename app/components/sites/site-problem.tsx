import { useEffect, useRef } from "react";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";

type SiteProblemProps = { title: string; fields: Record<string, string> };

/** Beside the button that was pressed: the form is longer than a screen. What is wrong in a field is led to. */
export function SiteProblem({ title, fields }: SiteProblemProps) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (Object.keys(fields).length > 0) ref.current?.closest("form")?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [fields]);
  return (
    <div ref={ref}>
      <InlineAlert tone="wrong" title={title} />
    </div>
  );
}
