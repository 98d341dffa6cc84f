import { Check, Minus } from "lucide-react";
import { type ComponentProps, useEffect, useRef } from "react";
import { cn } from "./cn.ts";
import { useFieldControl } from "./field-context.ts";

export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { indeterminate?: boolean };

/** A native checkbox in the house's clothes: it posts and works without scripts. */
export function Checkbox({ indeterminate = false, className, ...rest }: CheckboxProps) {
  const wired = useFieldControl(rest);
  const boxRef = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (boxRef.current) boxRef.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const Mark = indeterminate ? Minus : Check;
  return (
    <span className={cn("relative inline-grid size-4.5 shrink-0 place-items-center", className)}>
      <input
        ref={boxRef}
        type="checkbox"
        {...rest}
        {...wired}
        className="peer size-4.5 appearance-none rounded-sm border border-line-strong bg-raised transition-colors duration-150 checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:border-muted disabled:opacity-50 aria-invalid:border-wrong"
      />
      <Mark
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none absolute size-3.5 text-accent-ink opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-100"
      />
    </span>
  );
}
