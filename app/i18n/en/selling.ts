export const selling = {
  title: "Sales",
} as const;
