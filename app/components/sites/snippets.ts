export const installWays = ["script", "npm", "native", "electron"] as const;
export type InstallWay = (typeof installWays)[number];

export function isInstallWay(value: unknown): value is InstallWay {
  return installWays.some((way) => way === value);
}

type Place = { publicKey: string; endpoint: string };

const start = ({ publicKey, endpoint }: Place) => `  site: "${publicKey}",\n  endpoint: "${endpoint}",\n`;

/** What a shop copies, with its own key and address in it. */
export function snippetOf(way: InstallWay, place: Place): string {
  switch (way) {
    case "script":
      return `<script async src="${place.endpoint}/sdk/entrepot.js" data-site="${place.publicKey}"></script>`;
    case "npm":
      return `npm install ${place.endpoint}/sdk/entrepot-sdk.tgz\n\nimport { startEntrepot } from "entrepot-sdk";\n\nexport const entrepot = startEntrepot({\n${start(place)}});`;
    case "native":
      return `npm install ${place.endpoint}/sdk/entrepot-sdk.tgz\n\nimport AsyncStorage from "@react-native-async-storage/async-storage";\nimport NetInfo from "@react-native-community/netinfo";\nimport { AppState, Dimensions } from "react-native";\nimport { startEntrepot } from "entrepot-sdk/react-native";\n\nexport const entrepot = await startEntrepot({\n${start(place)}  storage: AsyncStorage,\n  appState: AppState,\n  network: NetInfo,\n  navigation: navigationRef,\n  device: { language: "pt-BR", timeZone: "America/Sao_Paulo", likeness: deviceModel, ...Dimensions.get("screen") },\n});`;
    case "electron":
      return `npm install ${place.endpoint}/sdk/entrepot-sdk.tgz\n\nimport { app, net, screen } from "electron";\nimport Store from "electron-store";\nimport { startEntrepot } from "entrepot-sdk/electron";\n\nexport const entrepot = startEntrepot({\n${start(place)}  store: new Store(),\n  app,\n  net,\n  contents: window.webContents,\n  device: { language: app.getLocale(), timeZone: "America/Sao_Paulo", likeness: process.platform, ...screen.getPrimaryDisplay().size },\n});`;
    default:
      return way satisfies never;
  }
}

export const markup = `<article data-entrepot-product="KET-18" data-entrepot-view="product"
  data-entrepot-name="Chaleira elétrica 1,8 L" data-entrepot-price="189.90" data-entrepot-currency="BRL">
  <button data-entrepot-add="KET-18">Comprar</button>
</article>
<form data-entrepot-step="2" data-entrepot-step-name="shipping" data-entrepot-shipping="24.90" data-entrepot-total="214.80">…</form>
<main data-entrepot-order="2201" data-entrepot-total="214.80" data-entrepot-currency="BRL">…</main>`;
