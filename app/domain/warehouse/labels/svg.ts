import { dots, type Drawing, type Mark } from "./drawing.ts";

/** Letters of a sans-serif as high as the printer's own font draws them in a line of that height. */
const sizeOfHeight = 0.88;
const baselineOfHeight = 0.8;

export function escapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replaceAll(/[&<>"']/g, (sign) => names[sign] ?? "");
}

function markSvg(mark: Mark): string {
  switch (mark.kind) {
    case "text": {
      const { text, x, y, width, height } = mark;
      const place = `x="${x + width / 2}" y="${Math.round(y + height * baselineOfHeight)}" font-size="${Math.round(height * sizeOfHeight)}"`;
      return `<text ${place} text-anchor="middle">${escapeXml(text)}</text>`;
    }
    case "bars": {
      let at = mark.x;
      const rows = mark.bars.map((modules, index) => {
        const start = at;
        at += modules * mark.moduleDots;
        return index % 2 === 0 ? `M${start} ${mark.y}h${modules * mark.moduleDots}v${mark.height}H${start}z` : "";
      });
      return `<path d="${rows.join("")}"/>`;
    }
    case "cells": {
      const { x, y, cells, cellDots } = mark;
      const runs = cells.flatMap((row, line) =>
        darkRuns(row).map(
          ({ at, length }) => `M${x + at * cellDots} ${y + line * cellDots}h${length * cellDots}v${cellDots}h-${length * cellDots}z`,
        ),
      );
      return `<path d="${runs.join("")}"/>`;
    }
    default:
      return mark satisfies never;
  }
}

function darkRuns(row: readonly boolean[]): { at: number; length: number }[] {
  const text = row.map((isDark) => (isDark ? "1" : "0")).join("");
  return Array.from(text.matchAll(/1+/g), ({ index, 0: run }) => ({ at: index, length: run.length }));
}

/** The same label for a page: black on white in any theme, as large as it is in millimetres. */
export function writeSvg({ widthMm, heightMm, dpi, marks }: Drawing): string {
  const [width, height] = [dots(widthMm, dpi), dots(heightMm, dpi)];
  const size = `width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${width} ${height}"`;
  const style = 'font-family="Arial, Helvetica, sans-serif" font-weight="600" shape-rendering="crispEdges"';
  const body = marks.map(markSvg).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${style}><path fill="#fff" d="M0 0h${width}v${height}H0z"/>${body}</svg>`;
}
