import type { Told } from "../client.ts";
import { cleanText, guarded } from "../safe.ts";

/** Nothing below these is ever read, whatever a site says. */
const alwaysMasked = "[data-entrepot-mask],[contenteditable]";
const typedInto = "input,select,textarea";
const actionable = `a,button,summary,label,img,[role=button],[role=tab],[onclick],${typedInto}`;

/** Heard before the page's own code can stop it, and never stopping any of it. */
export function on<Name extends keyof WindowEventMap>(name: Name, run: (event: WindowEventMap[Name]) => void): void {
  addEventListener(name, guarded(run), true);
}

/** The selectors that this browser understands, as one. */
export function maskOf(selectors: readonly string[]): string {
  const usable = selectors.filter((selector) => {
    try {
      return !document.createElement("i").matches(selector) || true;
    } catch {
      return false;
    }
  });
  return [alwaysMasked, ...usable].join();
}

/** What somebody pressed when they pressed here. */
export function pressed(node: EventTarget | null): Element | null {
  return node instanceof Element ? (node.closest(actionable) ?? node) : null;
}

/** Words and place of an element; of what people type into, only the place. */
export function describe(element: Element, mask: string): Pick<Told, "target"> {
  const { tagName } = element;
  const unread = `${mask},${typedInto}`;
  const isMasked = !element.matches(actionable) || element.closest(unread) !== null || element.querySelector(unread) !== null;
  const words = element.getAttribute("aria-label") ?? (element.textContent || element.getAttribute("alt"));
  const text = isMasked ? undefined : cleanText(words);
  const { protocol, host, pathname } = element as Partial<HTMLAnchorElement>;
  const href = isMasked || !protocol?.startsWith("http") ? undefined : cleanText(host === location.host ? pathname : `${host}${pathname}`);
  return {
    target: {
      text,
      href,
      role: element.getAttribute("role") ?? tagName.toLowerCase(),
      selector: selectorOf(element),
    },
  };
}

export function selectorOf(element: Element): string {
  const word = (name: string) => element.getAttribute(name)?.match(/^[\w-]{1,40}/)?.[0];
  const [id, name, first] = [word("id"), word("name"), word("class")];
  return element.tagName.toLowerCase() + (id ? `#${id}` : first ? `.${first}` : "") + (name ? `[name=${name}]` : "");
}
