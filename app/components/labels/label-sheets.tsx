import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { Drawing } from "#app/domain/warehouse/labels/drawing.ts";
import { type LabelMediumName, labelMedia } from "#app/domain/warehouse/labels/media.ts";
import { labelPages, printRules } from "#app/domain/warehouse/labels/print-page.ts";
import { labelImage } from "./label-image.ts";

type LabelSheetsProps = { labels: readonly Drawing[]; medium: LabelMediumName; onDone: () => void };

/** On paper there is nothing but the labels, black on white whatever the theme. */
function paperRules(medium: LabelMediumName): string {
  return `${printRules(medium)}
@media print{html,body{background:#fff!important;color-scheme:light}body>:not(.label-sheets){display:none!important}}`;
}

/** Copies are alike: only their place tells them apart. */
function placed<T>(all: readonly T[]): { place: string; of: T }[] {
  return all.map((of, index) => ({ place: String(index), of }));
}

/** Prints as soon as every label is drawn, and goes when the browser's own dialog has closed. */
export function LabelSheets({ labels, medium, onDone }: LabelSheetsProps) {
  const sheets = useRef<HTMLDivElement>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    let isGone = false;
    const end = () => done.current();
    async function print(): Promise<void> {
      const images = [...(sheets.current?.querySelectorAll("img") ?? [])];
      await Promise.all(images.map((image) => image.decode()));
      if (!isGone) window.print();
    }
    window.addEventListener("afterprint", end);
    print().catch(end);
    return () => {
      isGone = true;
      window.removeEventListener("afterprint", end);
    };
  }, []);
  const { widthMm, heightMm } = labelMedia[medium];
  return createPortal(
    <div ref={sheets} className="label-sheets hidden print:block">
      <style>{paperRules(medium)}</style>
      {placed(labelPages(labels, medium)).map(({ place, of }) => (
        <div key={place} className="label-page">
          {placed(of).map(({ place: own, of: label }) => (
            <img key={own} src={labelImage(label)} alt={label.name} style={{ width: `${widthMm}mm`, height: `${heightMm}mm` }} />
          ))}
        </div>
      ))}
    </div>,
    document.body,
  );
}
