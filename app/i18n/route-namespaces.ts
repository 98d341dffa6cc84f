import { type Namespace, namespaces } from "./namespaces.ts";

/** Routes name the texts they use: `export const handle = { i18n: ["settings"] } satisfies I18nHandle`. */
export type I18nHandle = { i18n: readonly Namespace[] };

export function collectNamespaces(handles: readonly unknown[]): Namespace[] {
  return [...new Set(handles.flatMap(readHandle))];
}

export function parseNamespaces(text: string | undefined): Namespace[] {
  return (text ?? "").split(" ").filter(isNamespace);
}

function readHandle(handle: unknown): Namespace[] {
  if (typeof handle !== "object" || handle === null || !("i18n" in handle) || !Array.isArray(handle.i18n)) return [];
  return handle.i18n.filter(isNamespace);
}

function isNamespace(value: unknown): value is Namespace {
  return namespaces.some((namespace) => namespace === value);
}
