import type { notifications as source } from "../en/notifications.ts";
import type { Translation } from "../translation.ts";

export const notifications: Translation<typeof source> = {
  title: "Notificações",
};
