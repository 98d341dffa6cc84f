import type { Interaction } from "./interaction-row.ts";

/** Its sentence, the names of its products, and what it was about in words that were never said. */
export function searchedText({ text, products, tags }: Pick<Interaction, "text" | "products" | "tags">): string {
  const reasons = tags.map((tag) => tag.replace(":", " ").replaceAll("-", " "));
  return [text, ...products.map(({ name }) => name), ...reasons].join("\n");
}
