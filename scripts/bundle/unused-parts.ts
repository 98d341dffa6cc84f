import type { Plugin } from "vite";

/**
 * Parts of packages that are brought along and never run here: React's renderer for one whole string; the client of a gateway that
 * models named by a text alone would go through; the sockets of browsers; what fills and places open menus; and what judges the answers of people whom a server of
 * tools asks, which ours never does. Whoever reaches one all the same hears which.
 */
const unused = [
  { part: /\/react-dom-server-legacy\.browser\.production\.js$/, code: "" },
  {
    part: /\/@ai-sdk\/gateway\/dist\/index\.js$/,
    code: `class GatewayError extends Error { static isInstance() { return false; } }
const none = () => { throw new Error("No gateway is bundled: models are passed, not named."); };
export { GatewayError, GatewayError as GatewayAuthenticationError, none as createGateway, none as gateway };`,
  },
  {
    part: /\/cmdk\/dist\/index\.mjs$/,
    code: `const none = () => { throw new Error("Only a browser opens a list to choose from."); };
export const Command = Object.assign(none.bind(null), { Input: none, List: none, Empty: none, Item: none, Group: none });`,
  },
  {
    part: /\/@floating-ui\/react-dom\/dist\/floating-ui\.react-dom\.mjs$/,
    code: `const none = () => { throw new Error("Only a browser places an open menu."); };
export { none as arrow, none as autoUpdate, none as flip, none as hide, none as limitShift, none as offset, none as shift, none as size, none as useFloating };`,
  },
  {
    part: /\/partysocket\/dist\/index\.js$/,
    code: `export class PartySocket { constructor() { throw new Error("Only a browser follows a room."); } }`,
  },
  {
    part: /\/@modelcontextprotocol\/server\/dist\/cfWorkerProvider-\w+\.mjs$/,
    code: `export class t { getValidator() { throw new Error("No validator is bundled: nobody is asked by our tools."); } }`,
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
