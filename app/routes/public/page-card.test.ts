import { expect, test } from "vitest";
import { pageCard } from "./page-card.ts";

const card = { title: "Title", description: "Text", origin: "https://shop.example", path: "/docs/api", locale: "pt-BR" } as const;

function contentOf(name: string, path: string = card.path): unknown {
  const found = pageCard({ ...card, path }).find((entry) => ("property" in entry && entry.property === name) || ("name" in entry && entry.name === name));
  return found !== undefined && "content" in found ? found.content : undefined;
}

test("previews and search engines get the public address, not the one that answered", () => {
  expect(contentOf("og:url")).toBe("https://shop.example/docs/api");
  expect(contentOf("og:image")).toBe("https://shop.example/og-image.png");
  expect(pageCard(card)).toContainEqual({ tagName: "link", rel: "canonical", href: "https://shop.example/docs/api" });
});

test("a page says its language and the other one it exists in", () => {
  expect(contentOf("og:locale")).toBe("pt_BR");
  expect(contentOf("og:locale:alternate")).toBe("en_US");
});

test("only the start page describes the organisation", () => {
  expect(pageCard(card).some((entry) => "script:ld+json" in entry)).toBe(false);
  expect(pageCard({ ...card, path: "/" }).some((entry) => "script:ld+json" in entry)).toBe(true);
});
