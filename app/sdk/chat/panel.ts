import type { ChatClient, Reply } from "./client.ts";
import { style } from "./style.ts";
import type { Words } from "./words.ts";

const longestQuestion = 300;

type Look = { words: Words; greeting: string; language: string; skuOf(): string | undefined };

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className = "", text = ""): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  // Only ever text: what a shop or a visitor wrote is never read as markup.
  element.textContent = text;
  return element;
}

function fill(parent: Node, ...children: Node[]): void {
  for (const child of children) parent.appendChild(child);
}

/** A button in a corner of the page, and the talk behind it. It stands in a tree of its own that the page's styles do not reach. */
export function mountChat(client: ChatClient, look: Look): HTMLElement {
  const host = make("div");
  host.lang = look.language;
  host.dataset["entrepotChat"] = "";
  const root = host.attachShadow({ mode: "open" });
  dress(root);
  const parts = build(look);
  fill(root, parts.open, parts.panel);
  connect(client, look, parts, root);
  fill(document.body, host);
  return host;
}

/** A sheet that is made by script is none that a page's content security policy could forbid. */
function dress(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
}

type Parts = ReturnType<typeof build>;

function build({ words, greeting }: Look) {
  const open = make("button", "open", words.open);
  open.type = "button";
  open.setAttribute("aria-expanded", "false");
  open.setAttribute("aria-controls", "panel");
  const panel = make("section", "panel");
  panel.id = "panel";
  panel.hidden = true;
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-labelledby", "title");
  const title = make("h2", "", words.title);
  title.id = "title";
  const close = make("button", "close", "×");
  close.type = "button";
  close.setAttribute("aria-label", words.close);
  const header = make("div", "head");
  fill(header, title, close);
  const log = make("div", "log");
  // Read out as it grows, and reached by keyboard when it has grown too long.
  log.setAttribute("role", "log");
  log.setAttribute("aria-labelledby", "title");
  log.tabIndex = 0;
  const form = make("form");
  const input = make("input");
  input.setAttribute("aria-label", words.label);
  input.placeholder = words.placeholder;
  input.maxLength = longestQuestion;
  input.autocomplete = "off";
  input.enterKeyHint = "send";
  const send = make("button", "send", words.send);
  send.setAttribute("aria-disabled", "false");
  fill(form, input, send);
  fill(panel, header, log, form, make("p", "note", words.note));
  say(log, "shop", words.shop, greeting || words.greeting);
  return { open, panel, close, log, form, input, send };
}

function say(log: HTMLElement, who: "shop" | "you" | "told", name: string, text: string): HTMLElement {
  const line = make("p", who);
  if (name !== "") fill(line, make("span", "who", `${name}: `));
  fill(line, document.createTextNode(text));
  fill(log, line);
  log.scrollTop = log.scrollHeight;
  return line;
}

function connect(client: ChatClient, { words, skuOf }: Look, parts: Parts, root: ShadowRoot): void {
  const { open, panel, close, log, form, input, send } = parts;
  let isBusy = false;
  const show = (isShown: boolean) => {
    panel.hidden = !isShown;
    open.hidden = isShown;
    open.setAttribute("aria-expanded", String(isShown));
    (isShown ? input : open).focus();
  };
  open.addEventListener("click", () => show(true));
  close.addEventListener("click", () => show(false));
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
    // What is typed here is no shortcut of the page.
    event.stopPropagation();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = input.value.trim();
    if (question !== "" && !isBusy) void ask(question);
  });

  async function ask(question: string): Promise<void> {
    isBusy = true;
    send.setAttribute("aria-disabled", "true");
    input.value = "";
    say(log, "you", words.you, question);
    const waiting = say(log, "told", "", words.waiting);
    const reply = await client.ask(question, skuOf());
    waiting.remove();
    tell(reply, question);
    isBusy = false;
    send.setAttribute("aria-disabled", "false");
    // Only where nobody has gone on to something else meanwhile.
    if (root.activeElement === send) input.focus();
  }

  function tell(reply: Reply, question: string): void {
    if (reply.kind === "answer") {
      say(log, "shop", words.shop, reply.text);
      return;
    }
    say(log, "told", "", reply.kind === "wait" ? words.wait(reply.seconds) : words[reply.kind]);
    // What was not heard need not be typed again.
    if (input.value === "") input.value = question;
  }
}
