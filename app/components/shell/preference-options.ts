export const themes = ["light", "dark", "system"] as const;

/** Each language is named in itself, so that one finds it again after a wrong choice. */
export const languageOptions = [
  { value: "en", label: "English" },
  { value: "pt-BR", label: "Português (Brasil)" },
] as const;
