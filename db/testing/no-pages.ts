import type { ServerBuild } from "react-router";

/** An empty page build: tests in workerd reach rooms, queues and verbs, never pages. */
const build: ServerBuild = {
  entry: { module: { default: () => new Response(null, { status: 404 }) } },
  routes: {},
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "test" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {},
  ssr: true,
  isSpaMode: false,
  prerender: [],
  routeDiscovery: { mode: "initial", manifestPath: "/__manifest" },
};

export default build;
export const { entry, routes, assets, publicPath, assetsBuildDirectory, future, ssr, isSpaMode, prerender, routeDiscovery } = build;
