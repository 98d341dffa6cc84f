export const mail = {
  signature: "Entrepot",
} as const;
