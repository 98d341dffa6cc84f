import { sha256Hex } from "#app/platform/crypto/hash.ts";

/** `print`: what a paragraph is known by. Another word in it is another print, so that nothing becomes public by being edited. */
export type Paragraph = { print: string; text: string };

export function paragraphsIn(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

export function printed(text: string): Promise<Paragraph[]> {
  return Promise.all(paragraphsIn(text).map(async (part) => ({ print: await sha256Hex(part), text: part })));
}
