import { code128Bars } from "#app/domain/warehouse/labels/code128.ts";

const quietModules = 10;
const heightModules = 40;

/** A text as Code 128, black on white in any theme: scanners read nothing else. */
export function Bars({ text, label }: { text: string; label: string }) {
  const widths = code128Bars(text) ?? [];
  const starts: number[] = [];
  let at = quietModules;
  for (const width of widths) {
    starts.push(at);
    at += width;
  }
  const total = at + quietModules;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${total} ${heightModules}`}
      className="w-full max-w-xl bg-white"
      shapeRendering="crispEdges"
    >
      <rect width={total} height={heightModules} fill="#fff" />
      {widths.map((width, index) =>
        index % 2 === 0 ? <rect key={starts[index]} x={starts[index]} y={3} width={width} height={heightModules - 6} fill="#000" /> : null,
      )}
    </svg>
  );
}
