import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

export function Label({ className, htmlFor, ...rest }: ComponentProps<"label">) {
  return <label htmlFor={htmlFor} className={cn("text-sm leading-5 font-semibold", className)} {...rest} />;
}
