import { Bar, CartesianGrid, ComposedChart, Label, Line, ReferenceDot, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { ChartCanvasProps } from "./chart.tsx";
import { type ChartSeries, seriesColor } from "./chart-types.ts";

type Datum = { label: string; previous?: number | undefined } & Record<string, number | string | undefined>;

/** The drawing is one picture; its numbers are in the table one key away. */
const imageRole = { role: "img" };
const axis = { stroke: "var(--line-strong)", tick: { fill: "var(--faint)", fontSize: 12 }, tickLine: false };

export function ChartCanvas({ kind, title, series, points, previous, formatValue, heightPx }: ChartCanvasProps) {
  const data: Datum[] = points.map((point, index) => ({ ...point.values, label: point.label, previous: previous?.[index] }));
  const isNamedInside = kind === "line" && series.length > 1;
  const last = points.at(-1);
  return (
    <ResponsiveContainer width="100%" height={heightPx}>
      <ComposedChart
        data={data}
        accessibilityLayer={false}
        {...imageRole}
        title={title}
        margin={{ top: 8, right: isNamedInside ? 92 : 8, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" {...axis} interval="equidistantPreserveStart" minTickGap={24} tickMargin={6} />
        <YAxis {...axis} axisLine={false} width="auto" tickFormatter={formatValue} tickCount={4} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-strong)", fill: "var(--sunken)", fillOpacity: 0.6 }}
          content={<Readout series={series} formatValue={formatValue} />}
        />
        {series.map((one, index) => drawSeries(kind, one, index))}
        {previous ? (
          <Line
            dataKey="previous"
            stroke="var(--line-strong)"
            strokeDasharray="3 4"
            strokeWidth={1.25}
            dot={false}
            isAnimationActive={false}
          />
        ) : null}
        {isNamedInside && last
          ? series.map((one, index) => (
              <ReferenceDot key={one.key} x={last.label} y={last.values[one.key] ?? 0} r={3} fill={seriesColor(one, index)} stroke="none">
                <Label value={one.label} position="right" fill={seriesColor(one, index)} fontSize={12} fontWeight={600} />
              </ReferenceDot>
            ))
          : null}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function drawSeries(kind: ChartCanvasProps["kind"], series: ChartSeries, index: number) {
  const color = seriesColor(series, index);
  if (kind === "line")
    return (
      <Line key={series.key} dataKey={series.key} stroke={color} strokeWidth={2} dot={false} isAnimationActive={false} type="linear" />
    );
  const stack = kind === "stacked" ? { stackId: "all", stroke: "var(--raised)", strokeWidth: 1 } : {};
  return <Bar key={series.key} dataKey={series.key} fill={color} maxBarSize={36} isAnimationActive={false} {...stack} />;
}

type ReadoutProps = {
  series: readonly ChartSeries[];
  formatValue: (value: number) => string;
  active?: boolean;
  label?: string;
  payload?: readonly { dataKey?: unknown; value?: unknown }[];
};

/** Recharts hands over what is under the pointer; we only write it down. */
function Readout({ series, formatValue, active = false, label, payload }: ReadoutProps) {
  if (!active) return null;
  return (
    <div className="rounded border border-line bg-raised px-3 py-2 text-sm shadow-lift">
      <p className="font-semibold">{label}</p>
      {payload?.map(({ dataKey, value }) => (
        <p key={String(dataKey)} className="flex justify-between gap-6">
          <span className="text-muted">{series.find((one) => one.key === dataKey)?.label ?? "···"}</span>
          <span className="font-semibold">{typeof value === "number" ? formatValue(value) : ""}</span>
        </p>
      ))}
    </div>
  );
}
