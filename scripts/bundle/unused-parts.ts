import type { Plugin } from "vite";

/**
 * Parts of packages that are brought along and never run here: React's renderer for one whole string, and the client of a gateway
 * that models named by a text alone would go through. Whoever reaches one all the same hears which.
 */
const unused = [
  { part: /\/react-dom-server-legacy\.browser\.production\.js$/, code: "" },
  {
    part: /\/@ai-sdk\/gateway\/dist\/index\.js$/,
    code: `class GatewayError extends Error { static isInstance() { return false; } }
const none = () => { throw new Error("No gateway is bundled: models are passed, not named."); };
export { GatewayError, GatewayError as GatewayAuthenticationError, none as createGateway, none as gateway };`,
  },
];

export function withoutUnusedParts(): Plugin {
  return {
    name: "without-unused-parts",
    enforce: "pre",
    applyToEnvironment: ({ name, config }) => name === "ssr" && config.isProduction,
    load: {
      filter: { id: unused.map(({ part }) => part) },
      handler(id) {
        const found = unused.find(({ part }) => part.test(id));
        return found === undefined ? undefined : { code: found.code, map: null };
      },
    },
  };
}
