import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const migrations = await readD1Migrations("db/migrations");

/** Pages need the built bundle and are tested over HTTP; tests in workerd need the Worker without them. */
const withoutPages = { "virtual:react-router/server-build": new URL("./db/testing/no-pages.ts", import.meta.url).pathname };

/** Tests bring their own secrets and reach no mail service: they run on a machine that has neither. */
const testSecrets = {
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString("base64url")}`,
  MAIL_API_TOKEN: "local-mail-token",
  MERCADO_LIVRE_CLIENT_SECRET: "local-ml-secret",
  SHOPEE_PARTNER_KEY: "local-shopee-partner-key",
  SHOPEE_PUSH_KEY: "local-shopee-push-key",
};
Object.assign(process.env, testSecrets);

/** Ends a test that hangs. How fast one runs is no matter: machines differ. */
const testTimeout = 60_000;

/** Tests in the real runtime, with D1, queues, rooms and workflows. */
function inWorkerd(name: string, files: { include: string[]; exclude?: string[] }, isolate: boolean) {
  return {
    plugins: [
      cloudflareTest({
        wrangler: { configPath: "./wrangler.toml" },
        miniflare: { bindings: { ...testSecrets, MAIL_BASE_URL: "https://mail.invalid", TEST_MIGRATIONS: migrations } },
      }),
    ],
    resolve: { alias: withoutPages },
    test: { name, ...files, isolate, setupFiles: ["./db/testing/setup-worker.ts"], testTimeout },
  };
}

/** What a cron or a workflow does, it does to every workspace there is: each of these files has a database of its own. */
const aboutWholeApp = "app/worker/**/*.worker.test.ts";

/** Asks every verb in every wrong way, which takes as long as all else together: a runtime of its own beside the other. */
const everyVerb = "app/domain/verbs.worker.test.ts";

export default defineConfig({
  test: {
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "node",
          include: ["{app,party,db,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.worker.test.ts", "**/*.browser.test.tsx"],
          // A process for each file would cost more than all the tests.
          isolate: false,
          setupFiles: ["./db/testing/setup-node.ts"],
          testTimeout,
        },
      },
      inWorkerd("worker", { include: ["{app,party,db}/**/*.worker.test.ts"], exclude: [aboutWholeApp, everyVerb] }, false),
      inWorkerd("verbs", { include: [everyVerb] }, false),
      inWorkerd("whole-app", { include: [aboutWholeApp] }, true),
      {
        test: { name: "browser", environment: "happy-dom", include: ["{app,party}/**/*.browser.test.tsx"], testTimeout },
      },
    ],
  },
});
