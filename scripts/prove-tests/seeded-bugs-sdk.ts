import type { SeededBug } from "./seeded-bugs.ts";

const client = { path: "app/sdk/client.ts", project: "node", tests: "app/sdk/client.test.ts" } as const;
const queue = { path: "app/sdk/queue.ts", project: "node", tests: "app/sdk/queue.test.ts" } as const;
const page = { project: "browser", tests: "app/sdk/web/watch-page.browser.test.tsx" } as const;
const origins = { path: "app/domain/sites/allowed-origin.ts", project: "node", tests: "app/domain/sites/allowed-origin.test.ts" } as const;
const sites = { project: "worker", tests: "app/domain/sites/sites.worker.test.ts" } as const;

/** What scripts in other people's shops got wrong: consent that leaks, typed words that leave, events that are lost or told twice. */
export const sdkBugs: readonly SeededBug[] = [
  {
    name: "a yes reaches back to what happened before it",
    find: "item.c !== first?.c || item.v !== first.v",
    replace: "chars < 0",
    ...queue,
  },
  {
    name: "what happened without a yes is kept in the browser",
    find: 'v !== null && c === "granted"',
    replace: "v !== null || c !== null",
    ...queue,
  },
  {
    name: "a batch that is refused for good is sent for ever",
    find: "/^(0|408|429|5..)$/",
    replace: "/^(0|400|408|429|5..)$/",
    ...queue,
  },
  {
    name: "the time a server asks for is not waited",
    find: "Math.max(retryAfterMs, Math.min",
    replace: "Math.max(0, Math.min",
    ...queue,
  },
  {
    name: "one page throws away what another could not send",
    find: "others.filter(({ e }) => !own.has(e.id))",
    replace: "others.slice(0, 0)",
    ...queue,
  },
  {
    name: "naming a person gives a cookieless visitor an id",
    find: 'settings !== undefined && settings.consentMode !== "cookieless"',
    replace: "settings !== undefined",
    ...client,
  },
  {
    name: "a browser that asks for privacy is followed",
    find: "!(settings.honoursPrivacySignals && host.asksPrivacy())",
    replace: "(settings.honoursPrivacySignals || true)",
    ...client,
  },
  {
    name: "an address of mail leaves in clear",
    find: "return `sha256:${await host.sha256(ref.toLowerCase())}`;",
    replace: "return ref;",
    ...client,
  },
  {
    name: "a no leaves the visitor's id where it was",
    find: "visitor: visitor ?? undefined }",
    replace: 'visitor: visitor ?? "visitor-1" }',
    ...client,
  },
  {
    name: "what is typed is read as the words of a button",
    path: "app/sdk/web/targets.ts",
    find: "const unread = `${mask},${typedInto}`;",
    replace: "const unread = mask;",
    ...page,
  },
  {
    name: "every parameter of an address is kept",
    path: "app/sdk/web/paths.ts",
    find: ".filter(([name]) => kept.includes(name))).toString()",
    replace: '.filter(([name]) => kept.includes(name) || name !== "")).toString()',
    ...page,
  },
  {
    name: "time away from a page counts as looking at it",
    path: "app/sdk/web/watch-page.ts",
    find: 'if (document.visibilityState !== "hidden") return view?.resume();',
    replace: 'if (document.visibilityState !== "hidden") return;',
    ...page,
  },
  {
    name: "a host that only ends like ours may send",
    find: "host.endsWith(domain.slice(1))",
    replace: "host.endsWith(domain.slice(2))",
    ...origins,
  },
  {
    name: "every page may send with an app's key",
    find: "return domains.some((domain) => isWithin(domain, host));",
    replace: 'return kind === "app" || domains.some((domain) => isWithin(domain, host));',
    ...origins,
  },
  {
    name: "a paused site goes on telling clients to collect",
    path: "app/domain/sites/read-site-settings.server.ts",
    find: "if (!site.isEnabled)",
    replace: "if (site === undefined)",
    ...sites,
  },
  {
    name: "a change made in between is overwritten",
    path: "app/domain/sites/change-site.server.ts",
    find: "if (row.version !== version)",
    replace: "if (row.version < 0 * version)",
    ...sites,
  },
];
