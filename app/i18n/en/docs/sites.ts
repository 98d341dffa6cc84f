/** What a reader of the API learns of sites. */
export const docsSites = {
  listSites: { title: "List sites", text: "Where shoppers are seen, the newest first, with when each was heard of first and last." },
  readStatistics: {
    title: "How a site is visited",
    text: "Sums of the last days beside as many before them, every day, and the most of each kind. Times are of the workspace’s zone; programs are left out.",
  },
  createSite: {
    title: "Add a site",
    text: "`publicKey` goes into its pages. A `web` site needs the domains its pages are on; an `app` has none.",
  },
  readSite: { title: "Read a site", text: "With what it collects. Its `version` is needed to change it." },
  changeSite: { title: "Change a site", text: "All of it, with the version you read. Open pages follow within two minutes." },
  removeSite: { title: "Remove a site", text: "Say its name. What it collected stays as long as it would have been kept." },
  switchSite: { title: "Pause or resume a site", text: "A paused site takes nothing more." },
  renewSiteKey: { title: "Renew a site’s key", text: "Pages with the old key are no longer heard after a minute." },
  listRecentEvents: { title: "See what a site sent last", text: "The last events within seconds, before they become sessions; up to 50." },
} as const;

export const fieldsSites = {
  publicKey: "It stands in everybody’s pages and opens nothing else",
  domains: "Host names its pages are on; `*.` before one takes its subdomains",
  consentMode: "`none`: nothing before a yes. `cookieless`: nothing is kept in the browser. `full`: an id is kept after a yes",
  honoursPrivacySignals: "`false` also collects from browsers that ask not to be followed",
  maskSelectors: "CSS selectors whose text is never read",
  keptParameters: "Query parameters that stay in paths; all others are cut",
  samplePercent: "Of a hundred visitors, how many are collected",
  sessionIdleMinutes: "A session ends after so many minutes without an event, 5 to 1440",
  retention: "For how many days raw events, sessions and interactions are kept",
  isEnabled: "`false` pauses it",
} as const;
