import { route } from "@react-router/dev/routes";

/** Kept answers, boards and scheduled mails, below the console's frame. */
export const answersPages = [
  route("artifacts", "routes/console/answers/artifacts.tsx"),
  route("artifacts/:id", "routes/console/answers/artifact.tsx"),
  route("dashboards", "routes/console/answers/dashboards.tsx"),
  route("dashboards/:id", "routes/console/answers/dashboard.tsx"),
  route("mails", "routes/console/answers/mails.tsx"),
  route("mails/new", "routes/console/answers/new-mail.tsx"),
  route("mails/:id", "routes/console/answers/mail.tsx"),
];

/** What cards ask and post by themselves. */
export const answersActions = [route("pins", "routes/console/answers/pins.ts"), route("pins/:id", "routes/console/answers/pin.ts")];
