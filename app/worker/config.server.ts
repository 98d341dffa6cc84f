import { z } from "zod";
import { type Keyring, parseKeyring } from "#app/platform/crypto/envelope.server.ts";

const configSchema = z.object({
  ENVIRONMENT: z.enum(["local", "staging", "production"]),
  PUBLIC_URL: z.url(),
  MAIL_BASE_URL: z.url(),
  MAIL_ACCOUNT_ID: z.string().min(1),
  MAIL_FROM: z.string().min(3),
  MAIL_API_TOKEN: z.string().min(1),
  MERCADO_LIVRE_API_URL: z.url(),
  MERCADO_LIVRE_AUTH_URL: z.string().min(8),
  MERCADO_LIVRE_CLIENT_ID: z.string().min(1),
  MERCADO_LIVRE_CLIENT_SECRET: z.string().min(1),
  PICTURE_ORIGINS: z.string().min(1),
  SHOPEE_API_URL: z.url(),
  SHOPEE_AUTH_URL: z.url(),
  SHOPEE_PARTNER_ID: z.string().min(1),
  SHOPEE_PARTNER_KEY: z.string().min(1),
  SHOPEE_PUSH_KEY: z.string().min(1),
  /** Empty where there is none. */
  OFFERS_FEED_URL: z.union([z.literal(""), z.url()]),
  OFFERS_FEED_TOKEN: z.string(),
  TREND_SOURCE_URL: z.union([z.literal(""), z.url()]),
  /** A shop to try things out in; empty where there is none. */
  DEMO_SHOP_URL: z.union([z.literal(""), z.url()]),
  ENCRYPTION_KEYS: z.string().min(1),
  VERSION: z.string().default("dev"),
});

export type Config = {
  environment: "local" | "staging" | "production";
  publicUrl: string;
  version: string;
  keyring: Keyring;
  pictureOrigins: string[];
  mail: { baseUrl: string; accountId: string; from: string; apiToken: string };
  mercadoLivre: { apiBaseUrl: string; authBaseUrl: string; clientId: string; clientSecret: string };
  shopee: { apiBaseUrl: string; authPageUrl: string; partnerId: string; partnerKey: string; pushKey: string };
  offersFeed: { baseUrl: string; token: string };
  trendSourceUrl: string;
  demoShopUrl: string;
};

const parsed = new WeakMap<Env, Config>();

/** Environment variables, checked once: a missing secret stops the first request with its name, not the tenth with a riddle. */
export function readConfig(env: Env): Config {
  const known = parsed.get(env);
  if (known !== undefined) return known;
  const values = configSchema.parse(env);
  const config: Config = {
    environment: values.ENVIRONMENT,
    publicUrl: values.PUBLIC_URL.replace(/\/$/, ""),
    version: values.VERSION,
    keyring: parseKeyring(values.ENCRYPTION_KEYS),
    pictureOrigins: values.PICTURE_ORIGINS.split(" "),
    mail: {
      baseUrl: values.MAIL_BASE_URL,
      accountId: values.MAIL_ACCOUNT_ID,
      from: values.MAIL_FROM,
      apiToken: values.MAIL_API_TOKEN,
    },
    mercadoLivre: {
      apiBaseUrl: values.MERCADO_LIVRE_API_URL,
      authBaseUrl: values.MERCADO_LIVRE_AUTH_URL,
      clientId: values.MERCADO_LIVRE_CLIENT_ID,
      clientSecret: values.MERCADO_LIVRE_CLIENT_SECRET,
    },
    shopee: {
      apiBaseUrl: values.SHOPEE_API_URL,
      authPageUrl: values.SHOPEE_AUTH_URL,
      partnerId: values.SHOPEE_PARTNER_ID,
      partnerKey: values.SHOPEE_PARTNER_KEY,
      pushKey: values.SHOPEE_PUSH_KEY,
    },
    offersFeed: { baseUrl: values.OFFERS_FEED_URL, token: values.OFFERS_FEED_TOKEN },
    trendSourceUrl: values.TREND_SOURCE_URL,
    demoShopUrl: values.DEMO_SHOP_URL,
  };
  parsed.set(env, config);
  return config;
}
