import { index, layout, prefix, route, type RouteConfig } from "@react-router/dev/routes";

/** Pages for those who build Entrepot. A build for staging or production does not contain them. */
const isDeployed = (process.env["CLOUDFLARE_ENV"] ?? "") !== "";
const localRoutes = isDeployed ? [] : [route("dev/ui", "routes/dev/ui.tsx"), route("dev/mailbox", "routes/dev/mailbox.tsx")];

export default [
  index("routes/public/home.tsx"),
  route("robots.txt", "routes/public/robots.ts"),
  route("sitemap.xml", "routes/public/sitemap.ts"),
  route("openapi.json", "routes/docs/openapi.ts"),
  route("docs/api", "routes/docs/api.tsx"),
  route("preferences", "routes/public/preferences.ts"),

  route("login", "routes/auth/login.tsx"),
  route("logout", "routes/auth/logout.ts"),
  route("signup", "routes/auth/signup.tsx"),
  route("confirm/:token", "routes/auth/confirm.tsx"),
  route("forgot", "routes/auth/forgot.tsx"),
  route("reset/:token", "routes/auth/reset.tsx"),
  route("invite/:token", "routes/auth/invite.tsx"),
  route("demo", "routes/auth/demo.ts"),

  layout("routes/console/layout.tsx", [
    layout("routes/console/page-frame.tsx", [
      route("overview", "routes/console/overview.tsx"),
      route("activity", "routes/console/activity.tsx"),
      route("notifications", "routes/console/notifications.tsx"),
      route("catalog", "routes/console/catalog/products.tsx"),
      route("catalog/new", "routes/console/catalog/new-product.tsx"),
      route("catalog/:id", "routes/console/catalog/product.tsx"),
      route("listings", "routes/console/catalog/listings.tsx"),
      route("listings/changes/:id", "routes/console/catalog/change.tsx"),
      route("listings/:id", "routes/console/catalog/listing.tsx"),
      route("settings", "routes/console/settings/layout.tsx", [
        index("routes/console/settings/index.ts"),
        route("profile", "routes/console/settings/profile.tsx"),
        route("sessions", "routes/console/settings/sessions.tsx"),
        route("workspace", "routes/console/settings/workspace.tsx"),
        route("team", "routes/console/settings/team.tsx"),
        route("api-keys", "routes/console/settings/api-keys.tsx"),
        route("audit", "routes/console/settings/audit.tsx"),
        route("deliveries", "routes/console/settings/deliveries.tsx"),
      ]),
    ]),
  ]),

  route("welcome", "routes/onboarding/welcome.tsx"),
  route("settings/audit/export", "routes/console/settings/audit-export.ts"),
  route("catalog/export", "routes/console/catalog/products-export.ts"),
  route("catalog/skus", "routes/console/catalog/skus.ts"),
  route("listings/export", "routes/console/catalog/listings-export.ts"),
  route("views", "routes/console/views.ts"),

  ...localRoutes,

  ...prefix("api/v1", [
    route("health", "routes/api/health.ts"),
    route("me", "routes/api/me.ts"),
    route("workspace", "routes/api/workspace.ts"),
    route("members", "routes/api/members.ts"),
    route("members/:id", "routes/api/member.ts"),
    route("invitations", "routes/api/invitations.ts"),
    route("invitations/:id", "routes/api/invitation.ts"),
    route("api-keys", "routes/api/api-keys.ts"),
    route("api-keys/:id", "routes/api/api-key.ts"),
    route("sessions", "routes/api/sessions.ts"),
    route("sessions/:id", "routes/api/session.ts"),
    route("audit", "routes/api/audit.ts"),
    route("exports", "routes/api/exports.ts"),
    route("exports/:id", "routes/api/export.ts"),
    route("activity", "routes/api/activity.ts"),
    route("notifications", "routes/api/notifications.ts"),
    route("products", "routes/api/products.ts"),
    route("products/:id", "routes/api/product.ts"),
    route("listings", "routes/api/listings.ts"),
    route("listings/:id", "routes/api/listing.ts"),
    route("listing-changes", "routes/api/listing-changes.ts"),
    route("listing-changes/:id", "routes/api/listing-change.ts"),
    route("dead-letters", "routes/api/dead-letters.ts"),
    route("dead-letters/:id", "routes/api/dead-letter.ts"),
    route("*", "routes/api/not-found.ts"),
  ]),

  route("*", "routes/public/not-found.tsx"),
] satisfies RouteConfig;
