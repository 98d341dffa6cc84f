import type { Attribute } from "#db/schema/catalog.ts";

/** Attributes as people type them, one a line: "Colour: blue". */
export function attributesText(attributes: readonly Attribute[]): string {
  return attributes.map(({ name, value }) => `${name}: ${value}`).join("\n");
}

/** Known ones keep their key, so that a marketplace's attribute stays itself when its value changes. */
export function readAttributes(text: string, known: readonly Attribute[]): Attribute[] {
  return text.split("\n").flatMap((line) => {
    const [name = "", ...rest] = line.split(":");
    const [label, value] = [name.trim(), rest.join(":").trim()];
    if (label === "" && value === "") return [];
    const key = known.find((one) => one.name.toLowerCase() === label.toLowerCase())?.key ?? label;
    return [{ key, name: label, value }];
  });
}

export function readLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
