/** What a visit was made with, as far as the browser tells. */
export const devices = ["desktop", "phone", "tablet", "other"] as const;
