import { publicChats } from "#db/schema/public-chat.ts";
import { sites } from "#db/schema/sites.ts";
import { insert, type Write } from "#db/writes.ts";

/** The shop that the simulators serve on this machine, and one of the other workspace. */
export const demoSite = { id: "sit_demo_shop", name: "Demo shop", publicKey: "pk_local_demo_shop" };
export const otherSite = { id: "sit_other_shop", name: "Other shop", publicKey: "pk_local_other_shop" };

export function siteWrite(site: typeof demoSite, createdAt: number): Write {
  return insert(sites, {
    ...site,
    domains: ["127.0.0.1"],
    kind: "web",
    consentMode: "full",
    honoursPrivacySignals: true,
    maskSelectors: [".customer-name", "[data-private]"],
    keptParameters: ["category", "q", "utm_source", "utm_medium", "utm_campaign"],
    samplePercent: 100,
    sessionIdleMinutes: 60,
    retention: { rawDays: 30, sessionDays: 395, interactionDays: 730 },
    isEnabled: true,
    firstEventAt: null,
    lastEventAt: null,
    createdAt,
    updatedAt: createdAt,
  });
}

/** Visitors of the demo shop can ask about its goods, and about what stands here. */
export function publicChatWrite({ id: siteId }: typeof demoSite, updatedAt: number): Write {
  return insert(publicChats, {
    id: `pch_${siteId}`,
    siteId,
    isOn: true,
    greeting: "",
    publicText: [
      "Entrega: enviamos em até 24 horas úteis para todo o Brasil. O prazo e o frete aparecem no carrinho, com o CEP.",
      "Trocas e devoluções: até 30 dias depois da entrega, sem custo, com o produto sem uso.",
      "Pagamento: cartão em até 6 vezes sem juros, pix ou boleto.",
      "Atendimento: de segunda a sexta, das 9 às 18 horas.",
    ].join("\n\n"),
    publicParagraphs: [],
    showsPrices: true,
    showsAvailability: true,
    usesModel: false,
    questionsPerDay: 1_000,
    modelAnswersPerDay: 200,
    keepDays: 90,
    updatedAt,
  });
}
