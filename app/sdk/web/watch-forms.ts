import type { Recorder } from "../client.ts";
import { on, selectorOf } from "./targets.ts";

/** Which forms were begun, sent or left, and at which field: never what stands in one. */
export function watchForms(record: Recorder): () => void {
  const begun = new Map<Element, Element>();
  const told = (name: string, element: Element) => record("form", { name, target: { selector: selectorOf(element) } });
  on("focusin", ({ target }) => {
    const field = target as Element;
    const form = field.matches("input,select,textarea") && field.closest("form");
    if (!form) return;
    if (!begun.has(form)) told("begin", form);
    begun.set(form, field);
  });
  on("submit", ({ target }) => {
    begun.delete(target as Element);
    told("send", target as Element);
  });
  return () => {
    for (const field of begun.values()) told("leave", field);
    begun.clear();
  };
}
