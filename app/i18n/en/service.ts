export const service = {
  title: "Questions and reviews",
} as const;
