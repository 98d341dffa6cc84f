import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ChatClient, Reply } from "./client.ts";
import { mountChat } from "./panel.ts";
import { wordsFor } from "./words.ts";

let host: HTMLElement;
let replies: Reply[];
let asked: [string, string | undefined][];

const client: ChatClient = {
  settings: () => Promise.resolve({ isOn: true, greeting: "" }),
  ask: (question, sku) => {
    asked.push([question, sku]);
    return Promise.resolve(replies.shift() ?? { kind: "failed" });
  },
};

function find<Wanted extends HTMLElement>(selector: string, kind: abstract new () => Wanted): Wanted {
  const found = host.shadowRoot?.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector}`);
  return found;
}

const lines = () => [...(host.shadowRoot?.querySelectorAll(".log p") ?? [])].map((line) => line.textContent);

async function say(text: string): Promise<void> {
  find("input", HTMLInputElement).value = text;
  find("form", HTMLFormElement).dispatchEvent(new Event("submit", { cancelable: true }));
  await vi.waitFor(() => expect(find(".send", HTMLElement).getAttribute("aria-disabled")).toBe("false"));
}

beforeEach(() => {
  [replies, asked] = [[], []];
  host = mountChat(client, { words: wordsFor("en"), greeting: "", language: "en", skuOf: () => "KET-18" });
});

afterEach(() => host.remove());

test("it opens with the cursor in the field, and closes back onto its button", () => {
  const [open, panel, input] = [find(".open", HTMLElement), find(".panel", HTMLElement), find("input", HTMLInputElement)];
  expect([panel.hidden, open.getAttribute("aria-expanded")]).toEqual([true, "false"]);
  open.click();
  expect([panel.hidden, open.hidden, host.shadowRoot?.activeElement]).toEqual([false, true, input]);
  panel.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect([panel.hidden, host.shadowRoot?.activeElement]).toEqual([true, open]);
  open.click();
  find(".close", HTMLElement).click();
  expect(panel.hidden).toBe(true);
});

test("question and answer stand one below the other, with who said them", async () => {
  replies = [{ kind: "answer", text: "127 V." }];
  await say("  what voltage? ");
  expect(asked).toEqual([["what voltage?", "KET-18"]]);
  expect(lines().slice(1)).toEqual(["You: what voltage?", "Shop: 127 V."]);
  expect(find("input", HTMLInputElement).value).toBe("");
});

test("what a shop or a visitor wrote is text and never markup", async () => {
  replies = [{ kind: "answer", text: "<img src=x onerror=alert(1)>" }];
  await say("<b>bold</b>");
  expect(host.shadowRoot?.querySelectorAll(".log img, .log b")).toHaveLength(0);
  expect(lines().slice(1)).toEqual(["You: <b>bold</b>", "Shop: <img src=x onerror=alert(1)>"]);
});

test("a question that was not heard is told so and need not be typed again", async () => {
  replies = [{ kind: "wait", seconds: 30 }, { kind: "failed" }];
  await say("is it blue?");
  expect(lines().at(-1)).toBe("Many questions in a short time. Try again in 30 seconds.");
  expect(find("input", HTMLInputElement).value).toBe("is it blue?");
  await say("is it blue?");
  expect(lines().at(-1)).toBe("That did not work just now. Try again in a moment.");
});

test("nothing is sent of an empty field, nor twice while an answer is awaited", async () => {
  replies = [{ kind: "answer", text: "Yes." }];
  await say("   ");
  expect(asked).toEqual([]);
  find("input", HTMLInputElement).value = "one?";
  const form = find("form", HTMLFormElement);
  form.dispatchEvent(new Event("submit", { cancelable: true }));
  find("input", HTMLInputElement).value = "two?";
  form.dispatchEvent(new Event("submit", { cancelable: true }));
  await vi.waitFor(() => expect(lines().at(-1)).toBe("Shop: Yes."));
  expect(asked).toHaveLength(1);
});

test("answers are read out as they come, and everything has a name", () => {
  expect(find(".log", HTMLElement).getAttribute("role")).toBe("log");
  expect(find(".panel", HTMLElement).getAttribute("aria-labelledby")).toBe(find("h2", HTMLElement).id);
  expect(find("input", HTMLInputElement).getAttribute("aria-label")).toBe("Your question");
  expect(find(".close", HTMLElement).getAttribute("aria-label")).toBe("Close");
});
