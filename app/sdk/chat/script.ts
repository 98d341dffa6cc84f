import { guarded } from "../safe.ts";
import { createChatClient } from "./client.ts";
import { mountChat } from "./panel.ts";
import { wordsFor } from "./words.ts";

/** `<script async src="…/sdk/entrepot-chat.js" data-site="pk_…"></script>` */
guarded(() => {
  const script = document.currentScript as HTMLScriptElement;
  const site = script.getAttribute("data-site");
  // Built in twice, the first one counts.
  if (!site || document.querySelector("[data-entrepot-chat]") !== null) return;
  const language = document.documentElement.lang || navigator.language;
  const endpoint = new URL(script.src).origin;
  const client = createChatClient({ site, endpoint, language, fetch: fetch.bind(globalThis), now: Date.now });
  const start = async () => {
    const settings = await client.settings();
    if (settings?.isOn === true) mountChat(client, { words: wordsFor(language), greeting: settings.greeting, language, skuOf });
  };
  const begin = () => void start().catch(() => undefined);
  // The page comes first.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(begin);
  else setTimeout(begin, 1);
})();

/** The product that the page is about, as it is marked for the script that collects. */
function skuOf(): string | undefined {
  const marked = document.querySelector('[data-entrepot-product][data-entrepot-view="product"]');
  return marked?.getAttribute("data-entrepot-product") ?? undefined;
}
