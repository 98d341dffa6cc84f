export const dismissReasons = ["known", "one-off", "not-ours", "wrong"] as const;
export type DismissReason = (typeof dismissReasons)[number];
