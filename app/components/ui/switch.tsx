import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { useFieldControl } from "./field-context.ts";

const semantics = { type: "checkbox", role: "switch" } as const;

/** For what takes effect at once; a choice that waits for "Save" is a checkbox. */
export function Switch({ className, ...rest }: Omit<ComponentProps<"input">, "type" | "role">) {
  const wired = useFieldControl(rest);
  return (
    <input
      {...semantics}
      {...rest}
      {...wired}
      className={cn(
        "relative h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full border border-line-strong bg-sunken transition-colors duration-150 before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-line-strong before:transition-transform before:duration-150 checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-accent-ink disabled:opacity-50",
        className,
      )}
    />
  );
}
