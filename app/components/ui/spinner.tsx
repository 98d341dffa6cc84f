import { LoaderCircle } from "lucide-react";
import { cn } from "./cn.ts";

type SpinnerProps = { label?: string; className?: string };

export function Spinner({ label, className }: SpinnerProps) {
  return (
    <>
      <LoaderCircle aria-hidden className={cn("size-4 animate-turn", className)} />
      {label ? <span className="sr-only">{label}</span> : null}
    </>
  );
}
