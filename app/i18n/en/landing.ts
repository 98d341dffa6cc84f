export const landing = {
  title: "Entrepot",
} as const;
