import { cn } from "./cn.ts";

export function Separator({ vertical = false, className }: { vertical?: boolean; className?: string }) {
  if (vertical) return <span aria-hidden className={cn("h-5 w-px shrink-0 bg-line", className)} />;
  return <hr className={cn("border-line", className)} />;
}
