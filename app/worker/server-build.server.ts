import type { ServerBuild } from "react-router";

/** The virtual module types two fields as possibly undefined, which exactOptionalPropertyTypes tells apart from absent. */
export async function loadServerBuild(): Promise<ServerBuild> {
  const { basename, unstable_getCriticalCss: criticalCss, ...build } = await import("virtual:react-router/server-build");
  return {
    ...build,
    ...(basename === undefined ? {} : { basename }),
    ...(criticalCss === undefined ? {} : { unstable_getCriticalCss: criticalCss }),
  };
}
