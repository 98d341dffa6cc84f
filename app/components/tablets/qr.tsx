import { qrCells, qrQuietCells } from "#app/domain/warehouse/labels/qr/qr-code.ts";

/** A text as a QR code, black on white in any theme: cameras read nothing else. */
export function Qr({ text, label }: { text: string; label: string }) {
  const cells = qrCells(text) ?? [];
  const side = cells.length + 2 * qrQuietCells;
  const dark = cells.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x + qrQuietCells} ${y + qrQuietCells}h1v1h-1z` : [])));
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} className="size-56 bg-white" shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
