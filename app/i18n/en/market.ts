/** The line on which what happens in the market is watched. */
export const market = { title: "Market watch" } as const;
