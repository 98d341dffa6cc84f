import { route } from "@react-router/dev/routes";

/** Pages for those who build Entrepot. A build for staging or production does not contain them. */
const isDeployed = (process.env["CLOUDFLARE_ENV"] ?? "") !== "";
export const localRoutes = isDeployed
  ? []
  : [
      route("dev/ui", "routes/dev/ui.tsx"),
      route("dev/mailbox", "routes/dev/mailbox.tsx"),
      route("dev/end-visits", "routes/dev/end-visits.ts"),
    ];
