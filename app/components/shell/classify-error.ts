import { Unanswered } from "#app/components/console/patient-fetch.ts";

export type ErrorKind =
  | "notFound"
  | "forbidden"
  | "unauthorized"
  | "rateLimited"
  | "conflict"
  | "server"
  | "client"
  | "offline"
  | "unanswered";

const kinds: Record<number, ErrorKind> = { 401: "unauthorized", 403: "forbidden", 404: "notFound", 409: "conflict", 429: "rateLimited" };

/** A failed fetch is a TypeError in every browser; it is the network's doing, not the server's. */
export function classifyError(status: number | undefined, error: unknown): ErrorKind {
  if (status !== undefined) return kinds[status] ?? (status >= 500 ? "server" : "client");
  const isOffline = typeof navigator !== "undefined" && "onLine" in navigator && !navigator.onLine;
  if (isOffline && error instanceof TypeError) return "offline";
  return error instanceof Unanswered ? "unanswered" : "server";
}
