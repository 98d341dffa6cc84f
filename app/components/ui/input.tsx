import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";
import { controlClass } from "./control-class.ts";
import { useFieldControl } from "./field-context.ts";

export type InputProps = ComponentProps<"input"> & { icon?: ReactNode; mono?: boolean };

export function Input({ className, icon, mono = false, ...rest }: InputProps) {
  const wired = useFieldControl(rest);
  const input = <input {...rest} {...wired} className={cn(controlClass, mono && "font-mono", icon && "pl-9", className)} />;
  if (!icon) return input;
  return (
    <div className="relative">
      <span aria-hidden className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-faint [&_svg]:size-4">
        {icon}
      </span>
      {input}
    </div>
  );
}
