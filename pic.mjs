import { chromium } from "@playwright/test";
const base = "http://127.0.0.1:6120";
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });
const orderId = process.argv[2];
async function world(width, theme, path) {
  const context = await browser.newContext({ baseURL: base, viewport: { width, height: 900 }, locale: "pt-BR", colorScheme: theme });
  await context.request.post("/login", { form: { email: "owner@demo.test", password: "entrepot-demo" }, headers: { "sec-fetch-site": "same-origin" }, maxRedirects: 0 });
  await context.request.post("/preferences", { form: { locale: "pt-BR", theme }, headers: { "sec-fetch-site": "same-origin" }, maxRedirects: 0 });
  const page = await context.newPage();
  page.on("pageerror", (e) => console.log("ERR", path, e.message));
  page.on("console", (m) => m.type() === "error" && console.log("CON", path, m.text()));
  await page.goto(path);
  await page.waitForTimeout(1500);
  return { page, context };
}
const zone = "/warehouse/zones/zon_01m8geas2fssm05zmn02vv8m13";
for (const [width, theme] of [[1280, "light"], [390, "dark"]]) {
  const shot = async (name, path, act, full = true) => {
    const { page, context } = await world(width, theme, path);
    try { await act?.(page); await page.screenshot({ path: `/tmp/labels-shots/${name}-${width}.png`, fullPage: full }); }
    catch (e) { console.log("FAIL", name, e.message.split("\n")[0]); await page.screenshot({ path: `/tmp/labels-shots/${name}-${width}.png` }); }
    await context.close();
  };
  await shot("zone-dialog", zone, async (p) => { await p.getByRole("button", { name: "Imprimir etiquetas" }).first().click(); await p.waitForTimeout(600); }, false);
  await shot("zone-qr", zone, async (p) => { await p.getByRole("button", { name: "Imprimir etiquetas" }).first().click(); await p.getByLabel("Código", { exact: true }).selectOption("qr"); await p.getByLabel("Papel").selectOption("50x25"); await p.waitForTimeout(600); }, false);
  await shot("archive", zone + "/archive");
  await shot("monitoring", "/warehouse/monitoring");
  await shot("tablets", "/warehouse/tablets", async (p) => { await p.getByLabel(/Nome do tablet/).fill("Tablet 9"); await p.getByRole("button", { name: /código/ }).first().click(); await p.waitForTimeout(1200); });
  await shot("order", "/warehouse/orders/ful_pic");
  await shot("order2", `/orders/${orderId}`);
}
await browser.close();
