import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

export function Card({ className, ...rest }: ComponentProps<"section">) {
  return <section className={cn("min-w-0 rounded border border-line bg-raised", className)} {...rest} />;
}

export type CardHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons or links at the right end. */
  action?: ReactNode;
  level?: 2 | 3;
  id?: string;
  className?: string;
};

export function CardHeader({ title, description, action, level = 2, id, className }: CardHeaderProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <header className={cn("flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-line px-5 py-3.5", className)}>
      <div className="min-w-0">
        <Heading id={id} className="text-base leading-6 font-semibold">
          {title}
        </Heading>
        {description ? <p className="max-w-prose text-sm text-muted">{description}</p> : null}
      </div>
      {action ? <div className="flex items-center gap-2">{action}</div> : null}
    </header>
  );
}

export function CardBody({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("p-5", className)} {...rest} />;
}

export function CardFooter({ className, ...rest }: ComponentProps<"footer">) {
  return (
    <footer
      className={cn("flex flex-wrap items-center justify-end gap-3 rounded-b border-t border-line bg-sunken/50 px-5 py-3", className)}
      {...rest}
    />
  );
}
