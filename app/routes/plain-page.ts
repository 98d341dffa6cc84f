/** Pages that only show, link and post send no React: `export const handle = { isPlain: true } satisfies PlainHandle`. */
export type PlainHandle = { isPlain: true };

/** A page whose loader failed shows an error page instead, and that one has buttons. */
export function isPlainPage(matches: readonly { handle: unknown; loaderData: unknown }[]): boolean {
  return matches.some(({ handle, loaderData }) => isPlainHandle(handle) && loaderData !== undefined);
}

function isPlainHandle(handle: unknown): handle is PlainHandle {
  return typeof handle === "object" && handle !== null && "isPlain" in handle && handle.isPlain === true;
}
