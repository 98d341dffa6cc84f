import { createRequestHandler, RouterContextProvider } from "react-router";
import { loadServerBuild } from "#app/worker/server-build.server.ts";
import { DurableObject } from "cloudflare:workers";

const handleRequest = createRequestHandler(loadServerBuild, import.meta.env.MODE);

export default {
  fetch(request) {
    return handleRequest(request, new RouterContextProvider());
  },
} satisfies ExportedHandler<Env>;
export class WorkspaceLiveRoom extends DurableObject {}
export { RateLimiterObject } from "#app/platform/rate-limit/rate-limiter.object.server.ts";
