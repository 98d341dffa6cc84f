import { cn } from "#app/components/ui/cn.ts";

export type SparklineProps = {
  values: readonly number[];
  previous?: readonly number[];
  /** Without it the line is decoration beside its figure. */ label?: string;
  className?: string;
};

const width = 100;
const height = 28;
const inset = 3;
const noValues: readonly number[] = [];

function tracePath(values: readonly number[], low: number, high: number): string {
  const range = high - low || 1;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values
    .map(
      (value, index) =>
        `${index === 0 ? "M" : "L"}${round(index * step)} ${round(height - inset - ((value - low) / range) * (height - 2 * inset))}`,
    )
    .join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The shape of a figure over its period; plain SVG, so it costs nothing and renders on the server. */
export function Sparkline({ values, previous = noValues, label, className }: SparklineProps) {
  const all = [...values, ...previous];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={cn("h-7 w-full overflow-visible", className)}
      fill="none"
      strokeLinejoin="round"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {previous.length > 1 ? (
        <path d={tracePath(previous, low, high)} className="stroke-line-strong" strokeDasharray="2 3" vectorEffect="non-scaling-stroke" />
      ) : null}
      {values.length > 1 ? (
        <path d={tracePath(values, low, high)} className="stroke-ink" strokeWidth="1.75" vectorEffect="non-scaling-stroke" />
      ) : null}
    </svg>
  );
}
