import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlClass } from "./control-class.ts";
import { useFieldControl } from "./field-context.ts";

export type NativeSelectProps = ComponentProps<"select"> & { options: readonly { value: string; label: string; disabled?: boolean }[] };

/** The platform's own list: long lists, phones, and forms that must work without scripts. */
export function NativeSelect({ options, className, ...rest }: NativeSelectProps) {
  const wired = useFieldControl(rest);
  return (
    <span className={cn("relative block", className)}>
      <select {...rest} {...wired} className={cn(controlClass, "appearance-none pr-9")}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-faint" />
    </span>
  );
}
