export type ErrorKind = "notFound" | "forbidden" | "unauthorized" | "rateLimited" | "conflict" | "server" | "client" | "offline";

const kinds: Record<number, ErrorKind> = { 401: "unauthorized", 403: "forbidden", 404: "notFound", 409: "conflict", 429: "rateLimited" };

/** A failed fetch is a TypeError in every browser; it is the network's doing, not the server's. */
export function classifyError(status: number | undefined, error: unknown): ErrorKind {
  if (status !== undefined) return kinds[status] ?? (status >= 500 ? "server" : "client");
  const isOffline = typeof navigator !== "undefined" && "onLine" in navigator && !navigator.onLine;
  return isOffline && error instanceof TypeError ? "offline" : "server";
}
