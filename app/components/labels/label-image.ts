import type { Drawing } from "#app/domain/warehouse/labels/drawing.ts";
import { writeSvg } from "#app/domain/warehouse/labels/svg.ts";

/** A label as a picture of the page: text in it stays text of the picture, whatever it says. */
export function labelImage(label: Drawing): string {
  return `data:image/svg+xml,${encodeURIComponent(writeSvg(label))}`;
}
