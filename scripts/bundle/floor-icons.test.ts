import { expect, test } from "vitest";
import { iconFilesOf } from "./floor-icons.ts";

const list = `export { default as Undo2, default as Undo2Icon } from './icons/undo-2.mjs';
export { default as AlertTriangle, default as TriangleAlert } from './icons/triangle-exclamation-point.mjs';
export { default as Bell, default as BellIcon } from './icons/bell.mjs';`;

test("an icon is found by whichever of its names is imported, and no other with it", () => {
  const sources = [
    'import { type LucideIcon, TriangleAlert } from "lucide-react";',
    'import {\n  Undo2,\n} from "lucide-react";\nconst Bell = 1;',
  ];
  expect([...iconFilesOf(sources, list)]).toEqual(["undo-2.mjs", "triangle-exclamation-point.mjs"]);
});
