import { isAbsolute, resolve } from "node:path";
import { AdvisedError } from "./terminal.ts";

export type LocalSettings = {
  port: number;
  simulatorPort: number;
  appUrl: string;
  simulatorUrl: string;
  /** Where local databases, rooms and queues keep their files. Tests point it at a folder they throw away. */
  stateDir: string;
};

type Environment = Record<string, string | undefined>;

/** Every local command reads its ports and its state folder here, so that they can never disagree. */
export function readSettings(env: Environment = process.env): LocalSettings {
  const port = readPort(env, "PORT", 5173);
  const simulatorPort = readPort(env, "SIM_PORT", 5174);
  const stateDir = env["ENTREPOT_STATE_DIR"] ?? ".wrangler/state";
  return {
    port,
    simulatorPort,
    appUrl: `http://127.0.0.1:${port}`,
    simulatorUrl: `http://127.0.0.1:${simulatorPort}`,
    stateDir: isAbsolute(stateDir) ? stateDir : resolve(stateDir),
  };
}

/** Demo passwords are public: data commands must never reach a deployed environment. */
export function refuseDeployedEnvironment(env: Environment = process.env): void {
  const target = env["CLOUDFLARE_ENV"] ?? "";
  if (target === "") return;
  throw new AdvisedError(`This command works on local data only, and CLOUDFLARE_ENV is "${target}". Unset it and try again.`);
}

/** What the local Worker must know about the ports chosen when the command started. */
export function localVars(settings: LocalSettings): Record<string, string> {
  const { appUrl, simulatorUrl } = settings;
  return {
    PUBLIC_URL: appUrl,
    MAIL_BASE_URL: `${simulatorUrl}/mail`,
    MERCADO_LIVRE_API_URL: `${simulatorUrl}/mercado-livre`,
    MERCADO_LIVRE_AUTH_URL: `${simulatorUrl}/mercado-livre`,
    PICTURE_ORIGINS: simulatorUrl,
    SHOPEE_API_URL: `${simulatorUrl}/shopee`,
    SHOPEE_AUTH_URL: `${simulatorUrl}/shopee/auth`,
    OFFERS_FEED_URL: `${simulatorUrl}/offers-feed`,
    TREND_SOURCE_URL: `${simulatorUrl}/trend-source`,
    DEMO_SHOP_URL: `${simulatorUrl}/demo-shop/?site=pk_local_demo_shop`,
  };
}

function readPort(env: Environment, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new AdvisedError(`${name}="${text}" is not a port. Use a number from 1 to 65535.`);
}
