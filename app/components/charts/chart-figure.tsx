import { ChartLine, Table2 } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/components/ui/button.tsx";
import { cn } from "#app/components/ui/cn.ts";

type ChartFigureProps = { title: string; caption?: ReactNode; table: ReactNode; className?: string | undefined; children: ReactNode };

/** A drawing and the table of its numbers, one key ("t") apart. */
export function ChartFigure({ title, caption, table, className, children }: ChartFigureProps) {
  const { t } = useTranslation("ui");
  const [isTable, setTable] = useState(false);
  const figureRef = useToggleKey(() => setTable(!isTable));
  return (
    <figure ref={figureRef} className={cn("grid min-w-0 gap-2", className)}>
      <figcaption className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1 text-muted">
        <span className="sr-only">{title}</span>
        {caption}
        <Button
          variant="ghost"
          size="icon-sm"
          className="-mr-2 ml-auto"
          aria-keyshortcuts="t"
          aria-pressed={isTable}
          aria-label={isTable ? t("chart.asChart") : t("chart.asTable")}
          title={`${isTable ? t("chart.asChart") : t("chart.asTable")} (T)`}
          icon={isTable ? <ChartLine aria-hidden /> : <Table2 aria-hidden />}
          onClick={() => setTable(!isTable)}
        />
      </figcaption>
      {isTable ? table : children}
    </figure>
  );
}

function useToggleKey(toggle: () => void) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const figure = ref.current;
    function handle(event: KeyboardEvent) {
      if (event.key !== "t" || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      toggle();
    }
    figure?.addEventListener("keydown", handle);
    return () => figure?.removeEventListener("keydown", handle);
  });
  return ref;
}
