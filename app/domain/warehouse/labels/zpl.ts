import { code128Zpl } from "./code128.ts";
import { dots, type Drawing, type Mark } from "./drawing.ts";

function hex(sign: string): string {
  return Array.from(new TextEncoder().encode(sign), (byte) => `\\${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

/** Field data under `^FH\`: what would be a command, an escape or no ASCII goes as the hex of its UTF-8 bytes (`^CI28`). */
function escapeField(text: string): string {
  return Array.from(text, (sign) => (/^[ -~]$/.test(sign) && !/^[\^~\\]$/.test(sign) ? sign : hex(sign))).join("");
}

function fieldAt(x: number, y: number, command: string, data: string): string {
  return `^FO${x},${y}${command}^FH\\^FD${escapeField(data)}^FS`;
}

function fieldOf(mark: Mark): string {
  const { x, y } = mark;
  switch (mark.kind) {
    case "text":
      // Within a text block a backslash is an escape of its own and has to be said twice.
      return fieldAt(x, y, `^A0N,${mark.height},${mark.height}^FB${mark.width},1,0,C`, mark.text.replaceAll("\\", "\\\\"));
    case "bars":
      return `^BY${mark.moduleDots}${fieldAt(x, y, `^BCN,${mark.height},N,N,N`, code128Zpl(mark.text) ?? "")}`;
    case "cells": {
      // Level M, bytes, so many of them: the printer draws the symbol that `qrCells` does, as large.
      const bytes = new TextEncoder().encode(mark.text).length;
      return fieldAt(x, y, `^BQN,2,${mark.cellDots}`, `MM,B${String(bytes).padStart(4, "0")}${mark.text}`);
    }
    default:
      return mark satisfies never;
  }
}

/** What a Zebra printer is told of a label. */
export function writeZpl({ widthMm, heightMm, dpi, copies, marks }: Drawing): string {
  const head = ["^XA", "^CI28", `^PW${dots(widthMm, dpi)}`, `^LL${dots(heightMm, dpi)}`, "^LH0,0"];
  return [...head, ...marks.map(fieldOf), `^PQ${copies}`, "^XZ", ""].join("\n");
}
