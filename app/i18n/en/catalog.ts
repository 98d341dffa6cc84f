export const catalog = {
  title: "Catalogue",
} as const;
