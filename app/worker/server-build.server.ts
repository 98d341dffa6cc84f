import type { ServerBuild } from "react-router";

/** The virtual module types absent fields as undefined, which exactOptionalPropertyTypes tells apart: leave them out. */
export async function loadServerBuild(): Promise<ServerBuild> {
  const build = await import("virtual:react-router/server-build");
  return Object.fromEntries(Object.entries(build).filter(([, value]) => value !== undefined)) as unknown as ServerBuild;
}
