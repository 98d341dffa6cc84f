export const auth = {
  signIn: { title: "Sign in" },
} as const;
