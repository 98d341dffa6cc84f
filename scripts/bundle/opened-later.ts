import type { Plugin } from "vite";

const component = /\/app\/components\/.*\.tsx?$/;
const later = /\bimport\(\s*("\.\.?\/[^"]+")\s*\)/g;

/**
 * What a component imports when it is opened, only a browser opens: the server renders pages as they are before. Whoever opened
 * one there all the same would hear which.
 */
export function withoutOpened(code: string): string {
  return code.replace(later, (_call, path: string) => `Promise.reject(new Error("Only a browser opens " + ${path}))`);
}

/** Leaves menus, dialogs and charts out of what is uploaded. */
export function openedLater(): Plugin {
  return {
    name: "opened-later",
    enforce: "pre",
    applyToEnvironment: ({ name, config }) => name === "ssr" && config.isProduction,
    transform: {
      filter: { id: component, code: "import(" },
      handler: (code) => ({ code: withoutOpened(code), map: null }),
    },
  };
}
