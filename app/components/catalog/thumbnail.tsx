import { Package } from "lucide-react";
import { cn } from "#app/components/ui/cn.ts";

/** A small picture from the marketplace; beside a title, so it says nothing of its own. */
export function Thumbnail({ url, className }: { url: string | null; className?: string }) {
  const shape = cn("size-9 shrink-0 rounded-sm border border-line bg-sunken", className);
  if (url === null) {
    return (
      <span className={cn(shape, "grid place-items-center text-faint")}>
        <Package aria-hidden className="size-4" />
      </span>
    );
  }
  return <img src={url} alt="" loading="lazy" referrerPolicy="no-referrer" className={cn(shape, "object-contain")} />;
}
