import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

type TableProps = { label: string; className?: string; maxHeight?: "page" | "none"; children: ReactNode };

/** A ruled ledger. It scrolls by itself, so the page never does sideways, and keyboards can reach the scroller. */
export function Table({ label, className, maxHeight = "none", children }: TableProps) {
  return (
    <section
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className={cn(
        "relative overflow-auto focus-visible:-outline-offset-2",
        // Fits below a page's head with its own foot in view. On a phone the page itself scrolls: one scroll inside another is in the way there.
        maxHeight === "page" && "md:max-h-[max(24rem,calc(100dvh-22.5rem))]",
      )}
    >
      <table className={cn("w-full border-separate border-spacing-0 text-left", className)}>{children}</table>
    </section>
  );
}

export function Th({ className, align = "start", ...rest }: Omit<ComponentProps<"th">, "align"> & { align?: "start" | "end" }) {
  return (
    <th
      scope="col"
      className={cn(
        "ledger-rule sticky top-0 z-10 h-10 bg-raised px-3 font-semibold whitespace-nowrap text-muted first:pl-5 last:pr-5",
        align === "end" && "text-right",
        className,
      )}
      {...rest}
    />
  );
}

export function Td({ className, align = "start", ...rest }: Omit<ComponentProps<"td">, "align"> & { align?: "start" | "end" }) {
  return (
    <td
      className={cn("border-b border-line px-3 py-2 first:pl-5 last:pr-5", align === "end" && "text-right whitespace-nowrap", className)}
      {...rest}
    />
  );
}

export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={cn("transition-colors duration-150 hover:bg-sunken/60 [tbody>&:last-child>td]:border-b-0", className)} {...rest} />;
}
