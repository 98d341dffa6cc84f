export const console = {
  overview: { title: "Overview" },
} as const;
