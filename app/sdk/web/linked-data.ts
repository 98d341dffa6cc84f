/** A page may say as much as it likes; this much is read of it. */
const longestChars = 100_000;
const deepest = 5;

type Fields = Record<string, unknown>;

/** Undefined where nothing is said of it. */
const isIn = (stock: unknown) => (typeof stock === "string" ? !/OutOfStock|SoldOut|Discontinued/.test(stock) : undefined);

/** Products in the page's JSON-LD, wherever in it they stand. Fields are read one by one: nothing of it is merged anywhere. */
export function readLinkedData(page: Document): Fields[] {
  return [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) => {
    try {
      return textContent.length > longestChars ? [] : productsIn(JSON.parse(textContent), 0);
    } catch {
      return [];
    }
  });
}

function productsIn(value: unknown, depth: number): Fields[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((one) => productsIn(one, depth + 1));
  const fields = Object(value) as Fields;
  if (!/Product/.test(String(fields["@type"])))
    return ["@graph", "itemListElement", "item"].flatMap((name) => (fields[name] ? productsIn(fields[name], depth + 1) : []));
  const offer = Object([fields["offers"]].flat()[0]) as Fields;
  return [
    {
      ...pick(fields, ["sku", "name", "category", "url"]),
      gtin: fields["gtin13"] ?? fields["gtin"],
      price: offer["price"] ?? offer["lowPrice"],
      currency: offer["priceCurrency"],
      inStock: isIn(offer["availability"]),
    },
  ];
}

function pick(fields: Fields, names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

/** The same from `itemprop` attributes. */
export function readMicrodata(page: Document): Fields[] {
  return [...page.querySelectorAll('[itemtype*="schema.org/Product"]')].map((element) => {
    const told = (name: string) => {
      const one = element.querySelector(`[itemprop=${name}]`);
      return one?.getAttribute("content") ?? one?.getAttribute("href") ?? one?.textContent;
    };
    return {
      sku: told("sku"),
      gtin: told("gtin13"),
      name: told("name"),
      price: told("price"),
      currency: told("priceCurrency"),
      inStock: isIn(told("availability")),
    };
  });
}
