import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlClass } from "./control-class.ts";
import { useFieldControl } from "./field-context.ts";

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  const wired = useFieldControl(rest);
  return (
    <textarea
      rows={rows}
      {...rest}
      {...wired}
      className={cn(controlClass, "h-auto min-h-20 py-2 leading-5 pointer-coarse:h-auto", className)}
    />
  );
}
